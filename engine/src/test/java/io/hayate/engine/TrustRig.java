package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.BookWitness.Seen;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.venue.FrameFault;
import io.hayate.venue.exchange.DataControls;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An engine and a venue that go in step, and a witness between them: at each step every book that was
 * told as healthy is held against the venue's own.
 */
final class TrustRig implements AutoCloseable {
    private static final String[] CHANNELS = {
        "book tBTCUSD P0 25", "book tBTCUSD R0 25", "book tETHUSD P2 100", "trades tBTCUSD"
    };
    private static final int BOOKS = 3;
    private static final int STEPS_IN_PEACE = 80;
    private static final int STEPS_IN_TROUBLE = 8;
    private static final int FAULTS = 3;
    private static final int BAD_STEPS = 20;
    private static final int STEPS_MAX = 2_000;

    private final BookWitness witness;
    private final MarketRig market;
    private final int connections; // the account's, and those of the channels
    private List<List<BookCopy>> before;
    private int healthy; // books that were told as healthy, and were

    private TrustRig(BookWitness witness, MarketRig market, int loops) {
        this.witness = witness;
        this.market = market;
        connections = 1 + loops;
        before = images();
    }

    /** In a simulation, on one loop. */
    static TrustRig simulated(long seed) {
        BookWitness witness = new BookWitness();
        return new TrustRig(witness, MarketRig.simulated(seed, witness, settings(1), CHANNELS), 1);
    }

    /** On threads and sockets; a loop has one connection of market data. */
    static TrustRig threaded(Path state, int loops) {
        BookWitness witness = new BookWitness();
        return new TrustRig(
                witness, MarketRig.threaded(state, witness, settings(loops), CHANNELS), loops);
    }

    private static Map<String, Object> settings(int loops) {
        return Map.of("loop.loops", loops, "session.subscriptions-max", CHANNELS.length / loops);
    }

    private DataControls data() {
        return market.data();
    }

    /** Moves the market while nothing goes wrong. */
    void stepInPeace() {
        for (int i = 0; i < STEPS_IN_PEACE; i++) {
            step();
        }
        stepUntilHealed();
        assertTrue(healthy > STEPS_IN_PEACE, "" + healthy);
        assertEquals(0, market.sum(Figure.GAPS), market::toString);
        assertEquals(0, market.sum(Figure.RESYNCS), market::toString);
    }

    /** Lets every n-th frame go wrong for a while, which is found out; then all comes right again. */
    void suffer(FrameFault fault, int everyNth) {
        long before = foundOut(fault);
        data().frames(fault, null, everyNth);
        stepUntilFaults(data().faultsMade() + FAULTS);
        for (int i = 0; i < STEPS_IN_TROUBLE; i++) {
            step();
        }
        data().frames(fault, null, 0);

        reconnect();
        stepUntilHealed();
        assertTrue(foundOut(fault) > before, market::toString);
    }

    private long foundOut(FrameFault fault) {
        return fault == FrameFault.WRONG_CHECKSUM
                ? market.sum(Figure.CHECKSUMS_FAILED)
                : market.rig.count(Counter.SEQUENCE_GAPS);
    }

    /** Makes each amount another, and each number right: the checksum alone can tell. */
    void sufferWrongAmounts() {
        stepUntilHealed();
        data().replaceElement(Channel.BOOK, 2, "1.7e-7");
        stepUntilBad();
        data().replaceElement(Channel.BOOK, -1, "");
        reconnect();

        stepUntilHealed();
        assertEquals(0, market.sum(Figure.GAPS), market::toString);
    }

    private ChannelSpec spec(int book) {
        return market.channel(book).spec();
    }

    /** What the venue may have told of each book in this step. */
    private List<List<BookCopy>> images() {
        List<List<BookCopy>> images = new ArrayList<>();
        for (int i = 0; i < BOOKS; i++) {
            images.add(new ArrayList<>());
        }
        return images;
    }

    private void addImages(List<List<BookCopy>> images) {
        for (int i = 0; i < BOOKS; i++) {
            images.get(i).add(BookCopy.of(data().bookTold(spec(i)), spec(i).isRaw()));
            images.get(i).add(BookCopy.of(data().book(spec(i)), spec(i).isRaw()));
        }
    }

    /** Moves the market, and looks at what the strategy was told of it. */
    private void step() {
        List<List<BookCopy>> images = images();
        market.rig.controls().advance(1);
        addImages(images);
        market.rig.controls().advanceBooks(1);
        addImages(images);
        settle();
        List<Seen> found = witness.look(market.rig);
        addImages(images); // one that subscribes anew has the book as it is
        for (Seen seen = witness.told.poll(); seen != null; seen = witness.told.poll()) {
            assertBetween(seen, images);
        }
        before = images;
        assertEquals("", witness.complaint());
        found.forEach(this::assertRight);
    }

    private void assertBetween(Seen seen, List<List<BookCopy>> images) {
        healthy++;
        List<BookCopy> allowed = new ArrayList<>(images.get(seen.channelId()));
        allowed.addAll(before.get(seen.channelId()));
        assertTrue(seen.copy().isBetween(allowed), () -> seenWrong(seen));
    }

    private String seenWrong(Seen seen) {
        return "told as healthy: " + spec(seen.channelId()) + " " + seen.copy() + market;
    }

    /** All has been read: what claims to be healthy is the venue's, entry for entry. */
    private void assertRight(Seen seen) {
        if (seen.isHealthy()) {
            ChannelSpec spec = spec(seen.channelId());
            assertEquals(
                    BookCopy.of(data().bookTold(spec), spec.isRaw()),
                    seen.copy(),
                    () -> spec + " is healthy" + market);
        }
    }

    /** Waits until the engine has read all that the venue has sent, and knows that it was all. */
    private void settle() {
        boolean read = false;
        while (!read) {
            market.rig.await(
                    () -> market.rig.connections() == connections, () -> "connected" + market);
            long opened = market.rig.totals().clients();
            long known = market.rig.count(Counter.FRAMES_UNKNOWN);
            long due = known + 2L * connections;
            data().sendData(7, "[1]"); // numbered, and of a channel that nobody has:
            data().sendData(7, "[1]"); // twice, as what is to be late goes behind the first
            market.rig.await(
                    () -> isRead(due) || hasChanged(opened), () -> "read to the end" + market);
            read = isRead(due) && !hasChanged(opened);
        }
    }

    private boolean isRead(long due) {
        return market.rig.count(Counter.FRAMES_UNKNOWN) >= due;
    }

    private boolean hasChanged(long opened) {
        return market.rig.totals().clients() != opened || market.rig.connections() != connections;
    }

    /** Steps until so many faults were made. */
    private void stepUntilFaults(long made) {
        int steps = 0;
        while (data().faultsMade() < made) {
            step();
            assertTrue(++steps < STEPS_MAX, () -> "no fault" + market);
        }
    }

    /** Steps until all channels are live and each book has had a right checksum; then compares. */
    void stepUntilHealed() {
        int steps = 0;
        long[] passed = new long[BOOKS];
        for (int i = 0; i < BOOKS; i++) {
            passed[i] = market.figure(i, Figure.CHECKSUMS_PASSED);
        }
        while (!isHealed(passed)) {
            step();
            assertTrue(++steps < STEPS_MAX, () -> "never healed" + market);
        }
        step();
        market.awaitHealth(Health.LIVE);
        assertEquals(BOOKS, witness.look(market.rig).stream().filter(Seen::isHealthy).count());
    }

    /** Moves the market until each book is found not to be the venue's; then it stays so. */
    private void stepUntilBad() {
        int steps = 0;
        while (!isEveryBookBad()) {
            market.rig.controls().advanceBooks(1);
            settle();
            assertTrue(++steps < STEPS_MAX, () -> "never bad" + market);
        }
        witness.look(market.rig);
        witness.told.clear();
        for (int i = 0; i < BAD_STEPS; i++) {
            market.rig.controls().advanceBooks(1);
            settle();
            witness.look(market.rig).forEach(seen -> assertFalse(seen.isHealthy()));
        }
        assertEquals(0, witness.told.size(), "told as healthy");
    }

    private boolean isEveryBookBad() {
        return IntStream.range(0, BOOKS)
                .allMatch(id -> (market.health(id) & Health.CHECKSUM_BAD) != 0);
    }

    private boolean isHealed(long[] passed) {
        boolean healed = true;
        for (int i = 0; i < CHANNELS.length; i++) {
            healed &= market.health(i) == Health.LIVE;
        }
        for (int i = 0; i < BOOKS; i++) {
            healed &= market.figure(i, Figure.CHECKSUMS_PASSED) > passed[i];
        }
        return healed;
    }

    /** Has all channels come anew on other connections, whatever was known against them. */
    private void reconnect() {
        long due = market.rig.totals().clients() + connections - 1;
        dropListener(0);
        if (connections > 2) {
            dropListener(CHANNELS.length - 1);
        }
        market.rig.await(
                () -> market.rig.totals().clients() >= due, () -> "connected anew" + market);
    }

    /** One that has just come anew by itself may have yet to subscribe. */
    private void dropListener(int channel) {
        int[] dropped = {0};
        market.rig.await(
                () -> {
                    dropped[0] += dropped[0] > 0 ? 0 : data().dropListeners(spec(channel));
                    return dropped[0] > 0;
                },
                () -> "subscribed" + market);
    }

    @Override
    public void close() {
        market.close();
    }
}
