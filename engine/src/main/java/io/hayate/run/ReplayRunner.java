package io.hayate.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hayate.model.ConfigException;
import io.hayate.model.Counts;
import io.hayate.model.Printable;
import io.hayate.recording.EntryKind;
import io.hayate.recording.EntrySource;
import io.hayate.recording.Recordings;
import io.hayate.replay.Replay;
import io.hayate.replay.ReplayTotals;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.settings.RecordedSettings;
import io.hayate.settings.RunConfig;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.plugin.StrategyLoader;
import io.hayate.view.summary.SummaryLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.NanoClock;

/** A whole replay, from a recording to the words about it. Main thread. */
public final class ReplayRunner {
    /** In place of a speed: as fast as possible. */
    public static final String MAX = "max";

    private static final int TITLE_LENGTH = 17;
    private static final double NS_PER_S = 1e9;
    private static final double SPEED_MAX = 1_000_000;

    private final ConfigLoader loader;
    private final Overrides overrides;
    private final double speed;
    private final NanoClock clock;

    /**
     * A replay that has not begun.
     *
     * @param overrides what wins over the recorded settings
     * @param speed how many times as fast as it was; 0 for as fast as possible
     * @param clock tells how fast it is now
     */
    public ReplayRunner(ConfigLoader loader, Overrides overrides, double speed, NanoClock clock) {
        this.loader = loader;
        this.overrides = overrides;
        this.speed = speed;
        this.clock = clock;
    }

    /**
     * Reads a speed: {@code 10x}, {@code 0.5x} or {@code max}, which is 0.
     *
     * @throws ConfigException when it is none
     */
    public static double speedOf(String text) {
        if (text.equals(MAX)) {
            return 0;
        }
        try {
            double times = Double.parseDouble(text.endsWith("x") ? text.replace("x", "") : "-");
            if (times > 0 && times <= SPEED_MAX) {
                return times;
            }
        } catch (NumberFormatException e) {
            throw new ConfigException(wrong(text), e);
        }
        throw new ConfigException(wrong(text));
    }

    private static String wrong(String text) {
        return "--speed must be max, or a number of times such as 1x or 10x: was " + text;
    }

    /**
     * Replays a recording and prints what came of it.
     *
     * @return false when anything differs
     * @throws IOException when it cannot be read
     */
    public boolean run(Path recording, boolean asJson, PrintWriter out) throws IOException {
        RecordedSettings recorded = settings(recording);
        Replay.Pacer pacer = new Pace(speed, clock)::await;
        if (recorded == null) {
            new MarketReplayRunner(loader, overrides, clock).run(recording, pacer, asJson, out);
            return true;
        }
        RunConfig config = loader.loadRecorded(recorded, overrides);
        List<Strategy> strategies = StrategyLoader.loadAll(config.engine().strategy());
        try (EntrySource source = Recordings.open(recording);
                EntrySource own = Recordings.open(recording)) {
            Replay replay =
                    new Replay(
                            source,
                            own,
                            config.engine().path(),
                            recorded.hasAccount(),
                            strategies,
                            (place, parameters) ->
                                    StrategyLoader.load(
                                            config.engine().strategy(), place, parameters));
            long startNs = clock.nanoTime();
            ReplayTotals totals = replay.run(pacer);
            double seconds = (clock.nanoTime() - startNs) / NS_PER_S;
            out.print(asJson ? json(totals, seconds) : text(totals, seconds, recorded));
            return totals.difference().isEmpty();
        }
    }

    /** Null for a recording of others, or one that is made of others. */
    private static RecordedSettings settings(Path recording) throws IOException {
        try (EntrySource source = Recordings.open(recording)) {
            if (source.next() && source.entry().kind() == EntryKind.RECORDING) {
                RecordedSettings found = RecordedSettings.find(source.entry().textString());
                if (found != null && source.entry().count() > 1) {
                    throw new ConfigException(
                            "RECORDING must begin with the first file of its run: was file "
                                    + source.entry().count());
                }
                return found;
            }
        }
        return null;
    }

    private static String text(ReplayTotals totals, double seconds, RecordedSettings recorded) {
        SummaryLines lines = new SummaryLines(TITLE_LENGTH);
        lines.add("recorded by", "Hayate " + Printable.line(recorded.version()));
        lines.add("frames", String.format(Locale.ROOT, "%,d in", totals.frames()));
        lines.add("events", String.format(Locale.ROOT, "%,d in %.1f s", totals.events(), seconds));
        lines.add("decisions", Counts.of(totals.decisions(), "order") + " decided as before");
        lines.add("history", Counts.of(totals.answers(), "answer") + " of REST read as before");
        lines.add("sent", Counts.of(totals.texts(), "text") + " as before");
        lines.add("difference", totals.difference().isEmpty() ? "none" : "the first one:");
        String found = totals.difference().isEmpty() ? "" : totals.difference() + "\n";
        return lines + found;
    }

    private static String json(ReplayTotals totals, double seconds) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("frames", totals.frames());
            json.writeNumberField("events", totals.events());
            json.writeNumberField("seconds", seconds);
            json.writeNumberField("decisions", totals.decisions());
            json.writeNumberField("answers", totals.answers());
            json.writeNumberField("texts", totals.texts());
            json.writeStringField("difference", totals.difference());
            json.writeEndObject();
        }
        return text + "\n";
    }

    /** Waits until the time of an entry has come, where it is not to be as fast as possible. */
    private static final class Pace {
        private final double speed;
        private final NanoClock clock;
        private final long startNs;
        private long firstNs;
        private boolean isBegun;

        Pace(double speed, NanoClock clock) {
            this.speed = speed;
            this.clock = clock;
            startNs = clock.nanoTime();
        }

        void await(long timeNs) {
            if (speed == 0) {
                return;
            }
            firstNs = isBegun ? firstNs : timeNs;
            isBegun = true;
            long dueNs = startNs + (long) ((timeNs - firstNs) / speed);
            long leftNs = dueNs - clock.nanoTime();
            while (leftNs > 0 && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(leftNs);
                leftNs = dueNs - clock.nanoTime();
            }
        }
    }
}
