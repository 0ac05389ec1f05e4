package org.physioclr.core.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.core.read.xml.XmlDocument;

/** What every XML format has in common: nothing but the file is read, and it can't grow beyond itself. */
class XmlFilesTest {

    @TempDir
    private Path folder;

    private XmlDocument read(String text) throws IOException {
        return XmlDocument.read(Files.writeString(folder.resolve("t.xml"), text));
    }

    private String refusal(String text) {
        return assertThrows(ReadException.class, () -> read(text)).getMessage();
    }

    @Test
    void elementsAreFoundByTheirPath() throws IOException {
        XmlDocument document = read("<?xml version='1.0'?><!-- c --><n:a xmlns:n='x'><b k='v'>1 &lt; 2</b><b/></n:a>");
        assertEquals("a", document.root().name());
        assertEquals(2, document.root().children("b").size());
        assertEquals("1 < 2", document.root().textAt("b"));
        assertEquals("v", document.root().find("b").orElseThrow().attribute("k"));
        assertEquals("", document.root().textAt("c", "d"));
    }

    @Test
    void aDocumentTypeMayBeNamedButNotDefined() throws IOException {
        assertEquals("RestingECG", read("<!DOCTYPE RestingECG SYSTEM \"restecg.dtd\"><RestingECG/>").root().name());
        assertEquals("a", read("<!DOCTYPE a PUBLIC '-//x' 'http://localhost:1/x.dtd'><a/>").root().name());
        assertTrue(refusal("<!DOCTYPE a [<!ELEMENT a ANY>]><a/>").contains("defines a document type or entities"));
        assertTrue(refusal("<!DOCTYPE a SYSTEM 'x' [<!ATTLIST a b CDATA 'c'>]><a/>").contains("defines a document"));
        assertTrue(refusal("<a>&b;</a>").contains("not well-formed"));
        assertTrue(refusal("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a>&b;</a>").contains("not well-formed"));
    }

    @Test
    void depthAndNumberOfElementsAreBounded() {
        assertTrue(refusal("<a>".repeat(100_000)).contains("nested more than 64 deep"));
        assertTimeoutPreemptively(Duration.ofSeconds(20),
            () -> assertTrue(refusal("<a>" + "<b/>".repeat(1_000_001)).contains("more than 1000000 elements")));
    }

    @Test
    void damageIsToldWithItsLine() {
        assertEquals("t.xml, line 2: the XML is not well-formed (The element type \"b\" must be terminated by the "
            + "matching end-tag \"</b>\".). The file is damaged or cut: get it again.", refusal("<a>\n<b></a>"));
        assertTrue(refusal("").contains("not well-formed"));
    }

    @Test
    void theDeclaredEncodingHolds() throws IOException {
        byte[] latin = "<?xml version='1.0' encoding='ISO-8859-1'?><a>\u00B5V</a>"
            .getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("\u00B5V", XmlDocument.read(Files.write(folder.resolve("t.xml"), latin)).root().text());
        byte[] sixteen = "\uFEFF<?xml version='1.0' encoding='utf-16'?><a>\u00B5V</a>"
            .getBytes(StandardCharsets.UTF_16LE);
        assertEquals("\u00B5V", XmlDocument.read(Files.write(folder.resolve("t.xml"), sixteen)).root().text());
        byte[] wrong = "<?xml version='1.0' encoding='UTF-8'?><a>\u00B5V</a>".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("t.xml"), wrong);
        ReadException e = assertThrows(ReadException.class, () -> XmlDocument.read(file));
        assertTrue(e.getMessage().contains("not text in the encoding that it declares"), e.getMessage());
        assertTrue(refusal("<?xml version='1.0' encoding='klingon'?><a/>").contains("encoding klingon is not known"));
    }
}
