package io.hayate.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventTest {
    private final Event event = Event.allocate();

    private void fill(Event slot) {
        slot.begin(5, 123_456_789_012L).type(EventType.TICKER).venueSequence(42);
        slot.place(true, false).lookedTimeNs(123_456_000_000L).decodedTimeNs(123_456_789_999L);
        new Ticker().wrap(slot).bidPrice(9_500).askPeriod(30);
    }

    private void assertFilled(Event slot) {
        assertEquals(EventType.TICKER, slot.type());
        assertEquals(5, slot.instrumentId());
        assertEquals(123_456_789_012L, slot.receiveTimeNs());
        assertEquals(123_456_000_000L, slot.lookedTimeNs());
        assertEquals(123_456_789_999L, slot.decodedTimeNs());
        assertEquals(42, slot.venueSequence());
        assertTrue(slot.isFirst());
        assertFalse(slot.isLast());
        assertEquals(9_500, new Ticker().wrap(slot).bidPrice());
        assertEquals(30, new Ticker().wrap(slot).askPeriod());
    }

    @Test
    void shouldHoldWhatIsWritten() {
        fill(event);

        assertFilled(event);
    }

    @Test
    void shouldBeNothingUntilItIsWhole() {
        fill(event);
        event.begin(7, 8);

        assertEquals(EventType.NONE, event.type());
        assertEquals(Event.NO_SEQUENCE, event.venueSequence());
        assertEquals(7, event.instrumentId());
        assertEquals(8, event.receiveTimeNs());
        assertEquals(8, event.lookedTimeNs());
        assertEquals(8, event.decodedTimeNs());
        assertTrue(event.isFirst() && event.isLast());
    }

    @Test
    void shouldMarkPlaceInFrame() {
        event.begin(0, 0).place(false, true);
        assertFalse(event.isFirst());
        assertTrue(event.isLast());

        event.place(false, false);
        assertFalse(event.isFirst() || event.isLast());
    }

    @Test
    void shouldTakeAnotherInstrument() {
        assertEquals(9, event.begin(-1, 0).instrumentId(9).instrumentId());
    }

    @Test
    void shouldCopyHeaderAndBody() {
        fill(event);
        Event copy = Event.allocate();
        copy.copyFrom(event);
        event.begin(0, 0);

        assertFilled(copy);
    }

    @Test
    void shouldBeReadWhereItWasCopied() {
        fill(event);
        UnsafeBuffer target = new UnsafeBuffer(new byte[Event.SIZE + 24]);
        event.copyTo(target, 16);

        assertFilled(Event.at(target, 16));
        assertEquals(0, target.getLong(8));
        assertEquals(0, target.getLong(Event.SIZE + 16));
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindTypeByCode(EventType type) {
        assertSame(type, event.type(type).type());
    }
}
