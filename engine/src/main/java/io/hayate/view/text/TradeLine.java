package io.hayate.view.text;

import io.hayate.event.Trade;
import io.hayate.model.Counts;
import io.hayate.model.Side;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jline.utils.AttributedString;

/** A public print as one line: {@code 14:05:31.250  sell  0.015 at 97000.5}. Time is UTC. */
final class TradeLine {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private TradeLine() {}

    static AttributedString of(Trade trade) {
        StyledLine line = new StyledLine();
        line.add(TIME.format(Instant.ofEpochMilli(trade.timeMs()))).add("  ");
        line.add(trade.side() == Side.BUY ? "buy " : "sell", Paint.of(trade.side()));
        line.add("  " + Figures.exact(trade.amount()) + " at " + Figures.exact(trade.price()));
        return line.add(trade.period() > 0 ? " for " + Counts.of(trade.period(), "day") : "")
                .toLine();
    }
}
