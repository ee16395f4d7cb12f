package io.hayate.backtest;

import io.hayate.backtest.result.BacktestResult;
import io.hayate.backtest.result.SweepOutcome;
import io.hayate.model.Printable;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** What came of a backtest, for a person: lines of at most 80 columns. */
final class BacktestText {
    private static final int COLUMNS = 80;
    private static final int NAME_COLUMNS = 11;
    private static final int DECIMALS = 8;
    private static final String ROW = "%-21s %6s %6s %6s %6s %14s %14s";
    private final PrintWriter out;

    BacktestText(PrintWriter out) {
        this.out = out;
    }

    /** What was read, and how it is matched. */
    void head(Recorded recorded, BacktestConfig config) {
        for (BacktestFacts.Fact fact : BacktestFacts.of(recorded, config)) {
            line(fact.name(), fact.words());
        }
    }

    private void line(String name, String text) {
        String line = String.format("%-" + NAME_COLUMNS + "s%s", name, Printable.line(text));
        while (line.length() > COLUMNS && line.lastIndexOf(", ", COLUMNS - 1) > NAME_COLUMNS) {
            int comma = line.lastIndexOf(", ", COLUMNS - 1);
            out.println(line.substring(0, comma + 1));
            line = " ".repeat(NAME_COLUMNS) + line.substring(comma + 2);
        }
        out.println(line.length() <= COLUMNS ? line : line.substring(0, COLUMNS - 1) + "…");
    }

    /** A table of all. */
    void outcomes(List<SweepOutcome> outcomes) {
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

    private void outcome(SweepOutcome outcome) {
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
            SweepOutcome outcome,
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
        result.held()
                .positions()
                .forEach(
                        (symbol, amount) -> {
                            if (amount.signum() != 0) {
                                held.add(plain(amount) + " of " + symbol);
                            }
                        });
        StringJoiner fees = new StringJoiner(", ");
        result.held().fees().forEach((currency, fee) -> fees.add(plain(fee) + " " + currency));
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
