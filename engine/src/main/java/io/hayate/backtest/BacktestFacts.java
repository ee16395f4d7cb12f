package io.hayate.backtest;

import io.hayate.model.Counts;
import io.hayate.model.Durations;
import io.hayate.venue.FeeRates;
import io.hayate.venue.mirror.MirrorCount;
import io.hayate.venue.mirror.MirrorCounts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** What a backtest was read from, and how it is matched, in words for a person. */
final class BacktestFacts {
    /**
     * One of them.
     *
     * @param name empty where the words go on with those before
     */
    record Fact(String name, String words) {}

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final List<Fact> all = new ArrayList<>();

    private BacktestFacts() {}

    static List<Fact> of(Recorded recorded, BacktestConfig config) {
        BacktestFacts facts = new BacktestFacts();
        Coverage coverage = recorded.coverage();
        facts.add("backtest", config.run().engine().strategy().title() + " on " + recorded.path());
        facts.add(
                "recorded",
                time(coverage.firstMs())
                        + " to "
                        + time(coverage.lastMs())
                        + " UTC, "
                        + span(coverage.spanMs()));
        facts.add(
                "",
                Counts.of(coverage.texts(), "text", "texts")
                        + " of "
                        + Counts.of(recorded.listings().size(), "pair", "pairs"));
        facts.add("gaps", gaps(coverage));
        facts.faults(recorded.counts(), coverage);
        facts.add("latency", config.latency() + " each way" + lags(recorded, config));
        facts.add("queue", config.model().text() + " where books tell levels; exact where orders");
        FeeRates fees = config.run().venue().accounts().all().get(0).fees().tiers().get(0);
        facts.add(
                "fees",
                percent(fees.maker()) + " as maker, " + percent(fees.taker()) + " as taker");
        return facts.all;
    }

    private void add(String name, String words) {
        all.add(new Fact(name, words));
    }

    /** {@code 2026-11-29 12:00:00}. */
    static String time(long ms) {
        return TIME.format(Instant.ofEpochMilli(ms));
    }

    /** {@code 1h 0m 5s}. */
    static String span(long ms) {
        Duration span = Duration.ofMillis(ms);
        String hours = span.toHours() == 0 ? "" : span.toHours() + "h ";
        String minutes = span.toMinutes() == 0 ? "" : span.toMinutesPart() + "m ";
        return hours + minutes + span.toSecondsPart() + "s";
    }

    private static String gaps(Coverage coverage) {
        if (coverage.gaps().isEmpty()) {
            return "none over " + Durations.text(Coverage.GAP_MS);
        }
        Coverage.Gap first = coverage.gaps().get(0);
        return coverage.gaps().size()
                + " over "
                + Durations.text(Coverage.GAP_MS)
                + ", "
                + span(coverage.gapMs())
                + " in all, the first from "
                + time(first.fromMs());
    }

    private void faults(MirrorCounts counts, Coverage coverage) {
        StringJoiner faults = new StringJoiner(", ");
        join(faults, counts.of(MirrorCount.BROKEN), "broken");
        join(faults, counts.of(MirrorCount.UNKNOWN), "of unknown channels");
        join(faults, counts.of(MirrorCount.BEYOND), "beyond measure");
        join(faults, counts.of(MirrorCount.GAPS), "missing by their numbers");
        join(faults, coverage.lost(), "lost by the recorder");
        join(faults, coverage.reordered(), "with a time that goes back");
        if (faults.length() > 0) {
            add("texts", faults.toString());
        }
        if (counts.of(MirrorCount.BROKEN) > 0) {
            add("", "the first that is broken: " + counts.example());
        }
    }

    private static void join(StringJoiner faults, long count, String words) {
        if (count > 0) {
            faults.add(count + " " + words);
        }
    }

    private static String lags(Recorded recorded, BacktestConfig config) {
        return config.latency().isRecorded() && recorded.lags() == 0
                ? "; the recording has no times of the exchange"
                : "";
    }

    private static String percent(BigDecimal rate) {
        return rate.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
