package io.hayate.run;

import io.hayate.engine.Engine;
import io.hayate.market.ChannelHealth;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.Counts;
import io.hayate.model.Health;
import io.hayate.model.MarketChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The channels of a session with their figures, mostly a line each. For any thread but the trading ones. */
final class ChannelFigures {
    private static final int LINES_MAX = 12;
    private static final int NAME_MAX = 26;

    private final Engine engine;

    ChannelFigures(Engine engine) {
        this.engine = engine;
    }

    /** Every channel that was asked for, in order of its number. */
    List<MarketChannel> all() {
        List<MarketChannel> channels = new ArrayList<>();
        for (int id = 0; id < engine.channels().count(); id++) {
            channels.add(engine.channels().get(id));
        }
        return channels;
    }

    long get(MarketChannel channel, Figure figure) {
        return engine.statistics().get(channel.id(), figure);
    }

    private int health(MarketChannel channel) {
        return ChannelHealth.of(engine.statistics(), channel.id());
    }

    /** Its health in words. */
    String healthText(MarketChannel channel) {
        return ChannelHealth.text(engine.statistics(), channel.id());
    }

    /** The lines, each ended: those with most against them first, what is too many by kind. */
    String text() {
        List<MarketChannel> channels = all();
        channels.sort(Comparator.comparingInt(this::trouble).reversed()); // stable
        SummaryLines lines = new SummaryLines(NAME_MAX);
        int shown = Math.min(channels.size(), LINES_MAX);
        for (MarketChannel channel : channels.subList(0, shown)) {
            addTo(lines, channel.displayName(), List.of(channel));
        }
        Map<String, List<MarketChannel>> rest = new TreeMap<>();
        for (MarketChannel channel : channels.subList(shown, channels.size())) {
            rest.computeIfAbsent(channel.kind().wireName(), kind -> new ArrayList<>()).add(channel);
        }
        rest.forEach((kind, of) -> addTo(lines, of.size() + " more of " + kind, of));
        return lines.toString();
    }

    /** How much is against it: what it is now, what it told wrong, what is missing, what was lost. */
    private int trouble(MarketChannel channel) {
        if (!Health.isHealthy(health(channel))) {
            return 4;
        }
        if (get(channel, Figure.CHECKSUMS_FAILED) > 0 || get(channel, Figure.UNKNOWN) > 0) {
            return 3;
        }
        if (get(channel, Figure.DROPPED) > 0) {
            return 2;
        }
        return get(channel, Figure.GAPS) > 0 ? 1 : 0;
    }

    private void addTo(SummaryLines lines, String name, List<MarketChannel> of) {
        List<String> parts = new ArrayList<>();
        parts.add(Counts.grouped(sum(of, Figure.FRAMES), "frame"));
        parts.add(String.format(Locale.ROOT, "%,d unknown", sum(of, Figure.UNKNOWN)));
        parts.add(Counts.grouped(sum(of, Figure.GAPS), "gap"));
        long right = sum(of, Figure.CHECKSUMS_PASSED);
        long checked = right + sum(of, Figure.CHECKSUMS_FAILED);
        if (checked > 0) {
            String all = Counts.grouped(checked, "checksum");
            parts.add(String.format(Locale.ROOT, "%,d of %s right", right, all));
        }
        long skipped = sum(of, Figure.CHECKSUMS_SKIPPED);
        if (skipped > 0) {
            parts.add(Counts.grouped(skipped, "checksum") + " not checked");
        }
        lines.add(name, parts);
        if (of.size() == 1 && !Health.isHealthy(health(of.get(0)))) {
            lines.add("", healthText(of.get(0)));
        }
    }

    private long sum(List<MarketChannel> of, Figure figure) {
        return of.stream().mapToLong(channel -> get(channel, figure)).sum();
    }
}
