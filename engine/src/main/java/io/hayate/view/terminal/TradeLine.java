package io.hayate.view.terminal;

import io.hayate.event.Trade;
import io.hayate.model.Side;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A public print as one line: {@code 14:05:31.250  sell  0.015 at 97000.5}. Time is UTC. */
final class TradeLine {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private TradeLine() {}

    static String of(Trade trade) {
        String side = trade.side() == Side.BUY ? "buy " : "sell";
        String line =
                TIME.format(Instant.ofEpochMilli(trade.timeMs()))
                        + "  "
                        + side
                        + "  "
                        + Figures.exact(trade.amount())
                        + " at "
                        + Figures.exact(trade.price());
        return trade.period() > 0 ? line + " for " + trade.period() + " days" : line;
    }
}
