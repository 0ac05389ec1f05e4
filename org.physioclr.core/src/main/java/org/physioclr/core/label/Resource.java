package org.physioclr.core.label;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The tables that lie beside the classes. */
final class Resource {

    private Resource() {
    }

    static List<NamedCsvRecord> rows(String name) {
        try (InputStream stream = Resource.class.getResourceAsStream(name);
                Reader text = new InputStreamReader(stream, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + name + " can't be read", e);
        }
    }
}
