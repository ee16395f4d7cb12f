package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.Health;
import io.hayate.model.MarketChannel;
import io.hayate.strategy.Strategy;
import io.hayate.venue.BookConfig;
import io.hayate.venue.exchange.DataControls;
import io.hayate.venue.server.SimulatedVenue;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** An engine that hears channels of a venue whose books move when the test says so. */
final class MarketRig implements AutoCloseable {
    final MarketRecorder strategy = new MarketRecorder();
    final SimulatedVenue venue;
    final EngineRig rig;

    MarketRig(Path state, String topology, Map<String, Object> settings, String... channels) {
        this(state, topology, settings, null, channels);
    }

    /** As above, with another strategy in the recorder's place. */
    MarketRig(
            Path state,
            String topology,
            Map<String, Object> settings,
            Strategy other,
            String... channels) {
        venue =
                SimulatedVenue.start(
                        EngineRig.stillVenue()
                                .withTickersPerSecond(1e-6)
                                .withBooks(new BookConfig(0, 0, 300)));
        Map<String, Object> all = new HashMap<>();
        all.put("session.account-connection", "own");
        all.put("loop.topology", topology);
        all.put("loop.idle", "yielding");
        all.put("subscriptions.tickers", List.of());
        all.put("subscriptions.channels", List.of(channels));
        all.putAll(settings);
        rig = new EngineRig(venue.url(), state, all, other == null ? strategy : other);
        rig.awaitLive();
        awaitHealth(Health.LIVE);
    }

    DataControls data() {
        return venue.controls().data();
    }

    MarketChannel channel(int id) {
        return rig.engine.channels().get(id);
    }

    long figure(int channel, Figure figure) {
        return rig.engine.statistics().get(channel, figure);
    }

    int health(int channel) {
        return (int) (figure(channel, Figure.HEALTH) | figure(channel, Figure.BOOK_HEALTH));
    }

    long sum(Figure figure) {
        return IntStream.range(0, rig.engine.channels().count())
                .mapToLong(id -> figure(id, figure))
                .sum();
    }

    /** Waits until each channel has this health. */
    void awaitHealth(int health) {
        int count = rig.engine.channels().count();
        rig.await(
                () -> IntStream.range(0, count).allMatch(id -> health(id) == health),
                () -> Health.text(health) + "; " + this);
    }

    /** Moves the books, no faster than the first one is read. */
    void move(int ticks) {
        for (int i = 0; i < ticks; i += 5) {
            long frames = figure(0, Figure.FRAMES);
            venue.controls().advanceBooks(5);
            rig.await(() -> figure(0, Figure.FRAMES) > frames, () -> "frames; " + this);
        }
    }

    /** Moves the books until each has had a right checksum more. */
    void awaitChecksums(int channels) {
        for (int id = 0; id < channels; id++) {
            long passed = figure(id, Figure.CHECKSUMS_PASSED);
            int book = id;
            rig.await(
                    () -> {
                        venue.controls().advanceBooks(1);
                        return figure(book, Figure.CHECKSUMS_PASSED) > passed;
                    },
                    () -> "a checksum of " + channel(book).spec() + "; " + this);
        }
    }

    void assertNothingWrong() {
        assertEquals(0, sum(Figure.CHECKSUMS_FAILED), this::toString);
        assertEquals(0, sum(Figure.GAPS), this::toString);
        assertEquals(0, sum(Figure.DROPPED), this::toString);
        assertEquals(0, sum(Figure.RESYNCS), this::toString);
        assertEquals(0, sum(Figure.UNKNOWN), this::toString);
        assertEquals(0, rig.count(Counter.FRAMES_UNKNOWN), this::toString);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int id = 0; id < rig.engine.channels().count(); id++) {
            text.append('\n').append(channel(id).spec()).append(' ');
            text.append(Health.text(health(id)));
            for (Figure figure : Figure.values()) {
                text.append(' ').append(figure).append('=').append(figure(id, figure));
            }
        }
        return text.append('\n').append(rig.told).toString();
    }

    @Override
    public void close() {
        rig.close();
        venue.close();
    }
}
