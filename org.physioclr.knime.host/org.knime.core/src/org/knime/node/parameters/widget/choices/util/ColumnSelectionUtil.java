package org.knime.node.parameters.widget.choices.util;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.node.parameters.NodeParametersInput;

/** Finds columns for defaults and choices. Port indices count from 0; unknown specs mean no columns. */
public final class ColumnSelectionUtil {

    private ColumnSelectionUtil() {
    }

    /**
     * {@return all columns of an input}
     *
     * @param input the node's inputs
     * @param portIndex the input
     */
    public static List<DataColumnSpec> getAllColumns(NodeParametersInput input, int portIndex) {
        return getFilteredColumns(input, portIndex, column -> true);
    }

    /**
     * {@return all columns of the first input}
     *
     * @param input the node's inputs
     */
    public static List<DataColumnSpec> getAllColumnsOfFirstPort(NodeParametersInput input) {
        return getAllColumns(input, 0);
    }

    /**
     * {@return the columns of an input that meet a condition}
     *
     * @param input the node's inputs
     * @param portIndex the input
     * @param filter the condition
     */
    public static List<DataColumnSpec> getFilteredColumns(NodeParametersInput input, int portIndex,
        Predicate<DataColumnSpec> filter) {
        return input.getInTableSpec(portIndex).map(spec -> spec.stream().filter(filter).toList()).orElse(List.of());
    }

    /**
     * {@return the columns that give any of several kinds of value}
     *
     * @param spec the table
     * @param valueClasses the kinds of value
     */
    public static List<DataColumnSpec> getCompatibleColumns(DataTableSpec spec,
        Collection<Class<? extends DataValue>> valueClasses) {
        return spec.stream().filter(column -> isCompatible(column, valueClasses)).toList();
    }

    /**
     * {@return the columns of an input that give any of several kinds of value}
     *
     * @param input the node's inputs
     * @param portIndex the input
     * @param valueClasses the kinds of value
     */
    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumns(NodeParametersInput input, int portIndex,
        Class<? extends DataValue>... valueClasses) {
        return getFilteredColumns(input, portIndex, column -> isCompatible(column, List.of(valueClasses)));
    }

    /**
     * {@return the columns of the first input that give any of several kinds of value}
     *
     * @param input the node's inputs
     * @param valueClasses the kinds of value
     */
    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumnsOfFirstPort(NodeParametersInput input,
        Class<? extends DataValue>... valueClasses) {
        return getCompatibleColumns(input, 0, valueClasses);
    }

    /**
     * {@return the first column that gives the first of several kinds of value that any column gives}
     *
     * @param spec the table
     * @param valueClasses the kinds of value, most wanted first
     */
    public static Optional<DataColumnSpec> getFirstCompatibleColumn(DataTableSpec spec,
        List<Class<? extends DataValue>> valueClasses) {
        return valueClasses.stream()
            .flatMap(valueClass -> spec.stream().filter(column -> column.getType().isCompatible(valueClass)))
            .findFirst();
    }

    /**
     * {@return the first column of an input that gives any of several kinds of value}
     *
     * @param input the node's inputs
     * @param portIndex the input
     * @param valueClasses the kinds of value
     */
    @SafeVarargs
    public static Optional<DataColumnSpec> getFirstCompatibleColumn(NodeParametersInput input, int portIndex,
        Class<? extends DataValue>... valueClasses) {
        return getCompatibleColumns(input, portIndex, valueClasses).stream().findFirst();
    }

    /**
     * {@return the first column of the first input that gives any of several kinds of value}
     *
     * @param input the node's inputs
     * @param valueClasses the kinds of value
     */
    @SafeVarargs
    public static Optional<DataColumnSpec> getFirstCompatibleColumnOfFirstPort(NodeParametersInput input,
        Class<? extends DataValue>... valueClasses) {
        return getFirstCompatibleColumn(input, 0, valueClasses);
    }

    /**
     * {@return the columns of numbers}
     *
     * @param spec the table
     */
    public static List<DataColumnSpec> getDoubleColumns(DataTableSpec spec) {
        return getCompatibleColumns(spec, List.of(DoubleValue.class));
    }

    /**
     * {@return the columns of text}
     *
     * @param spec the table
     */
    public static List<DataColumnSpec> getStringColumns(DataTableSpec spec) {
        return getCompatibleColumns(spec, List.of(StringValue.class));
    }

    /**
     * {@return the first column of numbers}
     *
     * @param spec the table
     */
    public static Optional<DataColumnSpec> getFirstDoubleColumn(DataTableSpec spec) {
        return getDoubleColumns(spec).stream().findFirst();
    }

    /**
     * {@return the first column of text}
     *
     * @param spec the table
     */
    public static Optional<DataColumnSpec> getFirstStringColumn(DataTableSpec spec) {
        return getStringColumns(spec).stream().findFirst();
    }

    private static boolean isCompatible(DataColumnSpec column, Collection<Class<? extends DataValue>> valueClasses) {
        return valueClasses.stream().anyMatch(column.getType()::isCompatible);
    }
}
