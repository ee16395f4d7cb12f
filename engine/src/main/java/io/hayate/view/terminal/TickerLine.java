package io.hayate.view.terminal;

import io.hayate.event.Ticker;
import java.util.List;

/** A ticker as one line. */
final class TickerLine {
    private static final double PER_CENT = 100;

    private TickerLine() {}

    /** The line of the tutorial. */
    static String of(String name, Ticker ticker) {
        return forms(name, ticker).get(0);
    }

    /** The same with ever fewer fields, for ever narrower terminals. */
    static List<String> forms(String name, Ticker ticker) {
        String bid = name + ":  Bid: " + Figures.rounded(ticker.bidPrice());
        String bidAsk = bid + ", Ask: " + Figures.rounded(ticker.askPrice());
        String last = bidAsk + ", Last Price: " + Figures.rounded(ticker.lastPrice());
        String volume = last + ", Volume: " + Figures.rounded(ticker.volume());
        return List.of(volume, last, bidAsk, name + " Bid: " + Figures.rounded(ticker.bidPrice()));
    }

    /** All that the venue told: the answer to {@code show}. */
    static String full(String name, Ticker ticker, boolean isFunding) {
        StringBuilder line = new StringBuilder(name).append(":  Bid: ");
        side(line, ticker.bidPrice(), ticker.bidAmount(), ticker.bidPeriod(), isFunding);
        line.append(", Ask: ");
        side(line, ticker.askPrice(), ticker.askAmount(), ticker.askPeriod(), isFunding);
        field(line, "Last Price", ticker.lastPrice());
        field(line, "Volume", ticker.volume());
        field(line, "High", ticker.high());
        field(line, "Low", ticker.low());
        field(line, "Change", ticker.dailyChange());
        line.append(" (").append(Figures.rounded(ticker.dailyChangeRelative() * PER_CENT));
        line.append(" %)");
        if (isFunding) {
            field(line, "Flash Return Rate", ticker.flashReturnRate());
            field(line, "available at it", ticker.flashReturnAmount());
        }
        return line.toString();
    }

    private static void side(
            StringBuilder line, double price, double amount, double days, boolean isFunding) {
        line.append(Figures.exact(price)).append(" (").append(Figures.exact(amount));
        if (isFunding) {
            line.append(" for ").append(Figures.exact(days)).append(" days");
        }
        line.append(')');
    }

    private static void field(StringBuilder line, String name, double value) {
        line.append(", ").append(name).append(": ").append(Figures.exact(value));
    }
}
