package io.hayate.view.text;

import io.hayate.event.Ticker;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * A ticker as one line. What is not live, or not fresh, says so right behind its name.
 *
 * <pre>
 * BTCUSD:  Bid: 97000.5, Ask: 97001, Last Price: 97000.5, Volume: 372.10417038
 * BTCUSD stale 65s:  Bid: 97000.5, Ask: 97001, Last Price: 97000.5
 * </pre>
 */
public final class TickerLine {
    private static final double PER_CENT = 100;

    private TickerLine() {}

    /** The line of the tutorial. */
    public static AttributedString of(String name, Ticker ticker, FeedMark mark) {
        return forms(name, ticker, mark).get(0);
    }

    /** The same with ever fewer fields, for ever narrower terminals; the mark never goes. */
    public static List<AttributedString> forms(String name, Ticker ticker, FeedMark mark) {
        String bid = "Bid: " + Figures.rounded(ticker.bidPrice());
        String bidAsk = bid + ", Ask: " + Figures.rounded(ticker.askPrice());
        String last = bidAsk + ", Last Price: " + Figures.rounded(ticker.lastPrice());
        String volume = last + ", Volume: " + Figures.rounded(ticker.volume());
        AttributedStyle style = mark.figures();
        return List.of(
                head(name, mark).add(":  ").add(volume, style).toLine(),
                head(name, mark).add(":  ").add(last, style).toLine(),
                head(name, mark).add(":  ").add(bidAsk, style).toLine(),
                head(name, mark).add(" ").add(bid, style).toLine());
    }

    private static StyledLine head(String name, FeedMark mark) {
        StyledLine line = new StyledLine().add(name, Paint.TITLE);
        return mark.isFresh() ? line : line.add(" ").add(mark.text(), mark.style());
    }

    /** All that the venue told: the answer to {@code show}. */
    public static AttributedString full(
            String name, Ticker ticker, boolean isFunding, FeedMark mark) {
        StringBuilder line = new StringBuilder();
        line.append("Bid: ");
        side(line, ticker.bidPrice(), ticker.bidAmount(), ticker.bidPeriod(), isFunding);
        line.append(", Ask: ");
        side(line, ticker.askPrice(), ticker.askAmount(), ticker.askPeriod(), isFunding);
        field(line, "Last Price", ticker.lastPrice());
        field(line, "Volume", ticker.volume());
        field(line, "High", ticker.high());
        field(line, "Low", ticker.low());
        line.append(", Change: ");
        StyledLine all = head(name, mark).add(":  ").add(line.toString(), mark.figures());
        all.add(Figures.exact(ticker.dailyChange()), Paint.ofSign(ticker.dailyChange()));
        all.add(" (").add(percent(ticker), Paint.ofSign(ticker.dailyChangeRelative())).add(")");
        return all.add(flashReturn(ticker, isFunding)).toLine();
    }

    private static String percent(Ticker ticker) {
        return Figures.rounded(ticker.dailyChangeRelative() * PER_CENT) + " %";
    }

    private static String flashReturn(Ticker ticker, boolean isFunding) {
        StringBuilder line = new StringBuilder();
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
            line.append(" for ").append(Figures.exact(days)).append(days == 1 ? " day" : " days");
        }
        line.append(')');
    }

    private static void field(StringBuilder line, String name, double value) {
        line.append(", ").append(name).append(": ").append(Figures.exact(value));
    }
}
