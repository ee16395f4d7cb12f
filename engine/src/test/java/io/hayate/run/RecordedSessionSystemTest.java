package io.hayate.run;

import static io.hayate.run.RecordedSessions.CHECKED;
import static io.hayate.run.RecordedSessions.NUMBERED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.Engine;
import io.hayate.engine.EngineRig;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.run.RecordedPlayer.Manner;
import io.hayate.strategy.Strategy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded sessions, played by a server that is not ours: what the summary says of them, as written. */
class RecordedSessionSystemTest {
    @TempDir Path state;

    private final Map<String, Object> settings = new HashMap<>();

    /** Plays a recording to an engine until it has taken it all, and reads the summary it writes. */
    private WrittenSummary play(Recording recording, Manner manner, List<String> channels)
            throws Exception {
        settings.put("subscriptions.tickers", List.of());
        settings.put("subscriptions.channels", channels);
        settings.put("trading.enabled", false);
        settings.put("session.answer-timeout", "1h"); // however long all that comes at once takes
        settings.put("session.account-connection", "own");
        try (RecordedPlayer player = RecordedPlayer.start(recording, manner)) {
            Engine engine = run(player.url(), recording, channels);
            Path file = state.resolve("summary.json");
            Instant now = Instant.now();
            new SummaryFile(file, false).write(engine, player.url(), now, now);
            return new WrittenSummary(file);
        }
    }

    private Engine run(URI url, Recording recording, List<String> channels) {
        try (EngineRig rig = new EngineRig(url, state, settings, new Strategy() {}, Map.of())) {
            rig.await(
                    () ->
                            rig.count(Counter.FRAMES) >= recording.frames.size()
                                    && checksums(rig) >= checksums(recording, channels),
                    () -> rig.count(Counter.FRAMES) + " of " + recording.frames.size() + " frames");
            return rig.engine;
        }
    }

    private static long checksums(Recording recording, List<String> channels) {
        return Recording.sum(expected(channels, recording.checksumsOf))
                + Recording.sum(expected(channels, recording.uncheckedOf));
    }

    private static long checksums(EngineRig rig) {
        long sum = 0;
        for (int id = 0; id < rig.engine.channels().count(); id++) {
            sum += rig.engine.statistics().get(id, Figure.CHECKSUMS_PASSED);
            sum += rig.engine.statistics().get(id, Figure.CHECKSUMS_FAILED);
            sum += rig.engine.statistics().get(id, Figure.CHECKSUMS_SKIPPED);
        }
        return sum;
    }

    /** What a recording has of each channel, and nothing of the others. */
    private static Map<String, Long> expected(List<String> channels, Map<String, Long> counts) {
        Map<String, Long> expected = new TreeMap<>();
        channels.forEach(channel -> expected.put(channel, counts.getOrDefault(channel, 0L)));
        return expected;
    }

    private static void assertNothingWrong(
            WrittenSummary summary, Recording recording, List<String> channels) {
        Map<String, Long> none = expected(channels, Map.of());
        assertEquals(expected(channels, recording.framesOf), summary.figures("frames"));
        assertEquals(
                expected(channels, recording.checksumsOf), summary.figures("checksums/passed"));
        assertEquals(
                expected(channels, recording.uncheckedOf), summary.figures("checksums/skipped"));
        for (String figure : List.of("unknown", "gaps", "dropped", "resyncs", "checksums/failed")) {
            assertEquals(none, summary.figures(figure), figure);
        }
        assertEquals(recording.frames.size(), summary.total("frames"));
        for (String figure :
                List.of(
                        "malformed",
                        "unknownTypes",
                        "unknownChannelFrames",
                        "sequenceGaps",
                        "updatesDropped",
                        "resyncs",
                        "checksumsFailed")) {
            assertEquals(0, summary.total(figure), figure);
        }
        assertEquals(
                Recording.sum(expected(channels, recording.checksumsOf)),
                summary.total("checksumsPassed"));
    }

    @ParameterizedTest
    @CsvSource({
        "one-thread, WHEN_ASKED",
        "one-thread, AT_ONCE",
        "split, WHEN_ASKED",
        "split, AT_ONCE"
    })
    void shouldFindNoGapInASessionWithSequenceNumbers(String topology, Manner manner)
            throws Exception {
        settings.put("loop.topology", topology);
        Recording recording = RecordedSessions.withSequence(900, 1);
        assertTrue(recording.arrays() > 30_000, "" + recording.arrays());

        WrittenSummary summary = play(recording, manner, NUMBERED);

        assertNothingWrong(summary, recording, NUMBERED);
        assertEquals(0, summary.total("reconnects"));
    }

    @ParameterizedTest
    @CsvSource({
        "one-thread, false, WHEN_ASKED",
        "one-thread, true, AT_ONCE",
        "split, true, WHEN_ASKED",
        "split, false, AT_ONCE"
    })
    void shouldFindEveryChecksumRight(String topology, boolean numbered, Manner manner)
            throws Exception {
        settings.put("loop.topology", topology);
        Recording recording = RecordedSessions.withChecksums(1_500, numbered);
        assertTrue(recording.arrays() > 30_000, "" + recording.arrays());
        assertTrue(recording.frames.stream().anyMatch(text -> text.contains("[7e-7,")));

        WrittenSummary summary = play(recording, manner, CHECKED);

        assertNothingWrong(summary, recording, CHECKED);
        assertEquals(0, summary.total("reconnects"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-thread", "split"})
    void shouldLoseNothingThroughTheSmallestRing(String topology) throws Exception {
        settings.put("loop.topology", topology);
        settings.put("loop.ring-size", 256);
        List<String> small = CHECKED.stream().filter(channel -> channel.endsWith(" 25")).toList();
        Recording recording = RecordedSessions.withChecksums(1_500, true);

        WrittenSummary summary = play(recording, Manner.AT_ONCE, small);

        assertNothingWrong(summary, recording, small);
        assertTrue(
                topology.equals("split") || summary.total("readsPaused") > 0,
                "a read brings more than the ring takes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-thread", "split"})
    void shouldTakeAllOfASessionWhoseServerHangsUp(String topology) throws Exception {
        settings.put("loop.topology", topology);
        Recording recording = RecordedSessions.withChecksums(1_500, true);

        WrittenSummary summary = play(recording, Manner.AND_CLOSES, CHECKED);

        assertNothingWrong(summary, recording, CHECKED);
    }

    /** Books and prints begin without a snapshot. */
    @Test
    void shouldFindNoGapWhenTheRecordingBeganInTheMiddle() throws Exception {
        Recording recording = RecordedSessions.fromTheMiddle(300);

        WrittenSummary summary = play(recording, Manner.AT_ONCE, NUMBERED);

        assertNothingWrong(summary, recording, NUMBERED);
    }

    @Test
    void shouldTakeASessionThatComesInPieces() throws Exception {
        Recording recording = RecordedSessions.withChecksums(100, true);

        WrittenSummary summary = play(recording, Manner.IN_PIECES, CHECKED);

        assertNothingWrong(summary, recording, CHECKED);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2, 4_711, 9_007_199_254_000_000L})
    void shouldCountFromTheFirstNumberThatComes(long first) throws Exception {
        Recording recording = RecordedSessions.withSequence(20, first);

        WrittenSummary summary = play(recording, Manner.AT_ONCE, NUMBERED);

        assertNothingWrong(summary, recording, NUMBERED);
    }
}
