package org.physioclr.core.read.scp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.physioclr.core.read.LittleEndianFile;
import org.physioclr.core.read.ReadException;

/** The table of contents of an SCP-ECG file: section 0 points to all others. */
final class ScpSections {

    private static final int FILE_HEADER_BYTES = 6;
    private static final int SECTION_HEADER_BYTES = 16;
    private static final int POINTER_BYTES = 10;

    private final LittleEndianFile file;
    private final Map<Integer, ScpSection> byId = new HashMap<>();

    private ScpSections(LittleEndianFile file) {
        this.file = file;
    }

    /**
     * Finds the sections.
     *
     * @param warnings receives which checksums don't match
     * @throws ReadException if a pointer leads out of the file or to something else than its section
     */
    static ScpSections of(LittleEndianFile file, List<String> warnings) throws ReadException {
        ScpSections sections = new ScpSections(file);
        long stated = file.unsigned32(2);
        if (stated > file.size()) {
            throw new ReadException(file.path(), "", "it ends after " + file.size() + " of " + stated + " bytes",
                LittleEndianFile.REMEDY);
        }
        if (Crc.of(file.data(), 2, (int) Math.max(2, stated)) != file.unsigned16(0)) {
            warnings.add("the file's checksum does not match");
        }
        sections.add(0, FILE_HEADER_BYTES, file.unsigned32(FILE_HEADER_BYTES + 4L), warnings);
        ScpSection pointers = sections.byId.get(0);
        for (int at = 0; at + POINTER_BYTES <= pointers.length(); at += POINTER_BYTES) {
            int id = pointers.unsigned16(at);
            long length = pointers.unsigned32(at + 2L);
            long index = pointers.unsigned32(at + 6L);
            if (length > 0 && !sections.byId.containsKey(id)) {
                sections.add(id, index - 1, length, warnings);
            }
        }
        return sections;
    }

    private void add(int id, long start, long length, List<String> warnings) throws ReadException {
        if (length < SECTION_HEADER_BYTES || start < FILE_HEADER_BYTES || start + length > file.size()) {
            throw new ReadException(file.path(), "section " + id, "its pointer leads to bytes " + start + " to "
                + (start + length) + ", the file has " + file.size(), LittleEndianFile.REMEDY);
        }
        if (file.unsigned16(start + 2) != id || file.unsigned32(start + 4) != length) {
            throw new ReadException(file.path(), "byte " + start, "section " + id + " does not begin here, where its "
                + "pointer leads", LittleEndianFile.REMEDY);
        }
        if (Crc.of(file.data(), (int) start + 2, (int) (start + length)) != file.unsigned16(start)) {
            warnings.add("the checksum of section " + id + " does not match");
        }
        byId.put(id, new ScpSection(file, id, (int) start + SECTION_HEADER_BYTES,
            (int) length - SECTION_HEADER_BYTES));
    }

    Optional<ScpSection> find(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** A section without which there is no ECG. */
    ScpSection require(int id, String what) throws ReadException {
        ScpSection section = byId.get(id);
        if (section == null) {
            throw new ReadException(file.path(), "", "section " + id + ", " + what + ", is missing",
                "Export the ECG again, with its rhythm.");
        }
        return section;
    }
}
