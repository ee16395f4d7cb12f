package io.hayate.view.text;

import io.hayate.model.Counts;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.number.ExactSum;
import io.hayate.portfolio.Currencies;
import io.hayate.portfolio.FillHistory;
import io.hayate.portfolio.Holding;
import io.hayate.portfolio.Portfolio;
import io.hayate.portfolio.Totals;
import io.hayate.portfolio.WalletDifferences;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * What our fills have come to, as lines of at most 80 columns: exact sums, rounded to 8 decimals here
 * alone. For any thread but the trading ones; of one thread each.
 */
public final class PortfolioLines {
    /** Fills that {@link #history} shows unless told otherwise. */
    public static final int FILLS_SHOWN = 20;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Portfolio portfolio;
    private final Instruments instruments;
    private final Holding held = new Holding();
    private final Totals totals;
    private final ExactSum sum = new ExactSum();
    private final WalletDifferences.Difference difference = new WalletDifferences.Difference();
    private final FillHistory.Fill fill = new FillHistory.Fill();

    /** Lines about a portfolio. */
    public PortfolioLines(Portfolio portfolio, Instruments instruments) {
        this.portfolio = portfolio;
        this.instruments = instruments;
        totals = new Totals(portfolio);
    }

    /** A line for each position, with its average price and what it is worth. */
    public List<String> positions() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < portfolio.tradedCount(); i++) {
            Instrument instrument = instruments.get(portfolio.traded(i));
            portfolio.read(instrument.id(), held);
            if (held.units() != 0) {
                PartLines.add(lines, instrument.displayName(), position(instrument));
            }
        }
        if (lines.isEmpty()) {
            lines.add("no position: bought is what was sold");
        }
        addDifferences(lines);
        return lines;
    }

    private void addDifferences(List<String> lines) {
        for (int i = 0; i < portfolio.currencies().count(); i++) {
            portfolio.differences().read(i, difference);
            if (difference.units() != 0) {
                String name = portfolio.currencies().name(i);
                String more = amount(difference.units());
                List<String> parts = new ArrayList<>();
                parts.add("by our books " + amount(difference.expectedUnits()));
                parts.add("the wallet holds " + amount(difference.heldUnits()));
                parts.add(more + " came without us");
                parts.add("adopt " + name + " " + more);
                PartLines.add(lines, name, parts);
            }
        }
    }

    private List<String> position(Instrument instrument) {
        List<String> parts = new ArrayList<>();
        parts.add(amount(held.units()) + " " + instrument.base());
        parts.add("average " + plain(held.averageShown()) + " " + instrument.quote());
        if (!held.baseFees().isZero()) {
            parts.add("sellable " + amount(held.sellableUnits()));
        }
        if (held.isMarked()) {
            parts.add("now " + Figures.exact(held.mark()) + " at " + time(held.markTimeMs()));
            parts.add("unrealised " + Figures.rounded(held.unrealisedProfit()));
        } else {
            parts.add("no healthy price yet");
        }
        if (held.estimatedUnits() > 0) {
            parts.add(amount(held.estimatedUnits()) + " at a price that only a row told");
        }
        return parts;
    }

    /** A line for each margin position of the account, as the venue tells it; empty for none. */
    public List<String> onMargin() {
        return new HoldingLines(portfolio.atVenue()).positions();
    }

    /** A line for each funding offer, as the venue tells it. */
    public List<String> offers() {
        return new HoldingLines(portfolio.atVenue()).offers();
    }

    /** A line for the profit in each currency, one of fees, and why there is no sum of them. */
    public List<String> profit() {
        List<String> lines = new ArrayList<>();
        Currencies currencies = portfolio.currencies();
        for (int i = 0; i < currencies.count(); i++) {
            if (totals.read(i).instruments() > 0) {
                PartLines.add(lines, currencies.name(i), profitParts());
            }
        }
        int told = lines.size();
        List<String> fees = fees();
        if (!fees.isEmpty()) {
            PartLines.add(lines, "fees", fees);
        }
        if (told > 1) {
            lines.add("no sum of these: no rate between the currencies is stated");
        }
        return lines.isEmpty() ? List.of("no profit and no loss: nothing was traded") : lines;
    }

    private List<String> profitParts() {
        List<String> parts = new ArrayList<>();
        parts.add("realised " + text(totals.realised()));
        if (totals.unmarked() == 0) {
            parts.add("unrealised " + Figures.rounded(totals.unrealised()));
        } else {
            String positions = Counts.of(totals.unmarked(), "position");
            parts.add("unrealised not known: " + positions + " without a healthy price");
        }
        if (totals.isWhole()) {
            parts.add("equity with fees " + text(totals.equity()));
        }
        parts.add("of " + Counts.of(totals.instruments(), "instrument"));
        return parts;
    }

    /** What was realised and what is not yet in each currency, such as {@code 1.25 USD realised}. */
    public List<String> profitByCurrency() {
        List<String> parts = new ArrayList<>();
        Currencies currencies = portfolio.currencies();
        for (int i = 0; i < currencies.count(); i++) {
            if (totals.read(i).instruments() > 0) {
                String name = " " + currencies.name(i);
                parts.add(text(totals.realised()) + name + " realised");
                boolean isKnown = totals.unmarked() == 0;
                String open = isKnown ? Figures.rounded(totals.unrealised()) + name : "unknown";
                parts.add(open + " unrealised");
            }
        }
        return parts;
    }

    /** Fees by currency, such as {@code -0.00004 BTC}: below 0 when paid. */
    public List<String> fees() {
        List<String> parts = new ArrayList<>();
        Currencies currencies = portfolio.currencies();
        for (int i = 0; i < currencies.count(); i++) {
            if (!portfolio.readFees(i, sum).isZero()) {
                parts.add(text(sum) + " " + currencies.name(i));
            }
        }
        return parts;
    }

    /** The latest fills, the oldest first. */
    public List<String> history(int most) {
        FillHistory history = portfolio.history();
        long count = history.count();
        long first = Math.max(0, count - Math.min(most, FillHistory.KEPT));
        List<String> lines = new ArrayList<>();
        if (first > 0) {
            String kept = "the last " + FillHistory.KEPT + " are kept";
            lines.add(Counts.of(count, "fill") + " since the start, " + kept);
        }
        for (long i = first; i < count; i++) {
            if (history.read(i, fill)) {
                PartLines.wrap(lines, fillLine());
            }
        }
        return lines.isEmpty() ? List.of("no fills yet") : lines;
    }

    private String fillLine() {
        Instrument instrument = instruments.get(fill.instrumentId());
        return time(fill.timeMs())
                + (fill.signedUnits() < 0 ? "  sold " : "  bought ")
                + amount(Math.abs(fill.signedUnits()))
                + " "
                + instrument.displayName()
                + " @ "
                + Figures.exact(fill.price())
                + ", order "
                + fill.clientOrderId();
    }

    private static String time(long ms) {
        return ms == 0 ? "an unknown time" : TIME.format(Instant.ofEpochMilli(ms)) + " UTC";
    }

    /** Units of 1e-8 as a plain decimal. */
    public static String amount(long units) {
        return plain(BigDecimal.valueOf(units, 8));
    }

    private static String text(ExactSum exact) {
        return plain(Holding.shown(exact));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
