package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.wire.JsonReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Recordings of others through the commands: checked, cut, merged, replayed, backtested. */
class ForeignReplayTest {
    private static final long START_MS = 1_764_000_000_000L; // 2025-11-24 16:00:00 UTC
    private static final int ROUNDS = 40;
    private static final int ROUND_MS = 250;
    private static final List<String> SUBSCRIBED =
            List.of(
                    "'channel':'ticker','chanId':11,'symbol':'tBTCUSD','pair':'BTCUSD'",
                    "'channel':'trades','chanId':12,'symbol':'tBTCUSD','pair':'BTCUSD'",
                    book(13, "tBTCUSD", "P0"),
                    book(14, "tBTCUSD", "P2"),
                    book(15, "tBTCUSD", "R0"),
                    "'channel':'ticker','chanId':16,'symbol':'fUSD','currency':'USD'",
                    "'channel':'trades','chanId':17,'symbol':'fUSD','currency':'USD'",
                    book(18, "fUSD", "P0"),
                    book(19, "fUSD", "R0"));
    private static final List<String> SNAPSHOTS =
            List.of(
                    "[12,[[1,1763999999000,0.5,86710]]",
                    "[13,[[86710,2,1.5],[86711,1,-2]]",
                    "[14,[[86700,2,1.5],[86800,1,-2]]",
                    "[15,[[501,86710,1.5],[502,86711,-2]]",
                    "[17,[[2,1763999999000,-500,0.0003,2]]",
                    "[18,[[0.0003,30,1,-500],[0.0002,2,1,400]]",
                    "[19,[[601,30,0.0003,-500],[602,2,0.0002,400]]");
    private static final List<String> UPDATES =
            List.of(
                    "[11,[86710,31.8,86711,43.3,-550.8,-0.0674,86710,8314.7,88257.8,85000]",
                    "[12,'te',[3,1764000000000,-0.25,86710]",
                    "[12,'tu',[3,1764000000000,-0.25,86710]",
                    "[13,[86710,3,1.75]",
                    "[14,[86700,3,1.75]",
                    "[15,[503,86709,0.5]",
                    "[15,[503,0,1]",
                    "[16,[0.0003,0.0002,30,1000.5,0.0003,2,500.25,0,0,0.0003,5000,0.0004,0.0001,null,null,30]",
                    "[17,'fte',[4,1764000000000,-250.5,0.0003,2]",
                    "[17,'ftu',[4,1764000000000,-250.5,0.0003,2]",
                    "[18,[0.0003,30,2,-600]",
                    "[19,[601,30,0.0003,-450]",
                    "[13,'hb'");

    @TempDir private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Frame> frames = new ArrayList<>();

    /** A frame of a connection; its end where there is no text. */
    private record Frame(long timeMs, int connection, String text) {}

    /** Formats of others. */
    enum Format {
        TARDIS,
        CRYPTOFEED,
        CRYPTOFEED_JSON,
        FRAMES
    }

    private static String book(int id, String symbol, String precision) {
        String shape = "','prec':'" + precision + "','freq':'F0','len':'25',";
        String pair = symbol.startsWith("t") ? "'pair':'BTCUSD'" : "'currency':'USD'";
        return "'channel':'book','chanId':" + id + ",'symbol':'" + symbol + shape + pair;
    }

    @BeforeEach
    void begin() {
        frames.clear();
    }

    /** A connection from its first frame on; its frames have numbers and times. */
    private void connection(int number, long startMs) {
        long[] sequence = new long[1];
        add(startMs, number, "{'event':'info','version':2,'platform':{'status':1}}");
        add(startMs, number, "{'event':'conf','status':'OK','flags':98304}");
        for (String fields : SUBSCRIBED) {
            add(startMs, number, "{'event':'subscribed'," + fields + "}");
        }
        SNAPSHOTS.forEach(text -> add(startMs, number, numbered(text, sequence, startMs)));
        for (int i = 1; i <= ROUNDS; i++) {
            long timeMs = startMs + (long) i * ROUND_MS;
            UPDATES.forEach(text -> add(timeMs, number, numbered(text, sequence, timeMs)));
        }
    }

    private static String numbered(String text, long[] sequence, long timeMs) {
        return text + "," + ++sequence[0] + "," + timeMs + "]";
    }

    private void add(long timeMs, int connection, String text) {
        frames.add(new Frame(timeMs, connection, text == null ? null : text.replace('\'', '"')));
    }

    private Path write(Format format, String name) throws IOException {
        StringBuilder text = new StringBuilder();
        if (format == Format.CRYPTOFEED_JSON) {
            text.append(
                    "{\"t\":\"header\",\"format\":2,\"exchange\":\"BITFINEX\",\"config\":{}}\n");
        }
        for (Frame frame : frames) {
            text.append(line(format, frame));
        }
        frames.clear();
        return Files.writeString(home.resolve(name), text.toString());
    }

    private static String line(Format format, Frame frame) {
        boolean isEnd = frame.text() == null;
        String seconds = BigDecimal.valueOf(frame.timeMs(), 3).toPlainString();
        return switch (format) {
            case TARDIS ->
                    isEnd ? "\n" : Instant.ofEpochMilli(frame.timeMs()) + " " + frame.text() + "\n";
            case CRYPTOFEED ->
                    isEnd
                            ? "\nwss://api.bitfinex.com/ws/2 <-> " + seconds + "\n"
                            : seconds + ": " + frame.text() + "\n";
            case FRAMES -> isEnd ? "" : frame.text() + "\n";
            case CRYPTOFEED_JSON ->
                    "{\"t\":\"recv\",\"conn\":\"BITFINEX.ws."
                            + frame.connection()
                            + "\",\"ts\":"
                            + seconds
                            + ",\"addr\":\"wss://a\",\"data\":\""
                            + frame.text().replace("\"", "\\\"")
                            + "\"}\n";
        };
    }

    private int execute(String... arguments) {
        out.getBuffer().setLength(0);
        return new Cli(new Environment(Map.of(), home, home), config -> 0)
                .printTo(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    private Map<?, ?> json(String... arguments) throws IOException {
        assertEquals(0, execute(arguments), () -> out + "\n" + err);
        return (Map<?, ?>) JsonReader.read(out.toString());
    }

    private static long number(Map<?, ?> object, String key) {
        return ((BigDecimal) object.get(key)).longValueExact();
    }

    private void assertClean(Path recording, int channels, long frames) throws IOException {
        assertEquals(0, execute("recording", "check", recording.toString()), out::toString);
        Map<?, ?> replayed = json("replay", recording.toString(), "--json");
        for (String each : List.of("unknown", "unknownTypes", "malformed", "gaps", "missed")) {
            assertEquals(0, number(replayed, each), each);
        }
        assertEquals(channels, number(replayed, "channels"));
        assertTrue(number(replayed, "frames") >= frames, replayed::toString);
        assertTrue(number(replayed, "events") > frames, replayed::toString);
        Map<?, ?> tested =
                json(
                        "backtest",
                        "--json",
                        "--strategy",
                        "sma-cross",
                        "--recording",
                        recording.toString());
        Map<?, ?> covered = (Map<?, ?>) tested.get("recording");
        assertEquals(0, number(covered, "unknown"), covered::toString);
        assertEquals(0, number(covered, "broken"), covered::toString);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void shouldGoThroughAllCommandsWithoutAnUnknownFrame(Format format) throws IOException {
        connection(1, START_MS);
        if (format != Format.CRYPTOFEED_JSON) {
            add(START_MS + 10_500, 1, null);
            connection(1, START_MS + 12_000);
        }

        Path file = write(format, "recorded");

        assertClean(file, SUBSCRIBED.size(), (long) ROUNDS * UPDATES.size());
    }

    @Test
    void shouldJoinConnectionsWhoseChannelsHaveTheSameNumbers() throws IOException {
        connection(1, START_MS);
        connection(2, START_MS + 20);
        frames.sort((a, b) -> Long.compare(a.timeMs(), b.timeMs()));

        Path file = write(Format.CRYPTOFEED_JSON, "recorded");

        assertClean(file, SUBSCRIBED.size(), 2L * ROUNDS * UPDATES.size());
    }

    @Test
    void shouldReplayWhatWasMergedAndCut() throws IOException {
        connection(1, START_MS);
        Path first = write(Format.TARDIS, "first");
        connection(1, START_MS + 5_000);
        Path second = write(Format.CRYPTOFEED, "second");
        Path merged = home.resolve("merged.jsonl.gz");
        Path cut = home.resolve("cut.jsonl.gz");

        assertEquals(
                0,
                execute(
                        "recording",
                        "merge",
                        first.toString(),
                        second.toString(),
                        "-o",
                        merged.toString()),
                err::toString);
        assertClean(merged, SUBSCRIBED.size(), 2L * ROUNDS * UPDATES.size());
        assertEquals(
                0,
                execute(
                        "recording",
                        "cut",
                        merged.toString(),
                        "--channel",
                        "book",
                        "-o",
                        cut.toString()),
                err::toString);
        assertClean(cut, 5, ROUNDS);
    }

    @Test
    void shouldSayThatNothingIsComparedAndWhichOrdersWereAskedFor() throws IOException {
        connection(1, START_MS);
        Path file = write(Format.TARDIS, "recorded");

        int code = execute("replay", file.toString(), "--strategy", "imbalance");

        assertEquals(0, code, err::toString);
        String told = out.toString();
        assertTrue(told.contains("nothing: a live run might have decided otherwise"), told);
        assertTrue(told.contains("recorded by       tardis, without the settings"), told);
        assertTrue(told.contains("wrong             nothing"), told);
        assertTrue(told.lines().allMatch(line -> line.length() <= 80), told);
    }

    @Test
    void shouldRefuseARecordingWithoutASubscribedChannel() throws IOException {
        add(START_MS, 1, "[17470,'hb']");
        Path file = write(Format.FRAMES, "recorded");

        assertEquals(2, execute("replay", file.toString()));

        String said = "must have the subscribed frames of 1 to 999 channels: has 0";
        assertTrue(err.toString().contains(said), err::toString);
    }
}
