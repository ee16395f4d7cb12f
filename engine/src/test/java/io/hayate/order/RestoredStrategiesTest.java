package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.hayate.journal.JournalReader;
import io.hayate.journal.RecordType;
import io.hayate.journal.past.PastOrders;
import io.hayate.model.Side;
import io.hayate.number.ExactSum;
import io.hayate.portfolio.Holding;
import io.hayate.portfolio.Portfolio;
import io.hayate.risk.CurrencyLimits;
import io.hayate.risk.ExposureLimits;
import io.hayate.risk.RejectLimits;
import io.hayate.risk.RiskLimits;
import io.hayate.risk.RiskVerdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What each strategy's fills have come to is what it was, whenever the process before has ended. */
class RestoredStrategiesTest {
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    private static final Map<Integer, String> NAMES = Map.of(1, "fast", 2, "slow");
    private static final Map<Integer, String> SWAPPED = Map.of(1, "slow", 2, "fast");
    private static final RiskLimits LOSS_LIMIT =
            new RiskLimits(
                    true,
                    Long.MAX_VALUE,
                    RiskLimits.UNLIMITED,
                    RiskLimits.UNLIMITED,
                    new ExposureLimits(
                            CurrencyLimits.OFF,
                            CurrencyLimits.OFF,
                            CurrencyLimits.of("daily-loss-max", List.of("0.4 USD")),
                            0,
                            RejectLimits.NONE,
                            false));

    private OrderRig before = rig(NAMES);
    private OrderRig after;

    private static OrderRig rig(Map<Integer, String> names) {
        return rig(names, List.of(OrderRig.NO_LIMITS, OrderRig.NO_LIMITS));
    }

    private static OrderRig rig(Map<Integer, String> names, List<RiskLimits> limits) {
        OrderRig rig = new OrderRig(OrderRig.NO_LIMITS, 64, limits, names);
        rig.comeLive();
        return rig;
    }

    private static PastOrders past(OrderRig rig, long most) {
        PastOrders past = new PastOrders(64);
        JournalReader reader = new JournalReader(rig.journal.memory);
        for (long i = 0; i < most && reader.next(); i++) {
            past.onRecord(reader.record(), reader::symbol);
        }
        return past;
    }

    private static OrderRig restarted(PastOrders past, OrderRig into, Map<Integer, String> names) {
        return restarted(past, into, names, OrderFrames.NOON_MS);
    }

    private static OrderRig restarted(
            PastOrders past, OrderRig into, Map<Integer, String> names, long nowMs) {
        Map<String, Integer> numbers = new HashMap<>();
        names.forEach((number, name) -> numbers.put(name, number));
        past.assign(numbers);
        past.books().assign(numbers);
        into.orders.recover(past, 0, nowMs);
        into.clock(nowMs);
        into.pass(10);
        return into;
    }

    private void restart(Map<Integer, String> names) {
        after = restarted(past(before, Long.MAX_VALUE), rig(names), names);
    }

    /** All that is counted of a strategy, or with number 0 of the account, to the last of its bits. */
    private static String booksOf(OrderRig rig, int strategy) {
        Portfolio portfolio = rig.positions.of(strategy).portfolio();
        StringBuilder text = new StringBuilder();
        for (int id = 0; id < rig.instruments.count(); id++) {
            Holding held = portfolio.read(id, new Holding());
            text.append(held.units()).append(' ').append(held.fills()).append(' ');
            text.append(held.estimatedUnits()).append(' ').append(held.cost().toBigDecimal());
            text.append(' ').append(held.realised().toBigDecimal()).append(' ');
            text.append(held.baseFees().toBigDecimal()).append(' ');
            text.append(held.quoteFees().toBigDecimal()).append('\n');
        }
        for (String currency : List.of("BTC", "ETH", "USD")) {
            int number = portfolio.currencies().find(currency);
            ExactSum sum = number < 0 ? new ExactSum() : portfolio.readFees(number, new ExactSum());
            text.append(sum.toBigDecimal()).append(' ');
        }
        return text.toString();
    }

    private static String allBooksOf(OrderRig rig) {
        return booksOf(rig, 0) + booksOf(rig, 1) + booksOf(rig, 2);
    }

    /** One buys in two parts, the other sells, the console buys, and the first sells a part. */
    private static List<String> trade(OrderRig rig) {
        List<String> told = new ArrayList<>();
        rig.trade(1, Side.BUY, 0.3);
        OrderFrames buy = rig.venue(501);
        tell(rig, told, buy.rests(), buy.fill(7, 0.1, 97_000.1), buy.fee(7, 0.1, 97_000.1));
        rig.trade(2, Side.SELL, 0.2);
        OrderFrames sell = rig.venue(502);
        tell(rig, told, sell.fill(8, -0.2, 97_005.7), sell.fee(8, -0.2, 97_005.7));
        tell(rig, told, sell.executed(97_005.7), buy.fill(9, 0.2, 97_000.3));
        tell(rig, told, buy.fee(9, 0.2, 97_000.3), buy.executed(97_000.2));
        rig.trade(0, Side.BUY, 0.05);
        OrderFrames console = rig.venue(503);
        tell(rig, told, console.fill(10, 0.05, 97_002.3), console.executed(97_002.3));
        rig.trade(1, Side.SELL, 0.1);
        OrderFrames part = rig.venue(504);
        tell(rig, told, part.rests(), part.fill(11, -0.07, 97_010.9));
        tell(rig, told, part.fee(11, -0.07, 97_010.9));
        return told;
    }

    private static void tell(OrderRig rig, List<String> told, String... frames) {
        for (String frame : frames) {
            told.add(frame);
            rig.receive(frame);
        }
    }

    @Test
    void shouldBeToTheLastBitWhatTheyWereBefore() {
        trade(before);
        restart(NAMES);

        assertEquals(allBooksOf(before), allBooksOf(after));
        assertEquals(0.23, after.positions.of(1).amount(OrderRig.BTCUSD), 0);
        assertEquals(-0.2, after.positions.of(2).amount(OrderRig.BTCUSD), 0);
    }

    @Test
    void shouldGoByTheNameWhateverTheNumber() {
        trade(before);
        restart(SWAPPED);

        assertEquals(booksOf(before, 0), booksOf(after, 0));
        assertEquals(booksOf(before, 1), booksOf(after, 2));
        assertEquals(booksOf(before, 2), booksOf(after, 1));
    }

    @Test
    void shouldBeTheSameAfterManyRestartsWithOtherNumbers() {
        trade(before);
        String fast = booksOf(before, 1);
        for (int i = 0; i < 4; i++) {
            restart(i % 2 == 0 ? SWAPPED : NAMES);
            before = after;
        }

        assertEquals(fast, booksOf(after, 1));
    }

    @Test
    void shouldBeginANewNameWithNothing() {
        trade(before);
        String nothing = booksOf(rig(NAMES), 1);
        restart(Map.of(1, "new", 2, "slow"));

        assertEquals(nothing, booksOf(after, 1));
        assertEquals(booksOf(before, 2), booksOf(after, 2));
        assertEquals(booksOf(before, 0), booksOf(after, 0));
    }

    /** The removed one is numbered behind those that run, which its orders have none of. */
    @Test
    void shouldKeepWhatARemovedOneHoldsUntilItIsBack() {
        trade(before);
        Map<Integer, String> removed = Map.of(1, "slow", 2, "fast");
        after =
                restarted(
                        past(before, Long.MAX_VALUE),
                        rig(removed, List.of(OrderRig.NO_LIMITS)),
                        removed);
        assertEquals(booksOf(before, 1), booksOf(after, 2));
        String fast = booksOf(before, 1);
        before = after;
        restart(NAMES);

        assertEquals(fast, booksOf(after, 1));
    }

    /** The venue tells all of it again, as its history does: fills of orders without an end count. */
    @Test
    void shouldComeToTheSameWhereverTheJournalEnds() {
        List<String> told = trade(before);
        long records = JournalCount.until(before, RecordType.END);
        for (long most = JournalCount.until(before, RecordType.INTENT) + 1;
                most <= records;
                most++) {
            Map<Integer, String> names = most % 2 == 0 ? NAMES : SWAPPED;
            OrderRig rig = restarted(past(before, most), rig(names), names);
            told.forEach(rig::receive);
            String first = allBooksOf(rig);
            told.forEach(rig::receive);

            String at = "after record " + most;
            assertEquals(first, allBooksOf(rig), at);
            assertFalse(rig.halt.isOn(), at);
            int fast = names.get(1).equals("fast") ? 1 : 2;
            int sent = JournalCount.intents(before, most);
            assertEquals(sent >= 4 ? 0.23 : 0.3, rig.positions.of(fast).amount(0), at);
            assertEquals(sent >= 2 ? -0.2 : 0, rig.positions.of(3 - fast).amount(0), at);
            assertEquals(sumOf(rig) + (sent >= 3 ? 5_000_000 : 0), rig.positions.units(0), at);
        }
    }

    private static long sumOf(OrderRig rig) {
        return rig.positions.of(1).units(0) + rig.positions.of(2).units(0);
    }

    private static OrderRig lossRig(Map<Integer, String> names) {
        return rig(names, List.of(LOSS_LIMIT, LOSS_LIMIT));
    }

    private void lose() {
        before = lossRig(NAMES);
        before.pass(10);
        before.trade(1, Side.BUY, 0.01);
        before.receive(before.venue(501).fill(7, 0.01, 100));
        before.trade(1, Side.SELL, 0.01);
        before.receive(before.venue(502).fill(8, -0.01, 50));
        before.pass(10);
        before.pass(10);
        assertEquals(RiskVerdict.STRATEGY_DAILY_LOSS, before.trade(1, Side.BUY, 0.01));
        assertEquals(RiskVerdict.ACCEPTED, before.trade(2, Side.BUY, 0.02));
    }

    @Test
    void shouldStillBeStoppedByTheDaysLossOfItsOwn() {
        lose();
        PastOrders past = past(before, Long.MAX_VALUE);
        OrderRig rig = restarted(past, lossRig(SWAPPED), SWAPPED, OrderFrames.NOON_MS + 60_000);
        assertEquals(RiskVerdict.STRATEGY_DAILY_LOSS, rig.trade(2, Side.BUY, 0.01));
        assertEquals(RiskVerdict.ACCEPTED, rig.trade(1, Side.BUY, 0.02));

        OrderRig next = restarted(past, lossRig(SWAPPED), SWAPPED, OrderFrames.NOON_MS + DAY_MS);
        assertEquals(RiskVerdict.ACCEPTED, next.trade(2, Side.BUY, 0.01));
    }

    /** Wherever the journal ends once it has been written that the loss was reached. */
    @Test
    void shouldBeStoppedByItAfterEachRecordFromThereOn() {
        lose();
        long records = JournalCount.until(before, RecordType.END);
        int stopped = 0;
        for (long most = 1; most <= records; most++) {
            PastOrders past = past(before, most);
            boolean isReached =
                    past.books().strategy("fast").currencies().values().stream()
                            .anyMatch(each -> each.isLossReached() != 0);
            OrderRig rig = restarted(past, lossRig(NAMES), NAMES, OrderFrames.NOON_MS + 60_000);
            rig.pass(10);
            if (isReached) {
                stopped++;
                RiskVerdict verdict = rig.trade(1, Side.BUY, 0.01);
                assertEquals(RiskVerdict.STRATEGY_DAILY_LOSS, verdict, "after record " + most);
            }
        }
        assertEquals(true, stopped > 3, stopped + " of " + records);
    }

    /** It is not a loss of this day that its fills of days before have brought. */
    @Test
    void shouldBeginTheNextDayWithWhatWasLostBeforeThoughItWasRemovedMeanwhile() {
        lose();
        Map<Integer, String> removed = Map.of(1, "slow", 2, "fast");
        OrderRig middle = rig(removed, List.of(LOSS_LIMIT));
        long nextDayMs = OrderFrames.NOON_MS + DAY_MS;
        restarted(past(before, Long.MAX_VALUE), middle, removed, OrderFrames.NOON_MS + 60_000);
        middle.clock(nextDayMs);
        middle.pass(2_000);
        PastOrders later = past(middle, Long.MAX_VALUE);
        OrderRig again = restarted(later, lossRig(NAMES), NAMES, nextDayMs + 60_000);

        assertEquals(RiskVerdict.ACCEPTED, again.trade(1, Side.BUY, 0.01));
    }
}
