package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Event;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.event.TradingHalt;
import io.hayate.outbound.OpenNumbers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A report that bears a number of ours, and no order of ours, tells of another process. */
class OtherWritersTest {
    private static final long NOW_MS = 1_800_000_000_000L;
    private static final long FIRST = ClientOrderIds.firstOf(7, NOW_MS);

    private final TradingHalt halt = new TradingHalt();
    private final OrderPool pool = new OrderPool(new OpenNumbers(8), new Positions().open());
    private long reserved = FIRST;
    private final ClientOrderIds ids = new ClientOrderIds(this::reserve, NOW_MS);
    private final OtherWriters writers = new OtherWriters(ids, pool, halt);
    private long nowNs = TimeUnit.HOURS.toNanos(1);

    private long reserve(long atLeast) {
        long first = Math.max(atLeast, reserved);
        reserved = first + ClientOrderIds.BLOCK_SIZE;
        return first;
    }

    private void receive(ReportKind kind, long clientOrderId) {
        ExecutionReport report = new ExecutionReport().wrap(Event.allocate()).clear();
        writers.onReport(report.kind(kind).clientOrderId(clientOrderId).orderId(99), nowNs);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReportKind.class,
            names = {
                "NEW",
                "CHANGED",
                "CLOSED",
                "FILL",
                "FILL_FEE",
                "REQUEST_ANSWER",
                "OPEN_ORDER"
            })
    void shouldHaltOnANumberThatWeHaveYetToGive(ReportKind kind) {
        writers.onAccountTold(nowNs);
        receive(kind, FIRST + 5);
        receive(kind, FIRST + 6);

        assertTrue(halt.reason().startsWith("another process trades with this key: order 99"));
        assertEquals(2, halt.otherWriters());
        assertNotNull(writers.takeNews());
        assertNull(writers.takeNews(), "told once");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, NOW_MS, (1L << 44) + 5, (1L << 45) - 1, 1L << 45})
    void shouldNotHaltOnNumbersOfOthers(long clientOrderId) {
        writers.onAccountTold(nowNs);
        receive(ReportKind.NEW, clientOrderId);
        assertFalse(halt.isOn());
    }

    @Test
    void shouldNotHaltOnNumbersOfAnotherInstance() {
        writers.onAccountTold(nowNs);
        receive(ReportKind.NEW, FIRST + (1L << 34));
        receive(ReportKind.NEW, FIRST - (1L << 34));
        assertFalse(halt.isOn());
    }

    @Test
    void shouldNotHaltOnAnOrderOfOursThatIsKeptNoMore() {
        writers.onAccountTold(nowNs);
        long given = ids.next();
        receive(ReportKind.CLOSED, given);
        receive(ReportKind.FILL, given);
        assertFalse(halt.isOn());
    }

    @Test
    void shouldNotHaltOnOrdersOfARunBefore() {
        receive(ReportKind.OPEN_ORDER, FIRST - 3);
        writers.onAccountTold(nowNs);
        nowNs += TimeUnit.SECONDS.toNanos(30);
        receive(ReportKind.NEW, FIRST - 2);
        nowNs += TimeUnit.HOURS.toNanos(1);
        receive(ReportKind.CLOSED, FIRST - 3);
        receive(ReportKind.FILL, FIRST - 3);
        receive(ReportKind.OPEN_ORDER, FIRST - 3);
        assertFalse(halt.isOn());
    }

    @Test
    void shouldHaltOnANewOrderWithANumberOfARunBefore() {
        writers.onAccountTold(nowNs);
        nowNs += TimeUnit.SECONDS.toNanos(61);
        receive(ReportKind.NEW, FIRST - 2);
        assertTrue(halt.isOn());
    }

    @Test
    void shouldBeginAboveWhatIsOpenAtTheStart() {
        long open = FIRST + 250_000; // beyond the blocks at hand
        receive(ReportKind.OPEN_ORDER, open);
        writers.onAccountTold(nowNs);
        assertFalse(halt.isOn(), "the file of numbers may have come back from a copy");
        assertGivenBeyond(open);
    }

    @Test
    void shouldBeginAboveWhatTheHistoryTells() {
        long past = FIRST + 150_000;
        receivePast(FIRST + 3 * ClientOrderIds.BLOCK_SIZE + (1L << 34)); // another instance's
        receivePast(past);
        receivePast(FIRST - 5);
        receivePast(1_700_000_000_000L);
        assertFalse(halt.isOn());

        long first = assertGivenBeyond(past);
        assertTrue(first < FIRST + 3 * ClientOrderIds.BLOCK_SIZE, "no number of others counts");
        receivePast(first);
        assertEquals(first + 1, ids.next(), "what we have given changes nothing");
    }

    private void receivePast(long clientOrderId) {
        ExecutionReport report = new ExecutionReport().wrap(Event.allocate()).clear();
        writers.onPast(report.kind(ReportKind.CLOSED).clientOrderId(clientOrderId).orderId(99));
    }

    private long assertGivenBeyond(long number) {
        long next = ids.next();
        for (int i = 0; i < 4 && next == ClientOrderIds.NONE; i++) {
            ids.refill(NOW_MS);
            next = ids.next();
        }
        long given = next;
        assertTrue(given > number, () -> "given " + given);
        return given;
    }
}
