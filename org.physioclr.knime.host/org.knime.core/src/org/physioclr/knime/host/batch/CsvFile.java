package org.physioclr.knime.host.batch;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/** Writes a table as CSV (RFC 4180) in UTF-8; a missing cell is an empty field. */
final class CsvFile {

    private CsvFile() {
    }

    static void write(BufferedDataTable table, Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file); CloseableRowIterator rows = table.iterator()) {
            writer.write("Row ID");
            for (DataColumnSpec column : table.getDataTableSpec()) {
                writer.write(',');
                field(column.getName(), writer);
            }
            writer.write("\r\n");
            while (rows.hasNext()) {
                DataRow row = rows.next();
                field(row.getKey().getString(), writer);
                for (DataCell cell : row) {
                    writer.write(',');
                    field(cell.isMissing() ? "" : cell.toString(), writer);
                }
                writer.write("\r\n");
            }
        }
    }

    private static void field(String text, Writer writer) throws IOException {
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        writer.write(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }
}
