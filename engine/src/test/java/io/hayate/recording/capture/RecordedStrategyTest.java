package io.hayate.recording.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.recording.EntryKind;
import io.hayate.recording.RecordedEntry;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A strategy that is started by hand, on its way into a recording, and out of it. */
class RecordedStrategyTest {
    private final CaptureBuffer captured = new CaptureBuffer(1 << 16, List.of("my-secret"));
    private String text;
    private RecordedStrategy read;

    private void bring(int place, Map<String, String> parameters) {
        captured.onPlugged(place, parameters, 5);
        CaptureReader.read(captured, false, this::take);
    }

    private void take(RecordedEntry entry) throws IOException {
        assertEquals(EntryKind.STRATEGY, entry.kind());
        text = entry.textString();
        read = RecordedStrategy.of(entry);
    }

    @Test
    void shouldKeepPlaceAndParametersInTheirOrder() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("slow", "20");
        parameters.put("fast", "5");
        bring(3, parameters);

        assertEquals("{\"place\":3,\"parameters\":{\"slow\":\"20\",\"fast\":\"5\"}}", text);
        assertEquals(new RecordedStrategy(3, parameters), read);
    }

    @Test
    void shouldKeepWhatJsonHasToEscape() {
        Map<String, String> parameters = Map.of("k\"\u00e9y", "a\\b\n\u20ac");
        bring(0, parameters);

        assertEquals(parameters, read.parameters());
    }

    @Test
    void shouldKeepOneWithoutParameters() {
        bring(0, Map.of());

        assertEquals("{\"place\":0,\"parameters\":{}}", text);
        assertEquals(Map.of(), read.parameters());
    }

    @Test
    void shouldMarkSecrets() {
        bring(0, Map.of("a", "my-secret"));

        assertEquals(Map.of("a", "*********"), read.parameters());
    }
}
