package org.physioclr.knime.host.batch;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/**
 * Writes a table as CSV (RFC 4180) in UTF-8. A missing cell is an empty field, an empty text an empty field in quotes;
 * numbers are written so that reading them gives the same number again.
 */
final class CsvFile {

    private CsvFile() {
    }

    static void write(BufferedDataTable table, OutputStream output) throws IOException {
        try (Writer writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
            CloseableRowIterator rows = table.iterator()) {
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
                    if (!cell.isMissing()) {
                        field(cell.toString(), writer);
                    }
                }
                writer.write("\r\n");
            }
        }
    }

    private static void field(String text, Writer writer) throws IOException {
        boolean quoted = text.isEmpty() || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        writer.write(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }
}
