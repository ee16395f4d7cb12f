package io.hayate.recording.capture;

import io.hayate.recording.RecordedEntry;
import io.hayate.recording.RecordingException;

/**
 * A loop's tick of time as a recording has it.
 *
 * <pre>[1700000000000,123,0]
 * [1700000000000,123,0,2]</pre>
 *
 * @param timeMs of the wall clock, since 1970 UTC
 * @param seenNs until when all that came was read, by the monotonic clock
 * @param turn which session had its turn first before
 * @param loop from 0, which stands at the end for any other
 */
public record RecordedTick(long timeMs, long seenNs, int turn, int loop) {
    private static final int NUMBERS = 3;

    /**
     * Reads the text of a TICK.
     *
     * @throws RecordingException when it is none
     */
    public static RecordedTick of(RecordedEntry entry) throws RecordingException {
        long[] numbers = numbers(entry, NUMBERS);
        int loop = numbers.length > NUMBERS ? (int) numbers[NUMBERS] : 0;
        return new RecordedTick(numbers[0], numbers[1], (int) numbers[2], loop);
    }

    /** The whole numbers of an array, of which there are so many at least. */
    static long[] numbers(RecordedEntry entry, int least) throws RecordingException {
        String text = entry.textString();
        boolean isArray = text.startsWith("[") && text.endsWith("]");
        String[] parts = isArray ? text.substring(1, text.length() - 1).split(",") : new String[0];
        if (parts.length < least) {
            throw new RecordingException(wrong(entry, text));
        }
        long[] numbers = new long[parts.length];
        try {
            for (int i = 0; i < parts.length; i++) {
                numbers[i] = Long.parseLong(parts[i].strip());
            }
        } catch (NumberFormatException e) {
            throw new RecordingException(wrong(entry, text), e);
        }
        return numbers;
    }

    /** That an entry's text is none of its kind, in words. */
    static String wrong(RecordedEntry entry, String text) {
        return "a " + entry.kind().wireName() + " that is none: " + text;
    }
}
