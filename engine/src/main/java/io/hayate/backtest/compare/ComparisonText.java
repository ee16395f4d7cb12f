package io.hayate.backtest.compare;

import io.hayate.model.Counts;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The fills of a live run beside those of a backtest, for a person: lines of at most 80 columns. */
public final class ComparisonText {
    private static final int LISTED_MAX = 200;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final PrintWriter out;

    /** Writes there. */
    public ComparisonText(PrintWriter out) {
        this.out = out;
    }

    /** All of it; of the fills that differ the first 200. */
    public void print(FillComparison fills) {
        out.println();
        out.printf(
                Locale.ROOT,
                "compared   %d orders live, %d in the backtest%n",
                fills.liveOrders(),
                fills.testedOrders());
        out.printf(
                Locale.ROOT,
                "fills      %d alike, %d not: %.1f %% agree%n",
                fills.alike(),
                fills.odd().size(),
                100 * fills.share());
        prices(fills.prices());
        Map<Mismatch, Integer> counts = new EnumMap<>(Mismatch.class);
        fills.odd().forEach(odd -> counts.merge(odd.why(), 1, Integer::sum));
        counts.forEach((why, count) -> out.println("  " + count + " " + why.words()));
        fills.odd().stream().limit(LISTED_MAX).forEach(this::print);
        if (fills.odd().size() > LISTED_MAX) {
            int more = fills.odd().size() - LISTED_MAX;
            out.println(Counts.of(more, "more fill") + "; --json has all");
        }
    }

    private void prices(PriceDifference prices) {
        if (prices.orders() > 0) {
            out.printf(
                    Locale.ROOT,
                    "prices     %d orders filled in both: %.4f %% apart; the backtest's %.4f %% %s%n",
                    prices.orders(),
                    prices.apartPercent(),
                    Math.abs(prices.worsePercent()),
                    prices.worsePercent() < 0 ? "better" : "worse");
        }
    }

    private void print(FillComparison.Odd odd) {
        out.println(
                TIME.format(Instant.ofEpochMilli(odd.order().timeMs()))
                        + " "
                        + odd.order().side()
                        + " "
                        + plain(odd.amount())
                        + " "
                        + odd.order().symbol().substring(1)
                        + " at "
                        + plain(odd.price())
                        + ", order "
                        + odd.order().clientOrderId()
                        + ":");
        String more = odd.words().isEmpty() ? "" : ": " + odd.words();
        out.println("  " + odd.why().words() + more);
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
