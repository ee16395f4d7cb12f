package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.Health;
import io.hayate.model.MarketChannel;
import io.hayate.simulation.SimulationRig;
import io.hayate.strategy.Strategy;
import io.hayate.venue.BookConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.exchange.DataControls;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** An engine that hears channels of a venue whose books move when the test says so. */
final class MarketRig implements AutoCloseable {
    private static final VenueConfig VENUE =
            EngineRig.stillVenue().withTickersPerSecond(1e-6).withBooks(new BookConfig(0, 0, 300));

    final MarketRecorder strategy;
    final VenueRig rig;

    /** Waits until all channels are live; without a recorder another strategy listens. */
    private MarketRig(VenueRig rig, MarketRecorder strategy) {
        this.rig = rig;
        this.strategy = strategy;
        rig.awaitLive();
        awaitHealth(Health.LIVE);
    }

    /** In a simulation. */
    static MarketRig simulated(Map<String, Object> settings, String... channels) {
        MarketRecorder recorder = new MarketRecorder();
        return new MarketRig(
                SimulationRig.start(VENUE, 1, settings(settings, channels), recorder), recorder);
    }

    /** In a simulation, with another strategy in the recorder's place. */
    static MarketRig simulated(
            long seed, Strategy other, Map<String, Object> settings, String... channels) {
        return new MarketRig(
                SimulationRig.start(VENUE, seed, settings(settings, channels), other), null);
    }

    /** On threads and sockets. */
    static MarketRig threaded(Path state, Map<String, Object> settings, String... channels) {
        MarketRecorder recorder = new MarketRecorder();
        return new MarketRig(
                EngineRig.withVenue(VENUE, state, settings(settings, channels), recorder),
                recorder);
    }

    /** On threads and sockets, with another strategy in the recorder's place. */
    static MarketRig threaded(
            Path state, Strategy other, Map<String, Object> settings, String... channels) {
        return new MarketRig(
                EngineRig.withVenue(VENUE, state, settings(settings, channels), other), null);
    }

    private static Map<String, Object> settings(Map<String, Object> more, String... channels) {
        Map<String, Object> all = new HashMap<>();
        all.put("session.account-connection", "own");
        all.put("loop.topology", "split");
        all.put("loop.idle", "yielding");
        all.put("subscriptions.tickers", List.of());
        all.put("subscriptions.channels", List.of(channels));
        all.putAll(more);
        return all;
    }

    DataControls data() {
        return rig.controls().data();
    }

    MarketChannel channel(int id) {
        return rig.channels().get(id);
    }

    long figure(int channel, Figure figure) {
        return rig.statistics().get(channel, figure);
    }

    int health(int channel) {
        return (int) (figure(channel, Figure.HEALTH) | figure(channel, Figure.BOOK_HEALTH));
    }

    long sum(Figure figure) {
        return IntStream.range(0, rig.channels().count()).mapToLong(id -> figure(id, figure)).sum();
    }

    /** Waits until each channel has this health. */
    void awaitHealth(int health) {
        int count = rig.channels().count();
        rig.await(
                () -> IntStream.range(0, count).allMatch(id -> health(id) == health),
                () -> Health.text(health) + "; " + this);
    }

    /** Moves the books, no faster than the first one is read. */
    void move(int ticks) {
        for (int i = 0; i < ticks; i += 5) {
            long frames = figure(0, Figure.FRAMES);
            rig.controls().advanceBooks(5);
            rig.await(() -> figure(0, Figure.FRAMES) > frames, () -> "frames; " + this);
        }
    }

    /** Moves the books until something holds. */
    void moveUntil(BooleanSupplier reached) {
        moveUntil(reached, this::toString);
    }

    /** As above; what it was waited for is told when it never came. */
    void moveUntil(BooleanSupplier reached, Supplier<String> what) {
        rig.awaitMoving(() -> rig.controls().advanceBooks(1), reached, what);
    }

    /** Moves the books until each has had a right checksum more. */
    void awaitChecksums(int channels) {
        for (int id = 0; id < channels; id++) {
            long passed = figure(id, Figure.CHECKSUMS_PASSED);
            int book = id;
            moveUntil(
                    () -> figure(book, Figure.CHECKSUMS_PASSED) > passed,
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
        for (int id = 0; id < rig.channels().count(); id++) {
            text.append('\n').append(channel(id).spec()).append(' ');
            text.append(Health.text(health(id)));
            for (Figure figure : Figure.values()) {
                text.append(' ').append(figure).append('=').append(figure(id, figure));
            }
        }
        return text.append('\n').append(rig.told()).toString();
    }

    @Override
    public void close() {
        rig.close();
    }
}
