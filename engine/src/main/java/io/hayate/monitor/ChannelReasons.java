package io.hayate.monitor;

import io.hayate.engine.Engine;
import io.hayate.market.ChannelHealth;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Gauge;
import io.hayate.metrics.Gauges;
import io.hayate.model.Health;
import io.hayate.model.MarketChannel;
import java.util.ArrayList;
import java.util.List;

/** Writes why channels are not live, and how many connections they come on. Metrics thread. */
final class ChannelReasons {
    private final Engine engine;
    private final Gauges gauges;
    private final List<String> told = new ArrayList<>(); // by channel

    ChannelReasons(Engine engine, Gauges gauges) {
        this.engine = engine;
        this.gauges = gauges;
    }

    void write() {
        ChannelStatistics statistics = engine.statistics();
        List<Long> connections = new ArrayList<>();
        for (int id = 0; id < engine.channels().count(); id++) {
            MarketChannel channel = engine.channels().get(id);
            boolean isLive = Health.isHealthy(ChannelHealth.of(statistics, id));
            String why = isLive ? "" : statistics.reason(id);
            if (id == told.size()) {
                told.add("");
            }
            if (!why.equals(told.get(id))) {
                told.set(id, why);
                statistics.tell(id, channel.displayName(), why);
            }
            long connection = statistics.get(id, Figure.CONNECTION);
            if (connection > 0 && !connections.contains(connection)) {
                connections.add(connection);
            }
        }
        gauges.set(Gauge.CONNECTIONS, connections.size());
    }
}
