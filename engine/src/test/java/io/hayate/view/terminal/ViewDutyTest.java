package io.hayate.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.NoticeType;
import io.hayate.event.Notices;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.model.SessionState;
import io.hayate.view.text.OrderTelling;
import io.hayate.view.text.StyledLine;
import io.hayate.view.text.TickerBoard;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewDutyTest {
    private static final long SECOND_NS = 1_000_000_000L;

    private final Notices notices = new Notices();
    private final Instruments instruments = Instruments.of(List.of("tBTCUSD"));
    private final TickerBoard board = Samples.board(instruments);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ViewDuty duty =
            new ViewDuty(
                    notices,
                    instruments,
                    board,
                    new MarketChannels(),
                    OrderTelling.ALL,
                    new PlainScreen(
                            board, Samples.plainPage(), new Output(out, StandardCharsets.UTF_8)));

    @Test
    void shouldShowTextsNoticesAndTickersWhenTheyWait() {
        duty.offer(StyledLine.ofText("two\nlines"));
        notices.log("log", 0, 0, 0, 0);
        notices.offer(NoticeType.PRINT, Samples.ticker(0, 1, 2, 3, 4));

        assertEquals(3, duty.turn(0));
        assertEquals(
                "two\nlines\nlog\nBTCUSD:  Bid: 1, Ask: 2, Last Price: 3, Volume: 4\n", printed());
    }

    @Test
    void shouldTakeBoundedNumberWhenManyWait() {
        for (int i = 0; i < 1_000; i++) {
            notices.log("{}", i, 0, 0, 0);
        }

        assertEquals(256, duty.turn(0));
    }

    @Test
    void shouldTellDroppedLinesOnceASecondWhenTheyRise() {
        drop();
        duty.turn(0);
        long first = notices.dropped();
        drop();
        duty.turn(SECOND_NS - 1);
        drop();
        duty.turn(SECOND_NS);
        duty.turn(5 * SECOND_NS);

        List<String> told = printed().lines().filter(line -> line.contains("dropped")).toList();
        String words = " dropped: more than the terminal could take";
        assertEquals(
                List.of(first + " line" + words, (notices.dropped() - first) + " lines" + words),
                told);
    }

    @Test
    void shouldTellDroppedTextsWhenTooManyWait() {
        for (int i = 0; i < 300; i++) {
            duty.offer(StyledLine.ofText("text"));
        }
        duty.turn(0);

        assertTrue(printed().endsWith("44 lines dropped: more than the terminal could take\n"));
    }

    @Test
    void shouldShowAllThatWaitsWhenItFinishes() {
        for (int i = 0; i < 1_000; i++) {
            notices.offer(
                    NoticeType.EVENT,
                    Samples.session(SessionState.LIVE, SessionState.LIVE, 0, "line " + i));
        }
        duty.finish(0);

        assertEquals(1_000, printed().lines().count());
        assertTrue(printed().endsWith("session: line 999\n"));
    }

    @Test
    void shouldSayWhyOnceWhenTurnsBreakOff() {
        duty.stumble(new IllegalStateException("odd"));
        duty.stumble(new IllegalStateException("odd"));
        duty.turn(0);

        assertEquals(
                "a line could not be shown: java.lang.IllegalStateException: odd\n", printed());
    }

    @Test
    void shouldMakeEscapesVisibleWhenTextHoldsThem() {
        duty.offer(StyledLine.ofText("\033[2J"));
        notices.offer(
                NoticeType.EVENT,
                Samples.requestAnswer(Instrument.NONE, null, false, "\033]0;title\007"));
        duty.turn(0);

        assertTrue(printed().chars().allMatch(c -> c == '\n' || c >= ' '), printed());
    }

    private void drop() {
        long before = notices.dropped();
        while (notices.dropped() == before) {
            notices.log("filler", 0, 0, 0, 0);
        }
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
