package org.physioclr.core.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.physioclr.core.read.wfdb.Annotation;
import org.physioclr.core.read.wfdb.AnnotationFile;
import org.physioclr.testing.TestData;

/** Holds annotation files against what wfdb-python reads. */
class AnnotationFileTest {

    @Test
    void everyFileIsAsListed() throws IOException {
        List<NamedCsvRecord> rows = Truth.rows("formats/expected_annotations.csv");
        assertEquals(6, rows.size());
        for (NamedCsvRecord row : rows) {
            String file = row.getField("file");
            List<Annotation> annotations = AnnotationFile.read(TestData.path(file));
            assertEquals(Integer.parseInt(row.getField("n")), annotations.size(), file);
            assertEquals(Long.parseLong(row.getField("sum_samples")),
                annotations.stream().mapToLong(Annotation::sample).sum(), file);
            assertMarks(row.getField("first10_sample:symbol"), annotations, 0, file);
            int from = Math.max(0, annotations.size() - 10);
            assertMarks(row.getField("last10_sample:symbol"), annotations, from, file);
            for (String note : row.getField("aux_notes").split("\\|")) {
                String beginning = note.strip();
                assertTrue(annotations.stream().anyMatch(a -> a.text().strip().startsWith(beginning)), file + note);
            }
        }
    }

    private static void assertMarks(String expected, List<Annotation> annotations, int from, String file) {
        String[] marks = expected.split(";");
        for (int i = 0; i < marks.length; i++) {
            int colon = marks[i].indexOf(':');
            Annotation annotation = annotations.get(from + i);
            assertEquals(Long.parseLong(marks[i].substring(0, colon)), annotation.sample(), file);
            String symbol = marks[i].substring(colon + 1);
            assertEquals(symbol.equals("nan") ? "" : symbol, annotation.symbol(), file + " " + annotation);
        }
    }

    @Test
    void aCutFileIsAnError() {
        ReadException e = assertThrows(ReadException.class,
            () -> AnnotationFile.read(TestData.path("malformed/wfdb/ann_truncated.atr")));
        assertTrue(e.getMessage().contains("ann_truncated.atr, byte "), e.getMessage());
    }
}
