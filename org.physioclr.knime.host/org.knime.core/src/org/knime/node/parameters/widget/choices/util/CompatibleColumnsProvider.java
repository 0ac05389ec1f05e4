package org.knime.node.parameters.widget.choices.util;

import java.util.Collection;
import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;

/** Offers the columns of an input table whose cells give certain values. */
public class CompatibleColumnsProvider implements FilteredInputTableColumnsProvider {

    private final List<Class<? extends DataValue>> valueClasses;

    /**
     * Offers columns of one kind.
     *
     * @param valueClass the kind of value
     */
    protected CompatibleColumnsProvider(Class<? extends DataValue> valueClass) {
        this(List.of(valueClass));
    }

    /**
     * Offers columns of any of several kinds.
     *
     * @param valueClasses the kinds of value
     */
    protected CompatibleColumnsProvider(Collection<Class<? extends DataValue>> valueClasses) {
        this.valueClasses = List.copyOf(valueClasses);
    }

    @Override
    public boolean isIncluded(DataColumnSpec column) {
        return valueClasses.stream().anyMatch(column.getType()::isCompatible);
    }

    /** Offers columns of numbers. */
    public static class DoubleColumnsProvider extends CompatibleColumnsProvider {

        /** For the framework. */
        protected DoubleColumnsProvider() {
            super(DoubleValue.class);
        }
    }

    /** Offers columns of text. */
    public static class StringColumnsProvider extends CompatibleColumnsProvider {

        /** For the framework. */
        protected StringColumnsProvider() {
            super(StringValue.class);
        }
    }
}
