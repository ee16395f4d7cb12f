package io.hayate.stat;

import io.hayate.metrics.Gauge;
import io.hayate.metrics.file.ChannelRecord;
import io.hayate.metrics.file.CounterRecord;
import io.hayate.metrics.file.ErrorRecord;
import io.hayate.model.Counts;
import io.hayate.model.Printable;
import io.hayate.report.LatencyTable;
import io.hayate.view.summary.ChannelLines;
import io.hayate.view.summary.SummaryLines;
import io.hayate.view.summary.SummaryWords;
import java.util.ArrayList;
import java.util.List;

/** An engine's figures as lines of at most 80 columns, in the words of its own summary. */
public final class StatText {
    private static final int TITLE_LENGTH = 17;
    private static final int ERRORS_MAX = 5;
    private static final int TICKS_MAX = 4;

    private final StatFigures now;
    private final SummaryWords words;
    private final SummaryLines lines = new SummaryLines(TITLE_LENGTH);

    private StatText(StatFigures now) {
        this.now = now;
        words = new SummaryWords(now.counters());
    }

    /**
     * The lines, each ended.
     *
     * @param before the reading before, for rates; null for none
     * @param nowMs the time, in ms since 1970
     */
    public static String of(FoundEngine found, StatFigures before, long nowMs) {
        StatText text = new StatText(new StatFigures(found.image()));
        text.lines.add("engine", EngineLine.parts(found, nowMs));
        text.addFlow(before);
        text.addChannels();
        text.addTrading();
        text.addStrategies();
        text.addHealth();
        text.addErrors(nowMs);
        text.addTimes();
        return Printable.lines(text.lines.toString());
    }

    private void addFlow(StatFigures before) {
        Rates rates = before == null ? null : new Rates(before, now);
        if (rates != null && rates.areKnown()) {
            lines.add("rates", rates.parts());
        }
        lines.add("frames", words.frames());
        lines.add("events", words.events(now.count(Gauge.LINES_DROPPED)));
        lines.add("ticks", ticks());
        String depth = now.count(Gauge.RING_DEPTH) + " of " + now.count(Gauge.RING_CAPACITY);
        lines.add("ring", depth + " slots taken");
    }

    private List<String> ticks() {
        List<String> parts = new ArrayList<>();
        List<CounterRecord> ticks = now.all(Gauge.TICKS);
        for (CounterRecord each : ticks.subList(0, Math.min(TICKS_MAX, ticks.size()))) {
            parts.add(SymbolNames.displayName(each.second()) + " " + each.value());
        }
        if (ticks.size() > TICKS_MAX) {
            parts.add("and " + (ticks.size() - TICKS_MAX) + " more");
        }
        return parts.isEmpty() ? List.of("none") : parts;
    }

    private void addChannels() {
        ChannelLines channels = new ChannelLines(now.image().statistics());
        for (ChannelRecord each : now.image().channels()) {
            channels.add(each.id(), each.kind(), each.name(), each.reason());
        }
        lines.add(channels.text());
    }

    private void addTrading() {
        if (now.is(Gauge.HALTED)) {
            lines.add("trading", "halted: " + now.words(Gauge.HALTED));
        }
        lines.add(
                "orders",
                words.orders(now.count(Gauge.ORDERS_OPEN), now.count(Gauge.ORDERS_FOREIGN)));
        long doubtful = now.count(Gauge.ORDERS_DOUBTFUL);
        if (doubtful > 0) {
            lines.add("", doubtful + " of unknown outcome now");
        }
        for (CounterRecord each : now.all(Gauge.REFUSED)) {
            lines.add(
                    "  refused here", each.value() + ": " + StatFigures.words(Gauge.REFUSED, each));
        }
        MoneyWords account = new MoneyWords(now, "");
        List<String> positions = account.positions();
        lines.add("positions", positions.isEmpty() ? List.of("flat") : positions);
        if (account.isTraded()) {
            List<String> fees = account.fees();
            lines.add("profit", account.profit());
            lines.add("fees", fees.isEmpty() ? List.of("none told") : fees);
        }
    }

    private void addStrategies() {
        for (CounterRecord each : now.all(Gauge.STRATEGY)) {
            String name = each.first();
            List<String> parts = new ArrayList<>();
            parts.add(name + " " + StatFigures.words(Gauge.STRATEGY, each));
            parts.add(Math.max(0, now.get(Gauge.STRATEGY_ORDERS, name, "")) + " open");
            MoneyWords own = new MoneyWords(now, name);
            parts.addAll(own.positions());
            parts.addAll(own.profit());
            lines.add("strategy", parts);
        }
    }

    private void addHealth() {
        String doubt = now.is(Gauge.IN_DOUBT) ? ": " + now.words(Gauge.IN_DOUBT) : "";
        boolean isLive = now.words(Gauge.SESSION).equals("LIVE");
        String account = words.account(isLive, doubt, now.words(Gauge.NOT_READY));
        if (!account.isEmpty()) {
            lines.add("account", account);
        }
        lines.add(
                "connection",
                words.connection(
                        now.words(Gauge.SESSION),
                        now.ms(Gauge.CLOCK_OFFSET),
                        now.ms(Gauge.ROUND_TRIP)));
        lines.add(
                "allocated",
                SummaryWords.allocated(
                        now.count(Gauge.ALLOCATED),
                        now.count(Gauge.ALLOCATED_EVENTS),
                        now.count(Gauge.ALLOCATED_SAMPLES_WITH_BYTES),
                        now.count(Gauge.ALLOCATED_SAMPLES)));
        addFiles();
    }

    private void addFiles() {
        if (now.has(Gauge.JOURNAL_BYTES)) {
            lines.add("journal", FileWords.journal(now));
        }
        if (now.has(Gauge.RECORDER_WRITTEN)) {
            lines.add("recording", FileWords.recording(now));
        }
        if (now.count(Gauge.NO_ROOM) > 0) {
            lines.add("counters", Counts.of(now.count(Gauge.NO_ROOM), "figure") + " without room");
        }
    }

    private void addErrors(long nowMs) {
        List<ErrorRecord> errors = now.image().errors();
        for (ErrorRecord each :
                errors.subList(Math.max(0, errors.size() - ERRORS_MAX), errors.size())) {
            String when = each.count() + " x, last " + EngineLine.ago(nowMs - each.lastMs());
            lines.add("told", when + ": " + each.text());
        }
        int more = errors.size() - ERRORS_MAX;
        if (more > 0) {
            lines.add("", "and " + more + " before these");
        }
    }

    private void addTimes() {
        String latency = LatencyTable.text(now::times);
        if (latency.isEmpty()) {
            lines.add("latency", "none yet, or latency.stamps = off");
        } else {
            lines.add(latency);
        }
    }
}
