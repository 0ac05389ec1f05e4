package org.physioclr.knime.host.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.physioclr.host.TestTable;

/** Tables as CSV, by RFC 4180. */
class CsvFileTest {

    @TempDir
    private Path folder;

    @Test
    void fieldsAreQuotedWhereTheyMustBe() throws IOException {
        TestTable table = new TestTable(folder).column("QRS, \"wide\"", StringCell.TYPE)
            .column("QT [ms]", DoubleCell.TYPE).row("plain", "AF", 400.0).row("comma,", "a,b", 0.1)
            .row("quote", "say \"ECG\"", Double.NaN).row("lines", "one\ntwo\r", 1e-300)
            .row("empty", "", Double.NEGATIVE_INFINITY).row("missing", null, null).row("umlaut", "Ärzte µV", 1 / 3.0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CsvFile.write(table.make(), bytes);
        assertEquals(String.join("\r\n", "Row ID,\"QRS, \"\"wide\"\"\",QT [ms]", "plain,AF,400.0",
            "\"comma,\",\"a,b\",0.1", "quote,\"say \"\"ECG\"\"\",NaN", "lines,\"one\ntwo\r\",1.0E-300",
            "empty,\"\",-Infinity", "missing,,", "umlaut,Ärzte µV,0.3333333333333333", ""),
            bytes.toString(StandardCharsets.UTF_8));
    }
}
