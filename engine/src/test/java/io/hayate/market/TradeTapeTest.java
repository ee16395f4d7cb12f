package io.hayate.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.codec.Allocations;
import io.hayate.event.Event;
import io.hayate.event.Trade;
import io.hayate.model.ChannelSpec;
import io.hayate.model.MarketChannel;
import io.hayate.model.Side;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The newest of up to five prints first, each once. */
class TradeTapeTest {
    private final TradeTape tape = tape(5);
    private final Event event = Event.allocate();
    private final Trade trade = new Trade();

    private static TradeTape tape(int capacity) {
        return new TradeTape(new MarketChannel(3, ChannelSpec.trades("tBTCUSD"), null), capacity);
    }

    private Trade print(long id, long timeMs) {
        trade.wrap(event.begin(0, 1)).id(id).timeMs(timeMs).price(id * 10.0).amount(id / 2.0);
        return trade.side(id % 2 == 0 ? Side.BUY : Side.SELL).period(0).isUpdate(false);
    }

    private boolean add(long id, long timeMs) {
        return tape.add(print(id, timeMs));
    }

    private boolean addOfSnapshot(long id, long timeMs) {
        print(id, timeMs);
        event.snapshot();
        return tape.add(trade);
    }

    private List<Long> ids() {
        return IntStream.range(0, tape.size()).mapToObj(tape::id).toList();
    }

    @Test
    void shouldGiveTheNewestFirst() {
        assertTrue(add(1, 100));
        assertTrue(add(4, 101));

        assertEquals(List.of(4L, 1L), ids());
        assertEquals(101, tape.timeMs(0));
        assertEquals(40, tape.price(0));
        assertEquals(2, tape.amount(0));
        assertEquals(Side.BUY, tape.side(0));
        assertEquals(Side.SELL, tape.side(1));
        assertEquals(0, tape.period(1));
    }

    @Test
    void shouldKeepThePeriodOfFunding() {
        tape.add(print(1, 100).period(30).price(0.0002));

        assertEquals(30, tape.period(0));
        assertEquals(0.0002, tape.price(0));
    }

    @Test
    void shouldPutOutTheOldestWhenItIsFull() {
        LongStream.rangeClosed(1, 12).forEach(id -> add(id, id));

        assertEquals(List.of(12L, 11L, 10L, 9L, 8L), ids());
    }

    @Test
    void shouldTakeASnapshotThatComesNewestFirst() {
        addOfSnapshot(9, 103);
        addOfSnapshot(6, 102);
        addOfSnapshot(7, 102);
        addOfSnapshot(2, 101);

        assertEquals(List.of(9L, 6L, 7L, 2L), ids(), "as the venue gave them");
    }

    @Test
    void shouldTakeNoPrintTwice() {
        assertTrue(add(1, 100));
        assertTrue(add(3, 100));
        assertTrue(add(2, 100), "ids of one moment are in no order");
        assertFalse(add(1, 100));
        assertFalse(add(3, 100));

        assertEquals(List.of(2L, 3L, 1L), ids());
    }

    @Test
    void shouldAddWhatWasMissedFromTheSnapshotOfANewSubscription() {
        add(1, 100);
        add(2, 101);
        addOfSnapshot(4, 103);
        addOfSnapshot(3, 102);
        assertFalse(addOfSnapshot(2, 101));
        assertFalse(addOfSnapshot(1, 100));

        assertEquals(List.of(4L, 3L, 2L, 1L), ids());
        assertFalse(add(4, 103), "told again as an update");
        assertTrue(add(5, 104));
        assertEquals(List.of(5L, 4L, 3L, 2L, 1L), ids());
    }

    @Test
    void shouldLeaveOutWhatIsOlderThanAllWhenItIsFull() {
        LongStream.rangeClosed(5, 9).forEach(id -> add(id, id));

        assertFalse(addOfSnapshot(4, 4));

        assertEquals(List.of(9L, 8L, 7L, 6L, 5L), ids());
    }

    @Test
    void shouldPutMissedPrintsAmongNewerOnesWhenItIsFull() {
        LongStream.of(1, 2, 3, 4, 8).forEach(id -> add(id, id));

        assertTrue(addOfSnapshot(6, 6));
        assertTrue(addOfSnapshot(5, 5));

        assertEquals(List.of(8L, 6L, 5L, 4L, 3L), ids());
        assertEquals(60, tape.price(1));
    }

    @Test
    void shouldGoOnAfterAPrintWithANumberOrTimeFromTheFuture() {
        add(Long.MAX_VALUE, Long.MAX_VALUE);
        assertTrue(add(1, 100));
        assertTrue(add(2, 101));
        assertFalse(add(2, 101));

        assertEquals(2, tape.id(0));
    }

    @Test
    void shouldTakeEachPrintWithoutANumberForAnother() {
        assertTrue(add(0, 100));
        assertTrue(add(0, 101));

        assertEquals(2, tape.size());
    }

    @Test
    void shouldRefuseToTellWhatItHasNot() {
        add(1, 100);

        assertEquals(1, tape.size());
        assertEquals(5, tape.capacity());
        assertThrows(IndexOutOfBoundsException.class, () -> tape.price(1));
        assertThrows(IndexOutOfBoundsException.class, () -> tape.id(-1));
    }

    @Test
    void shouldAllocateNothing() throws IOException {
        double[] sum = {0};

        long bytes =
                Allocations.of(
                        i -> {
                            add(i, i);
                            addOfSnapshot(i - 2, i - 2);
                            sum[0] += tape.price(tape.size() - 1);
                        });

        assertEquals(0, bytes);
        assertTrue(sum[0] > 0);
    }
}
