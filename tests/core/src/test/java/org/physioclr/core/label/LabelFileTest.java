package org.physioclr.core.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelFileTest {

    @TempDir
    private Path folder;

    private LabelFile read(String text) throws IOException {
        return LabelFile.read(Files.writeString(folder.resolve("labels.csv"), text));
    }

    @Test
    void findsByPathAndByNameWhereThatIsUnique() throws IOException {
        LabelFile file = read("Record,Patient,AF\nx/a,p1,1\ny/a,p2,0\ny/b,p3,\n");
        assertEquals(List.of("AF"), file.labels());
        assertEquals("p2", file.find("y/a").orElseThrow().patient());
        assertEquals("p3", file.find("b").orElseThrow().patient());
        assertEquals("p3", file.find("deep/er/b").orElseThrow().patient());
        assertEquals(Optional.empty(), file.find("a"));
        assertEquals(OptionalInt.of(1), file.find("x/a").orElseThrow().labels().value("AF"));
        assertEquals(OptionalInt.of(0), file.find("y/a").orElseThrow().labels().value("AF"));
        assertEquals(OptionalInt.empty(), file.find("y/b").orElseThrow().labels().value("AF"));
    }

    @Test
    void toleratesAByteOrderMarkAndQuotes() throws IOException {
        assertTrue(read("\uFEFFrecord,\"a, b\"\r\n\"r\",1\r\n").find("r").isPresent());
    }

    @Test
    void errorsNameTheLine() {
        assertMessage("labels.csv, line 3: column AF holds \"yes\". A label is 1, 0 or empty.",
            "record,AF\na,1\nb,yes\n");
        assertMessage("labels.csv, line 1: there is no column record", "name,AF\na,1\n");
        assertMessage("labels.csv, line 3: record a occurs twice", "record,AF\na,1\na,1\n");
        assertMessage("labels.csv, line 2: it has 1 cells instead of 2", "record,AF\na\n");
        assertMessage("labels.csv, line 1: the file is empty", "");
    }

    private void assertMessage(String expected, String text) {
        IOException e = assertThrows(IOException.class, () -> read(text));
        assertTrue(e.getMessage().startsWith(expected), e.getMessage());
    }
}
