package org.physioclr.core.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileFormatTest {

    private static Optional<FileFormat> of(String head) {
        return FileFormat.of(head.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aHeaderIsKnownByItsContent() {
        assertEquals(Optional.of(FileFormat.WFDB), of("# comment\r\n\r\n100 2 360\r\n100.dat 212 200 11\r\n"));
        assertEquals(Optional.of(FileFormat.WFDB), of("A1.mat 12 500 5000\nA1.mat 16x1+24 1000/mV\n"));
        assertEquals(Optional.empty(), of("Measured in 12 wards\nof 3 hospitals\n"));
        assertEquals(Optional.empty(), of(""));
    }

    @Test
    void blanksAndLineEndsDoNotHangIt() {
        assertTimeoutPreemptively(Duration.ofSeconds(5),
            () -> assertEquals(Optional.empty(), of(" \n\n".repeat(340) + "x")));
    }

    @Test
    void xmlIsKnownByItsRoot() {
        assertEquals(Optional.of(FileFormat.HL7_AECG), of("<!-- RestingECG -->\n<AnnotatedECG xmlns='x'>"));
        assertEquals(Optional.of(FileFormat.HL7_AECG), of("<n:AnnotatedECG/>"));
        assertEquals(Optional.of(FileFormat.MUSE), of("<?xml version='1.0'?><!DOCTYPE RestingECG SYSTEM 'x'>\n"
            + "<RestingECG>"));
        assertEquals(Optional.of(FileFormat.PHILIPS), of("<restingecgdata a='b'>"));
        assertEquals(Optional.of(FileFormat.SCHILLER), of("<com.xiriuz.sema.xml.schillerEDI.SchillerEDI>"));
        assertEquals(Optional.empty(), of("<html><body>AnnotatedECG</body></html>"));
        assertEquals(Optional.of(FileFormat.HL7_AECG), of("<!--" + "x".repeat(4000) + " AnnotatedECG"));
    }

    @Test
    void numbersAreNoWfdbHeader() {
        assertEquals(Optional.of(FileFormat.CSV), of(("1\t16" + "\t3".repeat(10) + "\n").repeat(5)));
        assertEquals(Optional.empty(), of("5 12 3\n1 16 2\n"));
    }
}
