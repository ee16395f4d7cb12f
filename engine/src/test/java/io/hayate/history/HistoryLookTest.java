package io.hayate.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.LookEnd;
import io.hayate.model.Instruments;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryLookTest {
    private static final long START_MS = 1_700_000_000_000L;
    private static final String NONE = "[]";

    private final Instruments instruments = Instruments.of(List.of("tBTCUSD", "tDOGE:USD"));
    private final HistoryLook look = new HistoryLook(instruments, () -> 42);
    private final List<String> told = new ArrayList<>();
    private boolean hasRoom = true;

    private void begin() {
        look.begin(3, 0, START_MS);
    }

    private boolean publish() {
        return look.publish(this::take);
    }

    private boolean take(Event event) {
        if (!hasRoom) {
            return false;
        }
        assertEquals(3, event.venueSequence());
        if (event.type() == EventType.PAST_REPORT) {
            ExecutionReport report = new ExecutionReport().wrap(event);
            told.add(report.kind() + " " + report.orderId() + " " + report.tradeId());
        } else {
            LookEnd end = new LookEnd().wrap(event);
            String words = end.isWhole() ? "whole" : end.text();
            told.add(end.rows() + " rows, newest " + (end.newestMs() - START_MS) + ", " + words);
        }
        return true;
    }

    private void answer(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        look.onAnswer(new UnsafeBuffer(bytes), 0, bytes.length);
        publish();
    }

    private static String list(String... rows) {
        return "[" + String.join(",", rows) + "]";
    }

    @Test
    void shouldAskForOpenThenEndedThenFills() {
        begin();
        List<String> asked = new ArrayList<>();
        while (!look.isOver()) {
            asked.add(look.path() + " " + look.body());
            answer(NONE);
        }

        assertEquals(
                List.of(
                        "/v2/auth/r/orders/tBTCUSD {}",
                        "/v2/auth/r/orders/tBTCUSD/hist {\"start\":1700000000000,\"limit\":500}",
                        "/v2/auth/r/trades/tBTCUSD/hist {\"start\":1700000000000,\"limit\":500}"),
                asked);
        assertEquals(List.of("0 rows, newest -1700000000000, whole"), told);
        assertTrue(look.isDone());
    }

    @Test
    void shouldTellEachRowAndItsEnd() {
        begin();
        answer(list(RestRows.open(11, START_MS + 1)));
        answer(list(RestRows.ended(13, START_MS + 30), RestRows.ended(12, START_MS + 20)));
        answer(list(RestRows.fill(101, 13, START_MS + 25)));

        assertEquals(
                List.of(
                        "OPEN_ORDER 11 0",
                        "CLOSED 13 0",
                        "CLOSED 12 0",
                        "FILL_FEE 13 101",
                        "4 rows, newest 30, whole"),
                told);
    }

    private static String page(long newestId) {
        return IntStream.range(0, HistoryPages.ROWS)
                .mapToObj(i -> RestRows.ended(newestId - i, START_MS + newestId - i))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void shouldReadOnWhenAPageIsFull() {
        begin();
        answer(NONE);
        answer(page(1_000));
        assertEquals("{\"start\":1700000000000,\"end\":1700000000501,\"limit\":500}", look.body());
        answer(list(RestRows.ended(501, START_MS + 501), RestRows.ended(9, START_MS + 9)));
        assertEquals("/v2/auth/r/trades/tBTCUSD/hist", look.path());
        answer(NONE);

        assertEquals("502 rows, newest 1000, whole", told.get(told.size() - 1));
    }

    @Test
    void shouldNotCallItWholeWhenPagesGoOnForEver() {
        begin();
        answer(NONE);
        int pages = 0;
        while (look.path().contains("orders")) {
            answer(page(9_000 - 400L * pages++));
        }
        answer(NONE);

        assertEquals(HistoryPages.COUNT_MAX, pages);
        assertEquals(
                "4000 rows, newest 9000, there is more than could be read",
                told.get(told.size() - 1));
    }

    @Test
    void shouldNotCallItWholeWhenAFullPageIsOfOneMoment() {
        begin();
        answer(NONE);
        String same =
                IntStream.range(0, HistoryPages.ROWS)
                        .mapToObj(i -> RestRows.ended(1 + i, START_MS + 5))
                        .collect(Collectors.joining(",", "[", "]"));
        answer(same);
        answer(same);
        answer(NONE);

        assertTrue(told.get(told.size() - 1).contains("there is more"), told::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[[",
                "[7]",
                "[[]",
                "[[1,2",
                "[\"error\",10020,\"symbol: invalid\"]",
                "[] []"
            })
    void shouldEndWhenAnAnswerIsNoList(String text) {
        begin();
        answer(text);

        assertTrue(look.isOver());
        assertFalse(told.get(told.size() - 1).endsWith("whole"), told::toString);
    }

    @Test
    void shouldLeaveOutARowThatIsNotUnderstood() {
        begin();
        answer(NONE);
        answer(list(RestRows.ended(13, START_MS + 3), "[14,null,7,null]"));
        answer(NONE);

        assertEquals("CLOSED 13 0", told.get(0));
        assertEquals(2, told.size());
        assertTrue(told.get(1).contains("a row was not understood"), told::toString);
    }

    @Test
    void shouldReadTheNextLookWholeWhenOneWasBroken() {
        begin();
        answer("[[1,2");
        told.clear();
        begin();
        answer(NONE);
        answer(NONE);
        answer(NONE);

        assertEquals(List.of("0 rows, newest -1700000000000, whole"), told);
    }

    @Test
    void shouldGoOnWhereItStoodWhenThereWasNoRoom() {
        begin();
        hasRoom = false;
        answer(list(RestRows.open(11, START_MS + 1), RestRows.open(12, START_MS + 2)));
        assertFalse(publish());
        hasRoom = true;
        assertTrue(publish());

        assertEquals(List.of("OPEN_ORDER 11 0", "OPEN_ORDER 12 0"), told);
    }

    @Test
    void shouldSayWhyWhenARequestFails() {
        begin();
        look.fail("HTTP status 503");
        publish();

        assertEquals(List.of("0 rows, newest -1700000000000, HTTP status 503"), told);
    }

    @Test
    void shouldKnowNothingLaterWhenTheVenueIsBehind() {
        begin();
        answer(NONE);

        assertEquals(
                "{\"start\":1700000000000,\"end\":1700000000009,\"limit\":500}",
                look.body(START_MS + 9));
    }
}
