package io.hayate.recording.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.event.SharedValue;
import io.hayate.recording.RecordingException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedReadTest {
    private final CaptureBuffer captured = new CaptureBuffer(1 << 16, List.of());

    @Test
    void shouldReadWhatWasCaptured() {
        captured.onRead(SharedValue.RESTING_ORDERS, 12, 1, 5);
        captured.ofLoop(2).onRead(SharedValue.ATTEMPT, 1, Long.MIN_VALUE, 6);
        List<Object> found = new ArrayList<>();

        CaptureReader.read(
                captured,
                false,
                entry -> {
                    try {
                        found.add(entry.textString());
                        found.add(RecordedRead.of(entry));
                    } catch (RecordingException e) {
                        throw new AssertionError(e);
                    }
                });

        assertEquals(
                List.of(
                        "{\"name\":\"resting-orders\",\"read\":12,\"value\":1}",
                        new RecordedRead(SharedValue.RESTING_ORDERS, 0, 12, 1),
                        "{\"name\":\"attempt\",\"read\":1,\"value\":-9223372036854775808,\"loop\":2}",
                        new RecordedRead(SharedValue.ATTEMPT, 2, 1, Long.MIN_VALUE)),
                found);
    }
}
