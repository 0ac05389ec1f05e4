package org.physioclr.torch.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes by which equal data is known again: SHA-256. */
public final class Fingerprints {

    private Fingerprints() {
    }

    /** The start of a hash. */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The hash of a signal, {@code [lead][sample]}, and its rate. */
    static byte[] of(float[][] signal, double rateHz) {
        MessageDigest digest = start();
        digest.update(ByteBuffer.allocate(Double.BYTES).putDouble(0, rateHz));
        for (float[] lead : signal) {
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * lead.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(lead);
            digest.update(bytes);
        }
        return digest.digest();
    }

    /** The hash of a file, in hexadecimal. */
    public static String of(Path file) throws IOException {
        MessageDigest digest = start();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return text(digest);
    }

    /** The hash so far, in hexadecimal; the digest can go on. */
    public static String text(MessageDigest digest) {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of the Java platform can be cloned", e);
        }
    }
}
