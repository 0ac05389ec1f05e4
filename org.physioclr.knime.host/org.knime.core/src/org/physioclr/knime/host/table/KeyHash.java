package org.physioclr.knime.host.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Stands for a row key when duplicates are looked for. At 128 bits of SHA-256 two different keys are as good as never
 * taken for one.
 *
 * @param high 64 bits
 * @param low 64 bits
 */
record KeyHash(long high, long low) {

    static KeyHash of(String key) {
        try {
            ByteBuffer hash = ByteBuffer.wrap(
                MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
            return new KeyHash(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
