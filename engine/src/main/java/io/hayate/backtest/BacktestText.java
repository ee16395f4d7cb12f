package io.hayate.backtest;

import io.hayate.model.Counts;
import io.hayate.model.Durations;
import io.hayate.model.Printable;
import io.hayate.venue.FeeRates;
import io.hayate.venue.mirror.MirrorCount;
import io.hayate.venue.mirror.MirrorCounts;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** What came of a backtest, for a person: lines of at most 80 columns. */
final class BacktestText {
    private static final int COLUMNS = 80;
    private static final int NAME_COLUMNS = 11;
    private static final int DECIMALS = 8;
    private static final String ROW = "%-21s %6s %6s %6s %6s %14s %14s";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final PrintWriter out;

    BacktestText(PrintWriter out) {
        this.out = out;
    }

    /** What was read, and how it is matched. */
    void head(Recorded recorded, BacktestConfig config) {
        Coverage coverage = recorded.coverage();
        line("backtest", config.run().engine().strategy().title() + " on " + recorded.path());
        line(
                "recorded",
                TIME.format(Instant.ofEpochMilli(coverage.firstMs()))
                        + " to "
                        + TIME.format(Instant.ofEpochMilli(coverage.lastMs()))
                        + " UTC, "
                        + span(coverage.spanMs()));
        line(
                "",
                Counts.of(coverage.texts(), "text", "texts")
                        + " of "
                        + Counts.of(recorded.listings().size(), "pair", "pairs"));
        line("gaps", gaps(coverage));
        faults(recorded.counts(), coverage);
        line("latency", config.latency() + " each way" + lags(recorded, config));
        line("queue", config.model().text() + " where books tell levels; exact where orders");
        FeeRates fees = config.run().venue().accounts().all().get(0).fees().tiers().get(0);
        line("fees", percent(fees.maker()) + " as maker, " + percent(fees.taker()) + " as taker");
    }

    private void line(String name, String text) {
        String line = String.format("%-" + NAME_COLUMNS + "s%s", name, Printable.line(text));
        out.println(line.length() <= COLUMNS ? line : line.substring(0, COLUMNS - 1) + "…");
    }

    /** {@code 1h 0m 5s}. */
    private static String span(long ms) {
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
                + TIME.format(Instant.ofEpochMilli(first.fromMs()));
    }

    private void faults(MirrorCounts counts, Coverage coverage) {
        StringJoiner faults = new StringJoiner(", ");
        add(faults, counts.of(MirrorCount.BROKEN), "broken");
        add(faults, counts.of(MirrorCount.UNKNOWN), "of unknown channels");
        add(faults, counts.of(MirrorCount.BEYOND), "beyond measure");
        add(faults, counts.of(MirrorCount.GAPS), "missing by their numbers");
        add(faults, coverage.lost(), "lost by the recorder");
        add(faults, coverage.reordered(), "with a time that goes back");
        if (faults.length() > 0) {
            line("texts", faults.toString());
        }
        if (counts.of(MirrorCount.BROKEN) > 0) {
            line("", "the first that is broken: " + counts.example());
        }
    }

    private static void add(StringJoiner faults, long count, String words) {
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

    /** A table of all. */
    void outcomes(List<Sweep.Outcome> outcomes) {
        out.println();
        out.println(
                String.format(
                        ROW,
                        "parameters",
                        "orders",
                        "fills",
                        "maker",
                        "model",
                        "profit",
                        "drawdown"));
        outcomes.forEach(this::outcome);
        out.println();
        out.println(
                "maker: fills of resting orders; model: those of them that another queue model");
        out.println(
                "could have otherwise. Sums of money are rounded to 8 decimals; --json has all.");
    }

    private void outcome(Sweep.Outcome outcome) {
        BacktestResult result = outcome.chosen();
        String name = parameters(result.parameters());
        if (name.length() > 21) {
            wrapped(name);
            name = "";
        }
        BacktestResult.Fills fills = result.fills();
        String[] columns = {
            String.valueOf(result.orders().sent()),
            String.valueOf(fills.count()),
            share(fills.makers(), fills.count()),
            share(fills.uncertain(), fills.makers())
        };
        if (result.money().isEmpty()) {
            row(name, columns, "0", "0");
        }
        result.money()
                .forEach(
                        (quote, money) ->
                                money(outcome, columns, name(result, quote), quote, money));
        holdings(result);
        refusals(result.orders());
        if (!result.complaint().isEmpty()) {
            line("  stopped", result.complaint());
        }
    }

    private void money(
            Sweep.Outcome outcome,
            String[] columns,
            String name,
            String quote,
            BacktestResult.Money money) {
        row(name, columns, plain(money.profit()), plain(money.drawdown()));
        out.println(
                "  "
                        + quote
                        + " from "
                        + plain(outcome.pessimistic().profit(quote))
                        + " (pessimistic) to "
                        + plain(outcome.optimistic().profit(quote))
                        + " (optimistic)");
    }

    private static String name(BacktestResult result, String quote) {
        String first = result.money().keySet().iterator().next();
        String name = parameters(result.parameters());
        return quote.equals(first) && name.length() <= 21 ? name : "";
    }

    private void row(String name, String[] columns, String profit, String drawdown) {
        out.println(
                String.format(
                        ROW,
                        name,
                        columns[0],
                        columns[1],
                        columns[2],
                        columns[3],
                        profit,
                        drawdown));
    }

    private void wrapped(String name) {
        int from = 0;
        while (from < name.length()) {
            int to = Math.min(from + COLUMNS, name.length());
            out.println(name.substring(from, to));
            from = to;
        }
    }

    private void refusals(BacktestResult.Orders orders) {
        if (orders.refused() > 0) {
            line("  refused", orders.refused() + " here, by limits and checks of the settings");
        }
        if (orders.rejected() > 0) {
            line("  rejected", orders.rejected() + ", the first: " + orders.why());
        }
    }

    private void holdings(BacktestResult result) {
        StringJoiner held = new StringJoiner(", ");
        result.positions()
                .forEach(
                        (symbol, amount) -> {
                            if (amount.signum() != 0) {
                                held.add(plain(amount) + " of " + symbol);
                            }
                        });
        StringJoiner fees = new StringJoiner(", ");
        result.fees().forEach((currency, fee) -> fees.add(plain(fee) + " " + currency));
        if (fees.length() > 0) {
            line("  fees", fees.toString());
        }
        if (held.length() > 0) {
            line("  holds", held.toString());
        }
    }

    static String parameters(Map<String, String> parameters) {
        StringJoiner all = new StringJoiner(" ");
        parameters.forEach((name, value) -> all.add(name + "=" + value));
        return parameters.isEmpty() ? "as set" : Printable.line(all.toString());
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "-" : Math.round(100.0 * part / whole) + "%";
    }

    private static String plain(BigDecimal value) {
        BigDecimal rounded = value.setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
