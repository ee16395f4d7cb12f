package io.hayate.recording.capture;

import io.hayate.recording.RecordedEntry;
import io.hayate.recording.RecordingException;

/**
 * Places of the ring that one loop of several has filled, as a recording has them.
 *
 * <pre>[2,3349,3]</pre>
 *
 * @param loop from 0
 * @param first the first place, counted from 0
 * @param count how many there are
 */
public record RecordedPlaces(int loop, long first, long count) {
    private static final int NUMBERS = 3;

    /**
     * Reads the text of a PLACES.
     *
     * @throws RecordingException when it is none
     */
    public static RecordedPlaces of(RecordedEntry entry) throws RecordingException {
        long[] numbers = RecordedTick.numbers(entry, NUMBERS);
        return new RecordedPlaces((int) numbers[0], numbers[1], numbers[2]);
    }
}
