package io.hayate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.Engine;
import io.hayate.engine.EngineConfig;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.metrics.LatencyStamps;
import io.hayate.session.ClockAnswers;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.strategy.Strategy;
import io.hayate.view.summary.SummaryLines;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The summary of an engine that has not started: the test sets its figures. */
class SessionSummaryTest {
    private static final int COLUMNS = 80;

    @TempDir private Path state;

    private Engine engine;

    @BeforeEach
    void makeEngine() {
        Overrides overrides = new Overrides().prompt(false);
        overrides.set("test", "state.dir", state.toString());
        overrides.set("test", "subscriptions.tickers", List.of("BTCUSD", "tTESTBTCF0:TESTUSDTF0"));
        EngineConfig config =
                new ConfigLoader(Map.of(), state, state).load(null, overrides).engine();
        engine = new Engine(config, URI.create("ws://127.0.0.1:1/ws/2"), new Strategy() {});
    }

    private String text() {
        return new SessionSummary(engine).text();
    }

    @Test
    void shouldStayWithinEightyColumnsWhateverTheFigures() {
        for (Counter counter : Counter.values()) {
            engine.counters().set(counter, 1_000_000_000_000L);
        }
        for (int i = 0; i < 40; i++) {
            engine.instruments().register("tCOIN" + i + "LONG:USTF0");
        }
        ClockAnswers.give(engine.path().venueClock(), 166, -6_500_000);
        engine.tickToTrade().onReceived(0, 0);
        engine.tickToTrade().onHandled(10, 20);
        engine.tickToTrade().onDone();

        text().lines().forEach(line -> assertTrue(line.length() <= COLUMNS, line));
    }

    @Test
    void shouldCallOneOfAThingByItsSingular() {
        for (Counter counter : Counter.values()) {
            engine.counters().set(counter, 1);
        }
        for (Figure figure : Figure.values()) {
            engine.statistics().set(0, figure, 1);
        }
        engine.statistics().set(0, Figure.CHECKSUMS_FAILED, 0);

        String text = text();
        assertFalse(Pattern.compile("(^|[^.])\\b1 (\\w+ )?[a-z]+s\\b").matcher(text).find(), text);
        assertTrue(text.contains("1 ticker conflated"), text);
        assertTrue(text.contains("1 of 1 checksum right"), text);
    }

    @Test
    void shouldSayNothingOfStagesThatNoOrderWentThrough() {
        engine.tickToTrade().onReceived(0, 0);
        engine.tickToTrade().onHandled(10, 20);
        engine.tickToTrade().onDone();

        assertFalse(text().contains("written"), text());
    }

    @Test
    void shouldShowNoRowsOfTimesWhenNoneWereMeasured() {
        String text = text();

        assertTrue(text.lines().anyMatch(line -> line.matches("latency +none yet")), text);
        assertFalse(text.contains("p50"), text);
    }

    @Test
    void shouldSayThatNoTimesAreTaken() {
        engine.tickToTrade().stamps(LatencyStamps.OFF);

        String text = text();
        assertTrue(
                text.lines().anyMatch(line -> line.matches("latency +none: latency.stamps = off")),
                text);
    }

    @Test
    void shouldGiveTheClockNoSignOfItsOwnWhenItIsRight() {
        ClockAnswers.give(engine.path().venueClock(), 0, 0);

        assertTrue(text().contains("clock +0.0 ms, round trip 0.0 ms"), text());
    }

    @Test
    void shouldGoOnBelowWhereALineIsFull() {
        SummaryLines lines = new SummaryLines(6);
        lines.add("title", List.of("x".repeat(40), "y".repeat(30), "z"));
        lines.add("a long one", "w");

        assertEquals(
                List.of("title  " + "x".repeat(40) + ", " + "y".repeat(30), "       z", "a lon… w"),
                lines.toString().lines().map(line -> line.replaceFirst(",$", "")).toList());
    }

    @Test
    void shouldFillALineToItsLastColumnAndNoFurther() {
        for (int length : new int[] {30, 31}) { // with a comma behind it: to column 80, and to 81
            SummaryLines lines = new SummaryLines(6);
            lines.add("title", List.of("x".repeat(40), "y".repeat(length), "z"));

            String first = lines.toString().lines().findFirst().orElseThrow();
            assertEquals(length == 30 ? COLUMNS : 48, first.length(), first);
        }
    }
}
