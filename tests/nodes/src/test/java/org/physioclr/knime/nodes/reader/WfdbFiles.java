package org.physioclr.knime.nodes.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Small WFDB records that tests make: leads II and I at 100 Hz, format 16, 1,000 units per millivolt. */
final class WfdbFiles {

    private final Path folder;

    WfdbFiles(Path folder) {
        this.folder = folder;
    }

    /** What sample i of a lead is, in units; the leads differ, and no two samples within 100 are equal. */
    static int units(int lead, int i) {
        return (lead == 0 ? 7 : 3) * (i % 100) - 200;
    }

    /**
     * Writes a record.
     *
     * @param name its path below the folder, without ending
     * @param comments header lines such as {@code #Dx: 164889003}, each with its line end
     */
    void write(String name, int samples, String comments) throws IOException {
        Path header = folder.resolve(name + ".hea");
        Files.createDirectories(header.getParent());
        String base = header.getFileName().toString().replace(".hea", "");
        Files.writeString(header, base + " 2 100 " + samples + "\n" + signalLine(base, 0, samples, "II")
            + signalLine(base, 1, samples, "I") + comments);
        ByteBuffer data = ByteBuffer.allocate(2 * Short.BYTES * samples).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < samples; i++) {
            data.putShort((short) units(0, i)).putShort((short) units(1, i));
        }
        Files.write(folder.resolve(name + ".dat"), data.array());
    }

    private static String signalLine(String base, int lead, int samples, String name) {
        short checksum = (short) IntStream.range(0, samples).map(i -> units(lead, i)).sum();
        return base + ".dat 16 1000/mV 16 0 " + units(lead, 0) + " " + checksum + " 0 " + name + "\n";
    }

    /** Cuts a record's signal short. */
    void damage(String name) throws IOException {
        Files.write(folder.resolve(name + ".dat"), new byte[7]);
    }
}
