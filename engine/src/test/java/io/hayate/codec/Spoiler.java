package io.hayate.codec;

import java.util.Arrays;
import java.util.Random;

/** Cuts frames short, and changes a byte of them. */
final class Spoiler {
    private static final String SPOILERS = "\"[]{},:\\ 0123456789--..eE+n/;\u0000\u00ac\u00ff";

    private final Random random;

    Spoiler(Random random) {
        this.random = random;
    }

    /** What lies behind a frame: any bytes, more often such as could go on with it. */
    byte[] behind() {
        byte[] behind = new byte[RowScanner.SLACK];
        for (int i = 0; i < behind.length; i++) {
            behind[i] = random.nextInt(8) == 0 ? (byte) random.nextInt() : spoiler();
        }
        return behind;
    }

    byte[] spoil(byte[] frame) {
        int at = random.nextInt(frame.length + 1);
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(frame, at);
            case 1 -> insert(frame, at);
            case 2 -> insert(frame, frame.length);
            case 3 -> Arrays.copyOfRange(frame, at, frame.length);
            default -> replace(frame, at);
        };
    }

    private byte[] insert(byte[] frame, int at) {
        byte[] longer = Arrays.copyOf(frame, frame.length + 1);
        System.arraycopy(frame, at, longer, at + 1, frame.length - at);
        longer[at] = spoiler();
        return longer;
    }

    private byte[] replace(byte[] frame, int at) {
        byte[] spoilt = frame.clone();
        if (at < spoilt.length) {
            spoilt[at] = random.nextInt(8) == 0 ? (byte) random.nextInt() : spoiler();
        }
        return spoilt;
    }

    private byte spoiler() {
        return (byte) SPOILERS.charAt(random.nextInt(SPOILERS.length()));
    }
}
