package org.knime.core.data;

/** Rows of one structure. */
public interface DataTable extends Iterable<DataRow> {

    /** {@return the structure} */
    DataTableSpec getDataTableSpec();

    @Override
    RowIterator iterator();
}
