package io.hayate.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hayate.engine.PathConfig;
import io.hayate.intake.MarketConfig;
import io.hayate.metrics.Counter;
import io.hayate.model.ChannelSpec;
import io.hayate.model.ConfigException;
import io.hayate.model.Counts;
import io.hayate.recording.EntrySource;
import io.hayate.recording.Recordings;
import io.hayate.replay.MarketReplay;
import io.hayate.replay.MarketReplayTotals;
import io.hayate.replay.MarketScan;
import io.hayate.replay.Replay;
import io.hayate.session.SessionConfig;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.plugin.StrategyLoader;
import io.hayate.view.summary.SummaryLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.agrona.concurrent.NanoClock;

/**
 * Replays a recording without settings and commands of a run, such as others make, and prints what came of
 * it. Main thread.
 */
final class MarketReplayRunner {
    private static final int TITLE_LENGTH = 17;
    private static final double NS_PER_S = 1e9;
    private static final int CHANNELS_MAX = 999;
    private static final int HOUR_MS = 3_600_000;
    private static final String NAMES_THEM = " (recording info names them)";
    private static final List<Counter> WRONGS =
            List.of(
                    Counter.FRAMES_UNKNOWN,
                    Counter.TYPES_UNKNOWN,
                    Counter.FRAMES_MALFORMED,
                    Counter.SEQUENCE_GAPS,
                    Counter.UPDATES_DROPPED);

    private final ConfigLoader loader;
    private final Overrides overrides;
    private final NanoClock clock;

    MarketReplayRunner(ConfigLoader loader, Overrides overrides, NanoClock clock) {
        this.loader = loader;
        this.overrides = overrides;
        this.clock = clock;
    }

    void run(Path recording, Replay.Pacer pacer, boolean asJson, PrintWriter out)
            throws IOException {
        MarketScan scan = MarketScan.of(Recordings.open(recording));
        PathConfig config = config(recording, scan);
        List<Strategy> strategies = StrategyLoader.loadAll(config.strategy());
        try (EntrySource source = Recordings.open(recording)) {
            MarketReplay replay = new MarketReplay(source, scan.isJoined(), config, strategies);
            long startNs = clock.nanoTime();
            MarketReplayTotals totals = replay.run(pacer);
            double seconds = (clock.nanoTime() - startNs) / NS_PER_S;
            String format = source.format().words();
            int channels = config.channels().size();
            out.print(
                    asJson
                            ? json(totals, seconds, format, channels)
                            : text(totals, seconds, format, channels));
        }
    }

    /** The channels of the recording on one connection that waits for no answer. */
    private PathConfig config(Path recording, MarketScan scan) {
        PathConfig path = loader.load(null, overrides.prompt(false)).engine().path();
        List<ChannelSpec> channels = scan.channels();
        if (channels.isEmpty() || channels.size() > CHANNELS_MAX) {
            throw new ConfigException(
                    recording
                            + " must have the subscribed frames of 1 to "
                            + CHANNELS_MAX
                            + " channels: has "
                            + channels.size());
        }
        SessionConfig session = path.session();
        SessionConfig.Timeouts timeouts =
                new SessionConfig.Timeouts(
                        HOUR_MS,
                        session.timeouts().answerMs(),
                        HOUR_MS,
                        session.timeouts().pingIntervalMs());
        SessionConfig patient =
                new SessionConfig(
                        timeouts,
                        session.reconnectDelay(),
                        session.accountRate(),
                        session.publicRate(),
                        session.marketConnectionsMax(),
                        session.subscriptionsMax(),
                        session.account());
        MarketConfig market = path.market();
        MarketConfig heard =
                new MarketConfig(market.trades(), scan.isBulk(), 0, 0, 0, market.ringShare());
        return new PathConfig(
                channels,
                patient.withOneConnection(CHANNELS_MAX + 1),
                heard,
                path.history(),
                path.decoder(),
                path.loop(),
                path.orders(),
                path.strategy());
    }

    private static String text(
            MarketReplayTotals totals, double seconds, String format, int channels) {
        SummaryLines lines = new SummaryLines(TITLE_LENGTH);
        lines.add("recorded by", format + ", without the settings and commands of a run");
        lines.add("compared", "nothing: a live run might have decided otherwise");
        lines.add(
                "frames",
                List.of(
                        String.format(Locale.ROOT, "%,d in", totals.count(Counter.FRAMES)),
                        String.format(Locale.ROOT, "%,d left out", totals.leftOut())));
        lines.add("channels", String.valueOf(channels));
        lines.add("events", String.format(Locale.ROOT, "%,d in %.1f s", totals.events(), seconds));
        lines.add("wrong", wrongs(totals));
        lines.add("orders", orders(totals));
        return lines.toString();
    }

    private static List<String> wrongs(MarketReplayTotals totals) {
        List<String> parts = new ArrayList<>();
        for (Counter counter : WRONGS) {
            long count = totals.count(counter);
            if (count > 0) {
                String hint = counter == Counter.FRAMES_UNKNOWN ? NAMES_THEM : "";
                parts.add(
                        String.format(Locale.ROOT, "%,d %s%s", count, counter.title(count), hint));
            }
        }
        if (totals.missed() > 0) {
            parts.add(
                    Counts.of(totals.missed(), "frame") + " before the engine was connected anew");
        }
        return parts.isEmpty() ? List.of("nothing") : parts;
    }

    private static List<String> orders(MarketReplayTotals totals) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, Long> each : totals.decisions().entrySet()) {
            parts.add(each.getValue() + " " + each.getKey());
        }
        return parts.isEmpty() ? List.of("none asked for") : parts;
    }

    private static String json(
            MarketReplayTotals totals, double seconds, String format, int channels)
            throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("format", format);
            json.writeNumberField("frames", totals.count(Counter.FRAMES));
            json.writeNumberField("leftOut", totals.leftOut());
            json.writeNumberField("channels", channels);
            json.writeNumberField("events", totals.events());
            json.writeNumberField("seconds", seconds);
            json.writeNumberField("unknown", totals.count(Counter.FRAMES_UNKNOWN));
            json.writeNumberField("unknownTypes", totals.count(Counter.TYPES_UNKNOWN));
            json.writeNumberField("malformed", totals.count(Counter.FRAMES_MALFORMED));
            json.writeNumberField("gaps", totals.count(Counter.SEQUENCE_GAPS));
            json.writeNumberField("missed", totals.missed());
            json.writeObjectFieldStart("orders");
            for (Map.Entry<String, Long> each : totals.decisions().entrySet()) {
                json.writeNumberField(each.getKey(), each.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        return text + "\n";
    }
}
