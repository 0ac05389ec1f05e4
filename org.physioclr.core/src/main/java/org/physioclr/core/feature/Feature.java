package org.physioclr.core.feature;

/**
 * One number about the physiology that an ECG shows.
 *
 * @param name the column's name, with the unit in brackets if there is one, such as {@code PR interval [ms]}
 * @param unit the unit, empty for a pure number
 * @param definition how it is computed, with its source
 */
public record Feature(String name, String unit, String definition) {

    static Feature of(String quantity, String unit, String definition) {
        return new Feature(unit.isEmpty() ? quantity : quantity + " [" + unit + "]", unit, definition);
    }
}
