package io.hayate.transport.websocket;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Masks that nobody outside can foretell, as RFC 6455 5.3 asks. A thousand lie ready; when they are
 * used up, AES in counter mode under a random key makes the next thousand: {@link SecureRandom} itself
 * allocates and takes a lock with each call.
 *
 * <p>One thread. Allocates nothing after construction.
 */
final class MaskSource {
    private static final int BLOCK_BYTES = 4_096;
    private static final int AES_BYTES = 16;

    private final Cipher cipher;
    private final byte[] zeros = new byte[BLOCK_BYTES];
    private final byte[] block = new byte[BLOCK_BYTES];
    private final UnsafeBuffer masks = new UnsafeBuffer(block);
    private int next = BLOCK_BYTES;

    MaskSource() {
        try {
            SecureRandom random = new SecureRandom();
            cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(bytes(random), "AES"),
                    new IvParameterSpec(bytes(random)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES", e);
        }
    }

    private static byte[] bytes(SecureRandom random) {
        byte[] bytes = new byte[AES_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    int next() {
        if (next == BLOCK_BYTES) {
            refill();
        }
        int mask = masks.getInt(next);
        next += Integer.BYTES;
        return mask;
    }

    private void refill() {
        try {
            cipher.update(zeros, 0, BLOCK_BYTES, block, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a block fits in a block", e);
        }
        next = 0;
    }
}
