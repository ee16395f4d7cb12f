package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.journal.JournalReader;
import io.hayate.journal.RecordType;
import io.hayate.journal.past.PastOrders;
import io.hayate.journal.past.UnendedOrders;
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
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What fills have come to is what it was, whenever the process before has ended. */
class RestoredBooksTest {
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    private static final RiskLimits LOSS_LIMIT =
            new RiskLimits(
                    true,
                    Long.MAX_VALUE,
                    RiskLimits.UNLIMITED,
                    RiskLimits.UNLIMITED,
                    new ExposureLimits(
                            CurrencyLimits.OFF,
                            CurrencyLimits.OFF,
                            CurrencyLimits.of("trading.daily-loss-max", List.of("0.4 USD")),
                            0,
                            RejectLimits.NONE,
                            false));

    private OrderRig before = OrderRig.live();
    private OrderRig after;

    private static PastOrders past(OrderRig rig, long most) {
        PastOrders past = new PastOrders(64);
        JournalReader reader = new JournalReader(rig.journal.memory);
        for (long i = 0; i < most && reader.next(); i++) {
            past.onRecord(reader.record(), reader::symbol);
        }
        return past;
    }

    private static OrderRig restarted(PastOrders past, RiskLimits limits, long nowMs) {
        OrderRig rig = new OrderRig(limits, 64);
        rig.orders.recover(past, 0, nowMs);
        rig.clock(nowMs);
        rig.comeLive();
        rig.pass(10);
        return rig;
    }

    private void restart() {
        after = restarted(past(before, Long.MAX_VALUE), OrderRig.NO_LIMITS, OrderFrames.NOON_MS);
    }

    /** All that is counted, to the last of its bits. */
    private static String booksOf(OrderRig rig) {
        Portfolio portfolio = rig.positions.portfolio();
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

    /** Buys, sells a third of it, and buys of another instrument. */
    private List<String> trade(OrderRig rig) {
        List<String> told = new ArrayList<>();
        rig.buy(0.3);
        OrderFrames buy = rig.venue(501);
        tell(rig, told, buy.rests(), buy.fill(7, 0.1, 97_000.1), buy.fee(7, 0.1, 97_000.1));
        tell(
                rig,
                told,
                buy.fill(9, 0.2, 97_000.3),
                buy.fee(9, 0.2, 97_000.3),
                buy.executed(97_000));
        rig.sell(0.1);
        OrderFrames sell = rig.venue(502);
        tell(rig, told, sell.fill(10, -0.1, 97_010.7), sell.fee(10, -0.1, 97_010.7));
        tell(rig, told, sell.executed(97_010.7));
        rig.submit(OrderRig.ETHUSD, Side.BUY, 2);
        OrderFrames other = rig.venue(503);
        tell(rig, told, other.rests(), other.fill(3, 0.7, 3_100.9), other.fee(3, 0.7, 3_100.9));
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
        restart();

        assertEquals(booksOf(before), booksOf(after));
        assertEquals(0.2, after.position(), 0);
    }

    @Test
    void shouldBeTheSameAfterManyRestarts() {
        trade(before);
        String books = booksOf(before);
        for (int i = 0; i < 5; i++) {
            restart();
            before = after;
        }

        assertEquals(books, booksOf(after));
    }

    @Test
    void shouldCountNoFillTwiceThatIsToldAgain() {
        List<String> told = trade(before);
        restart();
        told.forEach(after::receive);

        assertEquals(booksOf(before), booksOf(after));
    }

    /** The venue tells all of it again, as its history does: fills of orders without an end count. */
    @Test
    void shouldComeToTheSameWhereverTheJournalEnds() {
        List<String> told = trade(before);
        long records = JournalCount.until(before, RecordType.END);
        for (long most = firstIntent(); most <= records; most++) {
            PastOrders past = past(before, most);
            OrderRig rig = restarted(past, OrderRig.NO_LIMITS, OrderFrames.NOON_MS);
            told.forEach(rig::receive);
            String first = booksOf(rig);
            told.forEach(rig::receive);

            assertEquals(first, booksOf(rig), "after record " + most);
            assertFalse(rig.halt.isOn(), "after record " + most);
            long sent = JournalCount.intents(before, most);
            assertEquals(sent >= 3 ? 0.7 : 0, rig.positions.amount(OrderRig.ETHUSD), "" + most);
            assertEquals(sent >= 2 ? 0.2 : 0.3, rig.position(), "after record " + most);
        }
    }

    private long firstIntent() {
        return JournalCount.until(before, RecordType.INTENT) + 1;
    }

    @Test
    void shouldCorrectThePriceOfWhatOnlyARowHadTold() {
        before.buy(0.3);
        OrderFrames venue = before.venue(501);
        before.receive(venue.rests());
        before.receive(venue.partlyFilled(0.2, 97_000));
        before.pass(6_000);
        assertEquals(0.1, before.position());
        restart();
        assertEquals(booksOf(before), booksOf(after));

        after.receive(venue.fill(7, 0.1, 96_000.5));
        before.receive(venue.fill(7, 0.1, 96_000.5));
        assertEquals(booksOf(before), booksOf(after));
        assertEquals(0.1, after.position());
    }

    @Test
    void shouldCountAFeeThatIsToldAfterTheRestart() {
        before.buy(0.3);
        OrderFrames venue = before.venue(501);
        before.receive(venue.rests());
        before.receive(venue.fill(7, 0.1, 97_000));
        restart();
        before.receive(venue.fee(7, 0.1, 97_000));
        after.receive(venue.fee(7, 0.1, 97_000));
        after.receive(venue.fee(7, 0.1, 97_000));

        assertEquals(booksOf(before), booksOf(after));
    }

    @Test
    void shouldKnowFillsOfSmallerNumbersThatWereNeverTold() {
        before.buy(0.3);
        OrderFrames venue = before.venue(501);
        before.receive(venue.rests());
        before.receive(venue.fill(8, 0.1, 97_000));
        restart();
        after.receive(venue.fill(7, 0.1, 97_000));

        assertEquals(0.2, after.position());
    }

    private OrderRig loser() {
        OrderRig rig = new OrderRig(LOSS_LIMIT, 64);
        rig.comeLive();
        rig.buy(0.01);
        rig.receive(rig.venue(501).fill(7, 0.01, 100));
        rig.sell(0.01);
        rig.receive(rig.venue(502).fill(8, -0.01, 50));
        rig.pass(10);
        rig.pass(10);
        assertEquals(RiskVerdict.DAILY_LOSS, rig.buy(0.01));
        return rig;
    }

    @Test
    void shouldGoOnCountingWhatTheDayHasLost() {
        OrderRig rig = loser();
        PastOrders past = past(rig, Long.MAX_VALUE);
        OrderRig sameDay = restarted(past, LOSS_LIMIT, OrderFrames.NOON_MS + 60_000);
        assertEquals(RiskVerdict.DAILY_LOSS, sameDay.buy(0.01));

        OrderRig nextDay = restarted(past, LOSS_LIMIT, OrderFrames.NOON_MS + DAY_MS);
        assertEquals(RiskVerdict.ACCEPTED, nextDay.buy(0.01));
    }

    /** The price has come back since, which does not let trading begin again before the day ends. */
    @Test
    void shouldRememberThatTheLossWasReachedWhateverPricesDo() {
        before = new OrderRig(LOSS_LIMIT, 64);
        before.comeLive();
        before.buy(0.01);
        before.receive(before.venue(501).fill(7, 0.01, 100));
        before.positions.portfolio().onMark(OrderRig.BTCUSD, 50, OrderFrames.NOON_MS);
        before.pass(2_000);
        before.positions.portfolio().onMark(OrderRig.BTCUSD, 101, OrderFrames.NOON_MS + 1_000);
        before.pass(2_000);
        assertEquals(RiskVerdict.DAILY_LOSS, before.buy(0.01));

        PastOrders past = past(before, Long.MAX_VALUE);
        OrderRig rig = restarted(past, LOSS_LIMIT, OrderFrames.NOON_MS + 60_000);
        assertEquals(RiskVerdict.DAILY_LOSS, rig.buy(0.01));
    }

    @Test
    void shouldBeginTheNextDayWithWhatWasLostBefore() {
        OrderRig rig = loser();
        PastOrders past = past(rig, Long.MAX_VALUE);
        OrderRig next = restarted(past, LOSS_LIMIT, OrderFrames.NOON_MS + DAY_MS);
        next.buy(0.01);
        next.receive(next.venue(601).fill(17, 0.01, 100));
        next.pass(2_000);
        PastOrders later = past(next, Long.MAX_VALUE);
        OrderRig again = restarted(later, LOSS_LIMIT, OrderFrames.NOON_MS + DAY_MS + 60_000);

        assertEquals(RiskVerdict.ACCEPTED, again.buy(0.01));
    }

    @Test
    void shouldNeedNoSegmentBeforeOneThatBeginsWithTheBooks() {
        trade(before);
        String books = booksOf(before);
        OrderFrames other = before.venue(503);
        before.receive(other.closed("CANCELED", 1.3, 3_100.9));
        for (int i = 0; i < 3_000; i++) {
            before.buy(0.02);
            before.receive(before.venue(1_000 + i).refused("Invalid order: not enough balance"));
            before.pass(10);
        }
        UnendedOrders unended = new UnendedOrders();
        JournalReader reader = new JournalReader(before.journal.memory);
        while (reader.next()) {
            unended.segment(reader.segmentNumber());
            unended.onRecord(reader.record());
        }
        assertTrue(reader.segmentNumber() > 8, "the segment of its fills is gone");
        assertEquals(reader.segmentNumber(), unended.neededSegment());

        restart();
        assertEquals(books, booksOf(after));
        assertNotNull(after.orders.accountState());
    }

    @Test
    void shouldBeginWithNothingWhereTheVenueHasEndedWithItsProcess() {
        trade(before);
        PastOrders past = past(before, Long.MAX_VALUE);
        past.clear();
        OrderRig rig = restarted(past, OrderRig.NO_LIMITS, OrderFrames.NOON_MS);

        assertEquals(booksOf(new OrderRig()), booksOf(rig));
    }
}
