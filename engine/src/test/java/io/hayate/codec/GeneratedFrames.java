package io.hayate.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hayate.model.MarketChannel;
import java.util.List;
import java.util.Random;

/**
 * Frames made up from a seed: of every channel as the venue sends them, rows of every form of number
 * and of any length, and frames of the sample, half of them cut or spoilt.
 */
final class GeneratedFrames {
    private static final int FIELDS_MAX = 25;
    private static final int ROWS_MAX = 6;
    private static final int ODDS = 48; // of so many fields one is any number

    /** Of each of {@link TestChannels#ALL}: Integer, Count, Decimal, Null, Symbol, a Word. */
    private static final List<String> ROWS =
            List.of(
                    "DDDDDDDDDD",
                    "DDCDDCDDDDDDDNND",
                    "IIDD",
                    "IIDDC",
                    "DCD",
                    "DCCD",
                    "IDD",
                    "ICDD",
                    "IDDDDD",
                    "IDDDDD",
                    "INDDNDNIDDNDNNDNNDNNNDD",
                    "WIINSDDNCCND",
                    "DDD");

    private final List<byte[]> sample =
            Frames.sample().stream().map(frame -> frame.getBytes(ISO_8859_1)).toList();
    private final StringBuilder text = new StringBuilder();
    private final Random random;
    private final GeneratedJsonNumbers numbers;
    private final Spoiler spoiler;
    private MarketChannel channel = TestChannels.TICKER;

    GeneratedFrames(long seed) {
        random = new Random(seed);
        numbers = new GeneratedJsonNumbers(random, text);
        spoiler = new Spoiler(random);
    }

    byte[] next() {
        int kind = random.nextInt(3) == 0 ? 0 : random.nextInt(TestChannels.ALL.size());
        channel = TestChannels.ALL.get(kind);
        byte[] frame = random.nextInt(16) == 0 ? ofSample() : ofChannel(kind);
        for (int i = random.nextInt(4) - 1; i > 0; i--) {
            frame = spoiler.spoil(frame);
        }
        return frame;
    }

    /** What the frame made last may have come on; now and then another one. */
    MarketChannel channel() {
        return random.nextInt(32) == 0
                ? TestChannels.ALL.get(random.nextInt(TestChannels.ALL.size()))
                : channel;
    }

    byte[] behind() {
        return spoiler.behind();
    }

    private byte[] ofSample() {
        return sample.get(random.nextInt(sample.size()));
    }

    private byte[] ofChannel(int kind) {
        text.setLength(0);
        text.append('[');
        numbers.integer();
        text.append(',');
        switch (random.nextInt(8)) {
            case 0 -> list(kind);
            case 1 -> typed(kind);
            default -> row(kind);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            text.append(',');
            trailing();
        }
        return text.append(']').toString().getBytes(ISO_8859_1);
    }

    private void trailing() {
        if (random.nextInt(3) == 0) {
            text.append(1_786_327_545_418L + random.nextInt());
        } else {
            numbers.integer();
        }
    }

    private void typed(int kind) {
        int word = random.nextInt(4);
        text.append(List.of("\"te\",", "\"tu\",", "\"cs\",", "\"hb\"").get(word));
        if (word < 2) {
            row(kind);
        } else if (word == 2) {
            text.append(random.nextInt(16) == 0 ? random.nextLong() : random.nextInt());
        }
    }

    private void list(int kind) {
        text.append('[');
        int rows = random.nextInt(ROWS_MAX);
        for (int i = 0; i < rows; i++) {
            text.append(i == 0 ? "" : ",");
            row(kind);
        }
        text.append(']');
    }

    private void row(int kind) {
        text.append('[');
        if (random.nextInt(8) == 0) {
            anyRow();
        } else {
            rowOf(ROWS.get(kind));
        }
        text.append(random.nextInt(16) == 0 ? ",null]" : "]");
    }

    private void anyRow() {
        int fields = random.nextInt(FIELDS_MAX + 1);
        for (int i = 0; i < fields; i++) {
            text.append(i == 0 ? "" : ",");
            numbers.number();
        }
    }

    private void rowOf(String fields) {
        for (int i = 0; i < fields.length(); i++) {
            text.append(i == 0 ? "" : ",");
            if (random.nextInt(ODDS) == 0) {
                numbers.number();
            } else {
                field(fields.charAt(i));
            }
        }
    }

    private void field(char field) {
        switch (field) {
            case 'I' -> numbers.digits(16, false);
            case 'C' -> text.append(random.nextInt(3));
            case 'D' -> numbers.plainNumber();
            case 'S' -> text.append("\"tBTCF0:USTF0\"");
            case 'W' -> text.append("\"pos\"");
            default -> text.append("null");
        }
    }
}
