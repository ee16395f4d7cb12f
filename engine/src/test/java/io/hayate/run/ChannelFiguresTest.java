package io.hayate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.Engine;
import io.hayate.engine.EngineConfig;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.Health;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.strategy.Strategy;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of channels of an engine that has not started: the test sets their figures. */
class ChannelFiguresTest {
    @TempDir private Path state;

    private Engine engine;

    @BeforeEach
    void makeEngine() {
        Overrides overrides = new Overrides().prompt(false);
        overrides.set("test", "state.dir", state.toString());
        overrides.set("test", "subscriptions.tickers", List.of());
        overrides.set("test", "subscriptions.channels", List.of("book BTCUSD"));
        EngineConfig config =
                new ConfigLoader(Map.of(), state, state).load(null, overrides).engine();
        engine = new Engine(config, URI.create("ws://127.0.0.1:1/ws/2"), new Strategy() {});
        set(Figure.WANTED, 1);
        set(Figure.HEALTH, Health.LIVE);
    }

    private void set(Figure figure, long value) {
        engine.statistics().set(0, figure, value);
    }

    private List<String> lines() {
        return new ChannelFigures(engine).text().lines().toList();
    }

    @Test
    void shouldTellAChannelInALineWhereItFits() {
        set(Figure.FRAMES, 315);
        set(Figure.CHECKSUMS_PASSED, 1);

        assertEquals(
                List.of(
                        "book BTCUSD P0 F0 25       315 frames, 0 unknown, 0 gaps,"
                                + " 1 of 1 checksum right"),
                lines());
    }

    @Test
    void shouldGoOnBelowWhereALineIsFull() {
        set(Figure.FRAMES, 5_745);
        set(Figure.CHECKSUMS_PASSED, 27);
        set(Figure.CHECKSUMS_SKIPPED, 3);
        set(Figure.HEALTH, Health.GAPPED);

        String indent = " ".repeat(27);
        assertEquals(
                List.of(
                        "book BTCUSD P0 F0 25       5,745 frames, 0 unknown, 0 gaps,",
                        indent + "27 of 27 checksums right, 3 checksums not checked",
                        indent + "gapped"),
                lines());
    }

    @Test
    void shouldStayWithinALineWhateverTheFigures() {
        for (Figure figure : Figure.values()) {
            if (figure != Figure.HEALTH && figure != Figure.BOOK_HEALTH) {
                set(figure, 1_000_000_000);
            }
        }

        assertTrue(lines().stream().allMatch(line -> line.length() <= 80), lines().toString());
    }
}
