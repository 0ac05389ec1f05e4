package org.physioclr.core.read;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import org.physioclr.testing.TestData;

/** The tables that describe the test data. */
final class Truth {

    private Truth() {
    }

    static List<NamedCsvRecord> rows(String table) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(TestData.path(table))) {
            return rows.stream().toList();
        }
    }
}
