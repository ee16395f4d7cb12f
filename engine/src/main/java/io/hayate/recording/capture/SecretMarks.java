package io.hayate.recording.capture;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.agrona.MutableDirectBuffer;

/**
 * Puts a star in the place of each byte of a secret, wherever it stands in a text. Any thread; allocates
 * nothing.
 */
final class SecretMarks {
    private static final byte STAR = '*';

    private final byte[][] secrets;

    /** Marks of these secrets; empty ones are none. */
    SecretMarks(List<String> secrets) {
        this.secrets =
                secrets.stream()
                        .filter(secret -> !secret.isEmpty())
                        .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new);
    }

    /** Marks what there is of them in a text, in its place. */
    void mark(MutableDirectBuffer text, int offset, int length) {
        for (byte[] secret : secrets) {
            for (int i = offset; i + secret.length <= offset + length; i++) {
                if (isAt(text, i, secret)) {
                    text.setMemory(i, secret.length, STAR);
                }
            }
        }
    }

    private static boolean isAt(MutableDirectBuffer text, int index, byte[] secret) {
        for (int i = 0; i < secret.length; i++) {
            if (text.getByte(index + i) != secret[i]) {
                return false;
            }
        }
        return true;
    }
}
