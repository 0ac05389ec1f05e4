package org.physioclr.core.label;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A diagnosis of SNOMED CT that ECG data sets use.
 *
 * @param code the concept's identifier
 * @param abbreviation the short name of the CinC challenges, such as {@code AF}
 * @param name in words
 */
public record Snomed(String code, String abbreviation, String name) {

    private static final Map<String, Snomed> BY_CODE = load();

    /** The diagnosis of a code; empty if no ECG data set of the CinC challenges uses it. */
    public static Optional<Snomed> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** What to call a code in a table: its abbreviation, or the code itself if it is unknown. */
    public static String label(String code) {
        return of(code).map(Snomed::abbreviation).orElse(code);
    }

    private static Map<String, Snomed> load() {
        Map<String, Snomed> table = new LinkedHashMap<>();
        try (InputStream stream = Snomed.class.getResourceAsStream("snomed-ct.csv");
                Reader text = new InputStreamReader(stream, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                table.put(row.getField("code"),
                    new Snomed(row.getField("code"), row.getField("abbreviation"), row.getField("name")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The table of SNOMED CT codes can't be read", e);
        }
        return Map.copyOf(table);
    }
}
