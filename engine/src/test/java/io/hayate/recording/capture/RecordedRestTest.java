package io.hayate.recording.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.event.TrafficTap;
import io.hayate.recording.EntryKind;
import io.hayate.recording.RecordedEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer of REST on its way into a recording, and out of it. */
class RecordedRestTest {
    private static final int BYTES = 1 << 16; // of a buffer, whose messages have an eighth
    private static final String PATH = "/v2/auth/r/orders/tBTCUSD";

    private final CaptureBuffer captured = new CaptureBuffer(BYTES, List.of("my-key", "my-secret"));
    private final List<String> texts = new ArrayList<>();
    private RecordedRest read;

    private void bring(String asked, int status, String body) {
        captured.onRest(PATH, asked, status, body.getBytes(UTF_8), 5);
        CaptureReader.read(captured, false, this::take);
    }

    private void take(RecordedEntry entry) throws IOException {
        assertEquals(EntryKind.REST, entry.kind());
        assertEquals(5, entry.timeNs());
        texts.add(entry.textString());
        read = RecordedRest.of(entry);
    }

    @Test
    void shouldKeepWhatWasAskedAndAnswered() {
        bring("{\"start\":1,\"limit\":500}", 200, "[[1, \"é\"],[2]]");

        assertEquals(
                "{\"path\":\""
                        + PATH
                        + "\",\"asked\":{\"start\":1,\"limit\":500},\"status\":200,"
                        + "\"body\":[[1, \"é\"],[2]]}",
                texts.get(0));
        assertEquals(PATH, read.path());
        assertEquals("{\"start\":1,\"limit\":500}", read.asked());
        assertEquals(200, read.status());
        assertEquals(0, read.left());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"a\":[1]}",
                "\"one text\"",
                "17",
                "-1.5e-7",
                "true",
                "<html>\n</html>",
                "[1,\n2]",
                "",
                "é",
                "null"
            })
    void shouldGiveBackEachBodyByteForByte(String body) {
        bring("{}", 500, body);

        assertEquals(body, new String(read.body(), UTF_8));
        assertEquals("{}", read.asked());
        assertEquals(500, read.status());
    }

    @Test
    void shouldTellWhyNothingWasAnswered() {
        bring("{}", TrafficTap.NO_ANSWER, "no answer within 10 s");

        assertEquals(TrafficTap.NO_ANSWER, read.status());
        assertEquals("no answer within 10 s", read.failure());
    }

    @Test
    void shouldMarkSecretsByTheirLength() {
        bring("{\"k\":\"my-key\"}", 500, "[\"error\",10100,\"my-key: my-secret\"]");

        assertEquals("{\"k\":\"******\"}", read.asked());
        assertEquals("[\"error\",10100,\"******: *********\"]", new String(read.body(), UTF_8));
    }

    @Test
    void shouldSayHowMuchOfABodyWasLeftOutWhenItIsTooLong() {
        String body = "[\"" + "x".repeat(BYTES / 8) + "\"]";

        bring("", 200, body);

        assertEquals("{\"path\":\"" + PATH + "\",\"status\":200,\"left\":8196}", texts.get(0));
        assertEquals(body.length(), read.left());
        assertEquals(0, read.body().length);
        assertEquals(0, captured.lost());
    }

    @Test
    void shouldCountAnAnswerForWhichThereIsNoRoomNow() {
        byte[] body = ("[\"" + "x".repeat(8_000) + "\"]").getBytes(UTF_8);
        for (int i = 0; i < 9; i++) {
            captured.onRest(PATH, "{}", 200, body, i);
        }

        assertEquals(1, captured.lost());
    }
}
