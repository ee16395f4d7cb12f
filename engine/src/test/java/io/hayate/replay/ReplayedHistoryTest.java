package io.hayate.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.LookEnd;
import io.hayate.event.TrafficTap;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.recording.capture.RecordedRest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers of REST that a replay reads again. */
class ReplayedHistoryTest {
    private static final String OPEN = "/v2/auth/r/orders/tBTCUSD";
    private static final String SMALL = "[\"error\",10114,\"nonce: small\"]";

    private final ReplayedHistory history =
            new ReplayedHistory(Instruments.of(List.of("tBTCUSD", "tETHUSD")));

    private void answer(String path, String asked, int status, String body) {
        history.onAnswer(new RecordedRest(path, asked, status, body.getBytes(UTF_8), 0));
    }

    private void answerHistory() {
        answer("/v2/auth/r/orders/tBTCUSD/hist", "{\"start\":9,\"limit\":500}", 200, "[]");
        answer("/v2/auth/r/trades/tBTCUSD/hist", "{\"start\":9,\"limit\":500}", 200, "[]");
    }

    private static Event end(long number, String trouble) {
        Event event = Event.allocate().begin(0, 77).venueSequence(number);
        new LookEnd().wrap(event).newestMs(0).rows(0).isWhole(trouble.isEmpty()).text(trouble);
        return event.type(EventType.LOOK_END);
    }

    @Test
    void shouldFindTheSameEndWhenEachAnswerIsThere() {
        assertTrue(history.ask(4, 0, 9));
        answer(OPEN, "{}", 200, "[]");
        answerHistory();

        history.onTakenUp(end(4, ""));

        assertEquals("", history.difference());
        assertEquals(3, history.read());
        assertFalse(history.isAsked());
    }

    @Test
    void shouldReadTheSecondAnswerWhenTheNonceOfTheFirstWasSmall() {
        assertTrue(history.ask(4, 0, 9));
        answer(OPEN, "{}", 500, SMALL);
        answer(OPEN, "{}", 200, "[]");
        answerHistory();

        history.onTakenUp(end(4, ""));

        assertEquals("", history.difference());
        assertEquals(4, history.read());
    }

    @Test
    void shouldFailAsTheRunDidWhenTheNonceWasSmallTwice() {
        assertTrue(history.ask(4, 0, 9));
        answer(OPEN, "{}", 500, SMALL);
        answer(OPEN, "{}", 500, SMALL);

        history.onTakenUp(end(4, "HTTP status 500, " + SMALL));

        assertEquals("", history.difference());
    }

    @Test
    void shouldFailAsTheRunDidWhenNothingWasAnswered() {
        assertTrue(history.ask(4, 0, 9));
        answer(OPEN, "{}", TrafficTap.NO_ANSWER, "no answer within 10 s");

        history.onTakenUp(end(4, "no answer within 10 s"));

        assertEquals("", history.difference());
    }

    @Test
    void shouldNameAnEndThatIsAnother() {
        assertTrue(history.ask(4, 0, 9));
        answer(OPEN, "{}", 200, "[]");
        answerHistory();

        history.onTakenUp(end(4, "HTTP status 500"));

        assertEquals(
                "the account's history told the end of 0 rows: HTTP status 500\n"
                        + "tells now the end of 0 rows",
                history.difference());
    }

    @Test
    void shouldNameALookThatNobodyAsksForNow() {
        history.onTakenUp(end(4, ""));

        assertEquals(
                "the account's history was asked for look 4, and is not now", history.difference());
    }

    @Test
    void shouldNameALookOfAnotherInstrument() {
        assertTrue(history.ask(4, 1, 9));
        answer(OPEN, "{}", 200, "[]");

        history.onTakenUp(end(4, ""));

        assertEquals(
                "the exchange was asked " + OPEN + " {}\nis asked now /v2/auth/r/orders/tETHUSD {}",
                history.difference());
    }

    @Test
    void shouldPassOverAnswersToOthersThanTheHistory() {
        assertTrue(history.ask(4, 0, 9));
        answer("/v2/auth/r/orders", "{}", 200, "[]");
        answer("/v2/auth/w/order/cancel/multi", "{\"all\":1}", 200, "[]");
        answer(OPEN, "{}", 200, "[]");
        answerHistory();

        history.onTakenUp(end(4, ""));

        assertEquals("", history.difference());
        assertEquals(3, history.read());
    }

    @Test
    void shouldCompareNothingBehindAnAnswerThatIsNotThere() {
        assertTrue(history.ask(4, 0, 9));

        history.onTakenUp(end(4, "HTTP status 503"));
        assertTrue(history.ask(5, 0, 9));
        answer(OPEN, "{}", 200, "[[" + Instrument.NONE + "]]");
        history.onTakenUp(end(5, ""));

        assertEquals("", history.difference());
        assertEquals(0, history.read());
    }

    @Test
    void shouldKeepNoAnswersBehindOneThatWasLeftOut() {
        assertTrue(history.ask(4, 0, 9));
        history.onAnswer(new RecordedRest(OPEN, "{}", 200, new byte[0], 1 << 21));
        answerHistory();

        history.onTakenUp(end(4, ""));
        assertEquals(0, history.waiting());

        answerHistory();
        assertEquals(0, history.waiting());
        assertEquals("", history.difference());
    }
}
