package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.OrderIntent;
import io.hayate.metrics.Incidents;
import io.hayate.model.Health;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import io.hayate.model.Side;
import io.hayate.risk.CurrencyLimits;
import io.hayate.risk.ExposureLimits;
import io.hayate.risk.RejectLimits;
import io.hayate.risk.RiskLimits;
import io.hayate.risk.RiskVerdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A position can be closed on a dead feed, after losses and rejections; what goes beyond cannot leave. */
class ReductionTest {
    private final OrderRig rig = new OrderRig(limits(), 64);

    private static RiskLimits limits() {
        CurrencyLimits money = CurrencyLimits.of("key", List.of("100000 USD"));
        CurrencyLimits loss = CurrencyLimits.of("key", List.of("50 USD"));
        ExposureLimits exposure =
                new ExposureLimits(money, money, loss, 50, new RejectLimits(2, 1_000, 5_000), true);
        return new RiskLimits(true, Long.MAX_VALUE, 1_000, 100, exposure);
    }

    private OrderIntent stale(Side side, double amount) {
        OrderIntent intent = Intents.market(OrderRig.BTCUSD, side, amount, OrderOrigin.STRATEGY);
        intent.cause().quote(Health.STALE, intent.cause().quoteTimeNs());
        return intent;
    }

    /** Whose losses are told since the last time: the account's has no name. */
    private List<String> lossesTold() {
        Incidents incidents = new Incidents();
        List<String> told = new ArrayList<>();
        rig.orders.own().tellLosses(incidents, number -> "strategy " + number);
        incidents.drain(incident -> told.add(incident.lossOf()));
        return told;
    }

    private void hold(double amount, double price) {
        rig.comeLive();
        rig.buy(amount);
        rig.receive(rig.venue(501).fill(1, amount, price));
        rig.receive(rig.venue(501).executed(price));
        rig.pass(100);
    }

    @Test
    void shouldCloseAPositionOnAStaleFeedAndGoNoFurther() {
        hold(1, 100);

        assertEquals(RiskVerdict.FEED_STALE, rig.orders.submit(stale(Side.BUY, 0.1)));
        assertEquals(RiskVerdict.FEED_STALE, rig.orders.submit(stale(Side.SELL, 1.1)));
        assertEquals(RiskVerdict.ACCEPTED, rig.orders.submit(stale(Side.SELL, 0.6)));
        assertEquals(RiskVerdict.FEED_STALE, rig.orders.submit(stale(Side.SELL, 0.5)));
        assertEquals(RiskVerdict.ACCEPTED, rig.orders.submit(stale(Side.SELL, 0.4)));
        assertEquals(RiskVerdict.FEED_STALE, rig.orders.submit(stale(Side.SELL, 0.00001)));
    }

    @Test
    void shouldCountAnOrderOfUnknownOutcomeAsOneThatMayStillSell() {
        hold(1, 100);
        rig.orders.submit(stale(Side.SELL, 0.6));
        rig.pass(3_000); // no answer

        assertEquals(RiskVerdict.FEED_STALE, rig.orders.submit(stale(Side.SELL, 0.5)));
        assertEquals(RiskVerdict.ACCEPTED, rig.orders.submit(stale(Side.SELL, 0.4)));
    }

    @Test
    void shouldLetABatchReduceNoFurtherThanToZero() {
        hold(1, 100);
        OrderBatch batch = new OrderBatch();
        for (double amount : new double[] {0.6, 0.5, 0.4}) {
            OrderTicket ticket = new OrderTicket(unused -> null);
            batch.add(ticket.of(rig.instruments.get(0)).sell(amount).market());
            OrderIntent intent = batch.intent(batch.size() - 1);
            Intents.quote(intent, 100, 101);
            intent.cause().quote(Health.GAPPED, intent.cause().quoteTimeNs());
        }

        assertEquals(2, rig.orders.send(batch, OrderOrigin.STRATEGY));
        assertEquals(RiskVerdict.FEED_GAPPED, batch.verdict(1));
        assertEquals(100_000_000L, rig.orders.openUnits(0, Side.SELL));
    }

    @Test
    void shouldCancelWhatIsOpenAndLetReductionsAloneLeaveOnceTheDayHasLostTooMuch() {
        hold(1, 100);
        OrderIntent resting = Intents.of(OrderType.EXCHANGE_LIMIT, 0, Side.BUY, 0.1);
        assertEquals(RiskVerdict.ACCEPTED, rig.orders.submit(resting.price(Price.of(99))));
        rig.receive(rig.venue(502).rests());
        rig.positions.portfolio().onMark(OrderRig.BTCUSD, 49, 1);
        rig.sent.clear();
        rig.pass(10);

        assertEquals(1, rig.sent.size());
        assertEquals(List.of(""), lossesTold());
        assertEquals(List.of(), lossesTold(), "once");
        assertEquals(RiskVerdict.DAILY_LOSS, rig.buy(0.2));
        assertEquals(RiskVerdict.ACCEPTED, rig.sell(0.3));
        rig.positions.portfolio().onMark(OrderRig.BTCUSD, 100, 2);
        rig.pass(10);
        assertEquals(RiskVerdict.DAILY_LOSS, rig.buy(0.4), "until the day ends");
        rig.pass(13L * 3_600_000);
        assertEquals(RiskVerdict.ACCEPTED, rig.buy(0.4));
    }

    @Test
    void shouldHoldUpNewOrdersWhenTheVenueRejectsMany() {
        rig.comeLive();
        for (int i = 1; i <= 2; i++) {
            assertEquals(RiskVerdict.ACCEPTED, rig.buy(0.1 * i));
            rig.receive(rig.venue(500 + i).refused("Invalid price."));
        }

        assertEquals(RiskVerdict.REJECTS, rig.buy(0.3));
        rig.pass(5_000);
        assertEquals(RiskVerdict.ACCEPTED, rig.buy(0.3));
    }

    @Test
    void shouldSendNoOrderForASecondOnceTheVenueFindsThatThereWereTooMany() {
        rig.comeLive();
        rig.buy(0.1);
        rig.receive(rig.venue(501).refused("ratelimit: error"));

        assertEquals(RiskVerdict.ORDER_RATE, rig.buy(0.2));
        rig.pass(999);
        assertEquals(RiskVerdict.ORDER_RATE, rig.buy(0.2));
        rig.pass(1);
        assertEquals(RiskVerdict.ACCEPTED, rig.buy(0.2));
    }

    @Test
    void shouldCountCancelsBeyondTheirShareAsOrders() {
        OrderRig few = new OrderRig(new RiskLimits(true, Long.MAX_VALUE, 8, 100), 64);
        few.comeLive();
        few.buy(0.1);
        few.receive(few.venue(501).rests());
        Order order = few.orders.lastOrder();
        for (int i = 0; i < 8; i++) {
            assertTrue(few.orders.cancel(order), "a cancel always leaves");
        }

        assertEquals(
                RiskVerdict.ACCEPTED, few.buy(0.2)); // 1 order and 6 cancels beyond 2 before it
        assertEquals(RiskVerdict.ORDER_RATE, few.buy(0.3));
        few.pass(1_000);
        assertEquals(RiskVerdict.ACCEPTED, few.buy(0.3));
    }

    @Test
    void shouldRefuseTheSameOrderTwiceInABatch() {
        rig.comeLive();
        rig.bid = 100;
        OrderBatch batch = new OrderBatch();
        for (int i = 0; i < 2; i++) {
            OrderTicket ticket = new OrderTicket(unused -> null);
            batch.add(ticket.of(rig.instruments.get(0)).buy(0.1).limit(100));
        }

        assertEquals(1, rig.send(batch));
        assertEquals(RiskVerdict.TWIN, batch.verdict(1));
    }

    @Test
    void shouldRefuseAnOrderOfTheExchangeWalletForADerivative() {
        int id = rig.instruments.register("tBTCF0:USTF0");
        rig.comeLive();

        assertEquals(RiskVerdict.DERIVATIVE, rig.submit(id, Side.BUY, 0.1));
        assertEquals(List.of(), rig.sent);
    }

    @Test
    void shouldNeedTheBalanceLessWhatOpenOrdersMayTake() {
        rig.comeLive();
        rig.positions.funds().onSnapshot();
        rig.positions.funds().onBalance("USD", 30);
        OrderIntent first = Intents.of(OrderType.EXCHANGE_LIMIT, 0, Side.BUY, 0.2);
        assertEquals(RiskVerdict.ACCEPTED, rig.orders.submit(first.price(Price.of(100))));

        OrderIntent second = Intents.of(OrderType.EXCHANGE_LIMIT, 0, Side.BUY, 0.11);
        assertEquals(RiskVerdict.BALANCE, rig.orders.submit(second.price(Price.of(100))));
        OrderIntent third = Intents.of(OrderType.EXCHANGE_LIMIT, 0, Side.BUY, 0.1);
        assertEquals(RiskVerdict.BALANCE, rig.orders.submit(third.price(Price.of(100.2))));
        assertEquals(RiskVerdict.BALANCE, rig.sell(0.1), "no BTC is told");
        third = Intents.quote(third, 99, 100);
        assertEquals(RiskVerdict.ACCEPTED, rig.orders.submit(third.price(Price.of(99.5))));
    }
}
