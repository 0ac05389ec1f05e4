package org.physioclr.core.read;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.physioclr.core.read.text.EcgTable;
import org.physioclr.core.read.text.TextLines;

/** ECG file formats, told apart by a file's first bytes. */
public enum FileFormat {
    WFDB("WFDB"), EDF("EDF"), BDF("BDF"), DICOM("DICOM"), SCP("SCP-ECG"), HL7_AECG("HL7 aECG"), MUSE("GE MUSE XML"),
    PHILIPS("Philips XML"), SCHILLER("Schiller XML"), MATLAB_4("MATLAB 4"), MATLAB_5("MATLAB 5"),
    MATLAB_73("MATLAB 7.3 (HDF5)"), CSV("CSV");

    /** How many bytes of a file {@link #of} wants to see, if it has so many. */
    public static final int HEAD_BYTES = 4096;

    /**
     * A record line and a signal line, which begins with a file name, not a number; possessive, so that no text of
     * blanks and line ends takes more than a pass.
     */
    private static final Pattern WFDB_HEADER = Pattern.compile(
        "(?s)(?:[ \\t\\r]*+(?:#[^\\n]*+)?\\n)*+[^\\s/]+(?:/\\d+)?\\s+\\d+(?:\\s[^\\n]*)?\\n"
            + "(?:[ \\t\\r]*+(?:#[^\\n]*+)?\\n)*+(?=[\\d.+\\-]*+\\S)\\S+\\s+"
            + "(?:0|8|16|24|32|61|80|160|212|310|311|508|516|524)(?:[x:+]\\S*)?\\s.*");

    private final String title;

    FileFormat(String title) {
        this.title = title;
    }

    /** The format's usual name. */
    public String title() {
        return title;
    }

    /**
     * The format of a file.
     *
     * @param head the first {@link #HEAD_BYTES} of the file, or all of it if it is shorter
     * @return empty if the content is none of these formats'
     */
    public static Optional<FileFormat> of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.matches("(?s)0 {7}[^\\n]{176}.*") || text.length() < 184 && text.startsWith("0       ")) {
            return Optional.of(EDF);
        }
        if (text.startsWith("\u00FFBIOSEMI")) {
            return Optional.of(BDF);
        }
        if (text.startsWith("DICM", 128) || text.startsWith("\u0002\0\0\0UL")) {
            return Optional.of(DICOM);
        }
        if (text.startsWith("SCPECG", 16)) {
            return Optional.of(SCP);
        }
        if (text.startsWith("MATLAB 5.0")) {
            return Optional.of(MATLAB_5);
        }
        if (text.startsWith("MATLAB 7.3") || text.startsWith("\u0089HDF")) {
            return Optional.of(MATLAB_73);
        }
        if (text.startsWith("val\0", 20)) {
            return Optional.of(MATLAB_4);
        }
        if (isXml(head)) {
            return xml(TextLines.decode(head));
        }
        if (WFDB_HEADER.matcher(text).matches()) {
            return Optional.of(WFDB);
        }
        return EcgTable.isEcg(head, head.length < HEAD_BYTES) ? Optional.of(CSV) : Optional.empty();
    }

    /** Whether a file begins as XML does. */
    static boolean isXml(byte[] head) {
        return TextLines.decode(head).stripLeading().startsWith("<");
    }

    /** By the root element; behind a long preface it may not be in sight, then by what is mentioned. */
    private static Optional<FileFormat> xml(String text) {
        String name = rootName(text).orElse(text);
        if (name.contains("AnnotatedECG")) {
            return Optional.of(HL7_AECG);
        }
        if (name.contains("restingecgdata")) {
            return Optional.of(PHILIPS);
        }
        if (name.contains("RestingECG")) {
            return Optional.of(MUSE);
        }
        return name.contains("schillerEDI") ? Optional.of(SCHILLER) : Optional.empty();
    }

    /** The first tag behind declaration, comments and document type; empty if it is not in sight. */
    private static Optional<String> rootName(String text) {
        int at = text.indexOf('<');
        while (at >= 0) {
            String end = text.startsWith("<?", at) ? "?>" : text.startsWith("<!--", at) ? "-->" : ">";
            int after = text.indexOf(end, at);
            if (after < 0) {
                return Optional.empty();
            }
            if (!text.startsWith("<?", at) && !text.startsWith("<!", at)) {
                return Optional.of(text.substring(at + 1, after).split("[\\s/]", 2)[0]);
            }
            at = text.indexOf('<', after);
        }
        return Optional.empty();
    }
}
