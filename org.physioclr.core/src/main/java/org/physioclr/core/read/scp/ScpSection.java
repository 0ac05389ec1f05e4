package org.physioclr.core.read.scp;

import org.physioclr.core.read.LittleEndianFile;
import org.physioclr.core.read.ReadException;

/**
 * One section of an SCP-ECG file. Positions count from the end of its header.
 *
 * @param file the file
 * @param id 0 to 11, higher ones are reserved or the manufacturer's
 * @param start where its content begins in the file
 * @param length the content's bytes
 */
record ScpSection(LittleEndianFile file, int id, int start, int length) {

    int unsigned8(long at) throws ReadException {
        return file.unsigned8(position(at, 1));
    }

    int unsigned16(long at) throws ReadException {
        return file.unsigned16(position(at, 2));
    }

    short signed16(long at) throws ReadException {
        return file.signed16(position(at, 2));
    }

    long unsigned32(long at) throws ReadException {
        return file.unsigned32(position(at, 4));
    }

    /** The position in the file of so many bytes of the section. */
    int position(long at, long bytes) throws ReadException {
        if (at < 0 || bytes < 0 || at > length - bytes) {
            throw error("it ends before what should stand at its byte " + at);
        }
        return (int) (start + at);
    }

    ReadException error(String cause) {
        return new ReadException(file.path(), "section " + id, cause, LittleEndianFile.REMEDY);
    }
}
