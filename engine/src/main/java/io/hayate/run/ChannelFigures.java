package io.hayate.run;

import io.hayate.engine.Engine;
import io.hayate.market.ChannelHealth;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.MarketChannel;
import io.hayate.view.summary.ChannelLines;
import java.util.ArrayList;
import java.util.List;

/** The channels of a session with their figures. For any thread but the trading ones. */
final class ChannelFigures {
    private final Engine engine;

    ChannelFigures(Engine engine) {
        this.engine = engine;
    }

    /** Every channel that was asked for, in order of its number. */
    List<MarketChannel> all() {
        List<MarketChannel> channels = new ArrayList<>();
        for (int id = 0; id < engine.channels().count(); id++) {
            channels.add(engine.channels().get(id));
        }
        return channels;
    }

    long get(MarketChannel channel, Figure figure) {
        return engine.statistics().get(channel.id(), figure);
    }

    /** Its health in words. */
    String healthText(MarketChannel channel) {
        return ChannelHealth.text(engine.statistics(), channel.id());
    }

    /** True when it was unsubscribed; one that the venue refused is not left: it tells so. */
    boolean isLeft(MarketChannel channel) {
        return !ChannelHealth.isWanted(engine.statistics(), channel.id())
                && engine.statistics().reason(channel.id()).equals("unsubscribed");
    }

    /** The lines, each ended: those with most against them first, what is too many by kind. */
    String text() {
        ChannelLines lines = new ChannelLines(engine.statistics());
        for (MarketChannel channel : all()) {
            lines.add(channel.id(), channel.kind().wireName(), channel.displayName());
        }
        return lines.text();
    }
}
