package io.hayate.load;

import io.hayate.engine.Engine;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.Health;

/** The engine's figures, summed over all channels where they are kept by channel. */
final class EngineFigures {
    private final Engine engine;

    EngineFigures(Engine engine) {
        this.engine = engine;
    }

    long get(Counter counter) {
        return engine.counters().get(counter);
    }

    long get(Figure figure) {
        long sum = 0;
        for (int id = 0; id < engine.channels().count(); id++) {
            sum += engine.statistics().get(id, figure);
        }
        return sum;
    }

    /** Channels that are subscribed and told to be right, by session and keeper alike. */
    int healthyChannels() {
        int count = 0;
        for (int id = 0; id < engine.channels().count(); id++) {
            long health = engine.statistics().get(id, Figure.HEALTH);
            health |= engine.statistics().get(id, Figure.BOOK_HEALTH);
            boolean told = engine.statistics().get(id, Figure.LAST_DATA_NS) != 0;
            count += told && Health.isHealthy((int) health) ? 1 : 0;
        }
        return count;
    }
}
