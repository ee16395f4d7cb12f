package io.hayate.view.text;

import io.hayate.model.Counts;
import io.hayate.model.Instrument;
import io.hayate.portfolio.ToldOffer;
import io.hayate.portfolio.ToldPosition;
import io.hayate.portfolio.ToldRows;
import io.hayate.portfolio.VenueHoldings;
import java.util.ArrayList;
import java.util.List;

/**
 * Margin positions and funding offers as the venue tells them, as lines; what it has not computed is left
 * out. For any thread but the trading ones.
 */
public final class HoldingLines {
    private final VenueHoldings holdings;

    /** Lines about what is told there. */
    public HoldingLines(VenueHoldings holdings) {
        this.holdings = holdings;
    }

    /** A line for each margin position, with a title above them; empty for none. */
    public List<String> positions() {
        List<String> lines = new ArrayList<>();
        for (ToldPosition each : holdings.positions()) {
            PartLines.add(lines, nameOf(each.symbol()), position(each));
        }
        return titled("on margin, as the venue tells it:", lines, holdings.positionRows());
    }

    /** A line for each funding offer, with a title above them. */
    public List<String> offers() {
        List<String> lines = new ArrayList<>();
        for (ToldOffer each : holdings.offers()) {
            PartLines.add(lines, nameOf(each.symbol()), offer(each));
        }
        List<String> told =
                titled("funding offers, as the venue tells them:", lines, holdings.offerRows());
        return told.isEmpty() ? List.of("no funding offer") : told;
    }

    /** How many there are of each, in short; empty for none. */
    public List<String> counts() {
        List<String> parts = new ArrayList<>();
        for (ToldPosition each : holdings.positions()) {
            parts.add(Figures.exact(each.amount()) + " of " + nameOf(each.symbol()));
        }
        int offers = holdings.offerRows().count();
        if (offers > 0) {
            parts.add(Counts.of(offers, "funding offer"));
        }
        return parts;
    }

    private static List<String> titled(String title, List<String> lines, ToldRows rows) {
        if (!lines.isEmpty()) {
            lines.add(0, title);
        }
        if (rows.areMore()) {
            lines.add("there are more: " + rows.places() + " are kept");
        }
        return lines;
    }

    private static List<String> position(ToldPosition told) {
        List<String> parts = new ArrayList<>();
        parts.add(Figures.exact(told.amount()));
        add(parts, "base price ", told.basePrice());
        if (told.funding() != 0) {
            add(parts, "funding ", told.funding());
        }
        if (!Double.isNaN(told.profit())) {
            String percent =
                    Double.isNaN(told.profitPercent())
                            ? ""
                            : " (" + percent(told.profitPercent()) + ")";
            parts.add("profit " + Figures.rounded(told.profit()) + percent);
        }
        add(parts, "liquidated at ", told.liquidationPrice());
        add(parts, "leverage ", told.leverage());
        if (told.collateral() != 0) {
            add(parts, "collateral ", told.collateral());
            add(parts, "at least ", told.collateralMin());
        }
        return parts;
    }

    private static List<String> offer(ToldOffer told) {
        List<String> parts = new ArrayList<>();
        String amount = Figures.exact(Math.abs(told.amount()));
        parts.add((told.amount() < 0 ? "bid for " : "offer of ") + amount);
        if (told.originalAmount() != told.amount() && !Double.isNaN(told.originalAmount())) {
            parts.add("began with " + Figures.exact(Math.abs(told.originalAmount())));
        }
        if (!Double.isNaN(told.rate())) {
            parts.add(percent(told.rate() * 100) + " a day");
        }
        if (!Double.isNaN(told.period())) {
            parts.add("for " + Counts.of((long) told.period(), "day"));
        }
        if (!told.type().isEmpty()) {
            parts.add(told.type());
        }
        parts.add("number " + told.id());
        return parts;
    }

    private static String percent(double value) {
        return Figures.rounded(value) + " %";
    }

    private static void add(List<String> parts, String title, double value) {
        if (!Double.isNaN(value)) {
            parts.add(title + Figures.rounded(value));
        }
    }

    private static String nameOf(String symbol) {
        return new Instrument(0, symbol).displayName();
    }
}
