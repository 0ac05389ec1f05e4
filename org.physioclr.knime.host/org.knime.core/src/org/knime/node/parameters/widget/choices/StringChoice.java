package org.knime.node.parameters.widget.choices;

/**
 * A text to choose.
 *
 * @param id what is saved
 * @param text what is shown
 */
public record StringChoice(String id, String text) {

    /**
     * {@return a choice that shows what it saves}
     *
     * @param id what is saved
     */
    public static StringChoice fromId(String id) {
        return new StringChoice(id, id);
    }
}
