package io.hayate.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Frames made up from a seed: tickers as the venue sends them, rows of every form of number and of
 * any length, and frames of the sample, half of them cut or spoilt.
 */
final class GeneratedFrames {
    private static final String SPOILERS = "\"[]{},:\\ 0123456789--..eE+n/;\u0000\u00ac\u00ff";
    private static final int FIELDS_MAX = 25;
    private static final int TICKER_FIELDS = 10;
    private static final int DIGITS_MAX = 20;

    private final List<byte[]> sample =
            Frames.sample().stream().map(frame -> frame.getBytes(ISO_8859_1)).toList();
    private final StringBuilder text = new StringBuilder();
    private final Random random;

    GeneratedFrames(long seed) {
        random = new Random(seed);
    }

    byte[] next() {
        byte[] frame = random.nextInt(16) == 0 ? ofSample() : numbers();
        for (int i = random.nextInt(4) - 1; i > 0; i--) {
            frame = spoil(frame);
        }
        return frame;
    }

    /** What lies behind a frame: any bytes, more often such as could go on with it. */
    byte[] behind() {
        byte[] behind = new byte[RowScanner.SLACK];
        for (int i = 0; i < behind.length; i++) {
            behind[i] = random.nextInt(8) == 0 ? (byte) random.nextInt() : spoiler();
        }
        return behind;
    }

    private byte[] ofSample() {
        return sample.get(random.nextInt(sample.size()));
    }

    private byte[] numbers() {
        boolean plain = random.nextInt(4) > 0;
        text.setLength(0);
        text.append('[');
        integer();
        text.append(",[");
        int fields = plain ? TICKER_FIELDS : random.nextInt(FIELDS_MAX + 1);
        for (int i = 0; i < fields; i++) {
            text.append(i == 0 ? "" : ",");
            if (plain && random.nextInt(64) > 0) {
                plainNumber();
            } else {
                number();
            }
        }
        text.append(random.nextInt(16) == 0 ? ",null]" : "]");
        for (int i = random.nextInt(3); i > 0; i--) {
            text.append(',');
            integer();
        }
        return text.append(']').toString().getBytes(ISO_8859_1);
    }

    private void integer() {
        digits(random.nextInt(16) == 0 ? DIGITS_MAX : 8, false);
    }

    /** As many digits as the scanner reads, at most. */
    private void plainNumber() {
        text.append(random.nextInt(4) == 0 ? "-" : "");
        digits(7, false);
        if (random.nextInt(3) > 0) {
            text.append('.');
            digits(8, true);
        }
    }

    private void number() {
        switch (random.nextInt(12)) {
            case 0 -> text.append("null");
            case 1 -> text.append("-0");
            case 2 -> text.append(random.nextBoolean() ? "1e400" : "-1e-7");
            case 3 -> text.append(random.nextDouble() * 1e-6);
            case 4 -> text.append(random.nextGaussian() * 1e6);
            case 5 -> text.append(random.nextLong());
            case 6 -> text.append("9".repeat(random.nextInt(400)));
            case 7 -> text.append("0.").append("1234567890".repeat(random.nextInt(40)));
            case 8 -> text.append(random.nextBoolean() ? "[1,2]" : "\"5\"");
            case 9 -> exponent();
            default -> longNumber();
        }
    }

    private void exponent() {
        plainNumber();
        text.append(random.nextBoolean() ? "e" : "E+").append(random.nextInt(330));
    }

    private void longNumber() {
        text.append(random.nextBoolean() ? "-" : "");
        digits(DIGITS_MAX, random.nextInt(8) == 0);
        text.append('.');
        digits(DIGITS_MAX, true);
    }

    private void digits(int most, boolean zeroFirst) {
        int count = 1 + random.nextInt(most);
        for (int i = 0; i < count; i++) {
            boolean zero = i > 0 || zeroFirst || count == 1;
            text.append((char) (zero ? '0' + random.nextInt(10) : '1' + random.nextInt(9)));
        }
    }

    private byte[] spoil(byte[] frame) {
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
