package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.Counter;
import io.hayate.model.OrderFlag;
import io.hayate.model.OrderStatus;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import io.hayate.model.Side;
import io.hayate.risk.RiskVerdict;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Updates, cancels, pairs and batches of orders, told by frames of the venue. */
class OrderChangeTest {
    private static final long ID = 500;

    private final OrderRig rig = OrderRig.live();
    private final OrderTicket ticket = new OrderTicket(rig::send);
    private final OrderChange change = new OrderChange(rig::send);
    private final OrderBatch batch = new OrderBatch();

    private OrderTicket order() {
        OrderTicket begun = ticket.of(rig.instruments.get(OrderRig.BTCUSD));
        begun.intent().origin(OrderOrigin.STRATEGY.code());
        return begun;
    }

    /** A row: remaining and original amount signed, price, flags and group. */
    private static String row(
            Order order,
            long id,
            String type,
            double left,
            double all,
            String status,
            String price) {
        return String.format(
                Locale.ROOT,
                "[%d,%d,%d,\"tBTCUSD\",1795435200000,1795435200005,%s,%s,\"%s\",null,null,null,%d,"
                        + "\"%s\",null,null,%s,0,0,0,null,null,null,0,0,null,null,null,"
                        + "\"API>BFX\",null,null,null]",
                id,
                order.groupId(),
                order.clientOrderId(),
                left,
                all,
                type,
                order.flags(),
                status,
                price);
    }

    static String limitRow(Order order, double left, double all, String price) {
        String status = left < all ? "PARTIALLY FILLED @ 97010.0(1.0)" : "ACTIVE";
        return row(order, ID, "EXCHANGE LIMIT", left, all, status, price);
    }

    private void answer(String request, String row, String outcome, String text) {
        rig.receive(
                "[0,\"n\",[1,\""
                        + request
                        + "\",null,null,"
                        + row
                        + ",null,\""
                        + outcome
                        + "\",\""
                        + text
                        + "\"]]");
    }

    /** A limit order of 2 that rests. */
    private Order resting() {
        assertEquals(RiskVerdict.ACCEPTED, order().buy(2).limit(97_010).group(7).send());
        Order order = rig.orders.lastOrder();
        rig.receive("[0,\"on\"," + limitRow(order, 2, 2, "97010") + "]");
        rig.sent.clear();
        return order;
    }

    @Test
    void shouldKnowAnOrdersTermsFromItsTicketOn() {
        order().sell(0.5).limit(97_010).postOnly().group(7).send();
        Order order = rig.orders.lastOrder();

        assertEquals(OrderType.EXCHANGE_LIMIT, order.type());
        assertEquals(97_010, order.price());
        assertEquals(OrderFlag.POST_ONLY.bit(), order.flags());
        assertEquals(7, order.groupId());
        assertTrue(rig.sent.get(0).contains("\"price\":\"97010\",\"gid\":7,\"flags\":4096"));
    }

    @ParameterizedTest
    @CsvSource({"97010.5, PRICE_DIGITS", "0, COMBINATION", "NaN, COMBINATION", "-3, COMBINATION"})
    void shouldRefusePriceThatTheVenueWouldCut(double price, RiskVerdict verdict) {
        assertEquals(verdict, order().buy(1).limit(price).send());
        assertEquals(0, rig.sent.size());
        assertEquals(1, rig.count(Counter.ORDERS_REFUSED));
    }

    @Test
    void shouldRoundPriceOnlyWhenAsked() {
        assertEquals(RiskVerdict.ACCEPTED, order().buy(1).limit(97_010.7).roundPrice().send());

        assertEquals(97_011, rig.orders.lastOrder().price());
    }

    @Test
    void shouldSayWhatDoesNotGoTogether() {
        assertEquals(RiskVerdict.COMBINATION, order().buy(1).market().postOnly().send());

        assertEquals("post-only goes with a limit order alone", rig.orders.combination());
    }

    @Test
    void shouldRefuseMarginUntilItsRiskIsChecked() {
        assertEquals(RiskVerdict.MARGIN, order().buy(1).limit(9).margin().leverage(3).send());
    }

    @Test
    void shouldTakeNewTermsFromTheRowNotFromTheRequest() {
        Order order = resting();

        assertEquals(RiskVerdict.ACCEPTED, change.of(order).price(97_020).amount(3).send());
        assertEquals(
                "[0,\"ou\",null,{\"id\":500,\"price\":\"97020\",\"amount\":\"3\"}]",
                rig.sent.get(0));
        assertEquals(97_010, order.price());
        assertEquals(PendingRequest.UPDATE, order.pending());
        answer("ou-req", limitRow(order, 3, 3, "97020"), "SUCCESS", "Submitting update");
        assertEquals(PendingRequest.UPDATE_TAKEN, order.pending());
        rig.receive("[0,\"ou\"," + limitRow(order, 3, 3, "97020") + "]");

        assertEquals(PendingRequest.NONE, order.pending());
        assertEquals(97_020, order.price());
        assertEquals(3, order.amount());
    }

    @Test
    void shouldKeepTermsWhenUpdateIsRefused() {
        Order order = resting();
        change.of(order).amount(5).send();
        assertEquals(500_000_000, rig.orders.openUnits(OrderRig.BTCUSD, Side.BUY));

        answer("ou-req", limitRow(order, 2, 2, "97010"), "ERROR", "amount: invalid");

        assertEquals(PendingRequest.NONE, order.pending());
        assertEquals(2, order.amount());
        assertEquals(OrderStatus.ACTIVE, order.status());
        assertEquals(200_000_000, rig.orders.openUnits(OrderRig.BTCUSD, Side.BUY));
    }

    @Test
    void shouldCountFillsOfARaisedAmountBeforeItsRowComes() {
        Order order = resting();
        change.of(order).amount(5).send();
        rig.receive(fill(1, 2));
        assertEquals(OrderStatus.PARTIALLY_FILLED, order.status());
        rig.receive(fill(2, 3));

        answer("ou-req", limitRow(order, 5, 5, "97010"), "SUCCESS", "Submitting update");
        rig.receive(
                "[0,\"oc\","
                        + row(order, ID, "EXCHANGE LIMIT", 0, 5, "EXECUTED @ 1.0(3.0)", "97010")
                        + "]");

        assertEquals(OrderStatus.FILLED, order.status());
        assertEquals(5, order.filledAmount());
        assertEquals(5, rig.position());
        assertFalse(rig.doubt.exists());
    }

    private String fill(long tradeId, double amount) {
        return "[0,\"te\",["
                + tradeId
                + ",\"tBTCUSD\",1795435200005,500,"
                + amount
                + ",97010,\"EXCHANGE LIMIT\",97010,1,null,null,"
                + rig.orders.lastOrder().clientOrderId()
                + "]]";
    }

    @Test
    void shouldBeDoneWhenFilledWholeAndARaiseWasRefused() {
        Order order = resting();
        change.of(order).amount(5).send();
        rig.receive(fill(1, 2));

        answer("ou-req", limitRow(order, 2, 2, "97010"), "ERROR", "Order not found.");
        assertEquals(OrderStatus.PARTIALLY_FILLED, order.status());
        rig.receive(
                "[0,\"oc\","
                        + row(order, ID, "EXCHANGE LIMIT", 0, 2, "EXECUTED @ 1.0(2.0)", "97010")
                        + "]");

        assertEquals(OrderStatus.FILLED, order.status());
    }

    @ParameterizedTest
    @CsvSource({"ou-req", "oc-req"})
    void shouldLoseSightWhenNobodyTellsWhereAMissingOrderIs(String request) {
        Order order = resting();
        answer(request, limitRow(order, 2, 2, "97010"), "ERROR", "Order not found.");
        rig.pass(OrderRig.ANSWER_TIMEOUT_MS - 1);
        assertEquals(OrderStatus.ACTIVE, order.status());
        rig.pass(1);

        assertEquals(OrderStatus.UNKNOWN, order.status());
    }

    @Test
    void shouldLoseSightOfOrderWhoseChangeIsNotAnswered() {
        Order updated = resting();
        change.of(updated).price(97_000).send();
        rig.pass(OrderRig.ANSWER_TIMEOUT_MS);
        assertEquals(OrderStatus.UNKNOWN, updated.status());

        rig.receive("[0,\"ou\"," + limitRow(updated, 2, 2, "97000") + "]");
        assertEquals(OrderStatus.ACTIVE, updated.status());
        assertTrue(rig.orders.cancel(updated));
        rig.pass(OrderRig.ANSWER_TIMEOUT_MS);
        assertEquals(OrderStatus.UNKNOWN, updated.status());
    }

    @Test
    void shouldGoOnWhenCancelIsRefusedForAnotherReason() {
        Order order = resting();
        rig.orders.cancel(order);
        answer("oc-req", limitRow(order, 2, 2, "97010"), "ERROR", "ratelimit: error");
        rig.pass(10 * OrderRig.ANSWER_TIMEOUT_MS);

        assertEquals(OrderStatus.ACTIVE, order.status());
        assertEquals(PendingRequest.NONE, order.pending());
    }

    @Test
    void shouldLoseSightOfChangedOrderWhenConnectionIsLost() {
        Order order = resting();
        change.of(order).price(97_000).send();
        rig.lose();

        assertEquals(OrderStatus.UNKNOWN, order.status());
    }

    @Test
    void shouldRefuseUpdateOfWhatCannotBeChanged() {
        order().buy(1).limit(9).send();
        Order unnamed = rig.orders.lastOrder();
        assertEquals(RiskVerdict.NOT_NAMED, change.of(unnamed).price(8).send());
        Order order = resting();
        assertEquals(RiskVerdict.COMBINATION, change.of(order).send());
        assertEquals("an update must change something", rig.orders.combination());
        assertEquals(RiskVerdict.COMBINATION, change.of(order).amount(1).amountBy(1).send());
        assertEquals(RiskVerdict.PRICE_DIGITS, change.of(order).price(97_010.5).send());
        assertEquals(RiskVerdict.COMBINATION, change.of(order).trailing(5).send());
        assertEquals(RiskVerdict.COMBINATION, change.of(order).stopLimit(5).send());
        assertEquals(RiskVerdict.COMBINATION, change.of(order).flags(OrderFlag.OCO.bit()).send());
        assertEquals("an update cannot make an order oco, or end that", rig.orders.combination());
        assertEquals(RiskVerdict.AMOUNT, change.of(order).amount(0).send());
        assertEquals(RiskVerdict.AMOUNT, change.of(order).amountBy(-2).send());
        assertEquals(RiskVerdict.AMOUNT_DECIMALS, change.of(order).amount(1e-9).send());
        assertEquals(0, rig.sent.size());

        assertEquals(RiskVerdict.ACCEPTED, change.of(order).amountBy(-1.5).send());
        assertEquals(RiskVerdict.UPDATE_PENDING, change.of(order).price(9).send());
        assertEquals("[0,\"ou\",null,{\"id\":500,\"delta\":\"-1.5\"}]", rig.sent.get(0));
        rig.receive(
                "[0,\"oc\"," + limitRow(order, 2, 2, "97010").replace("ACTIVE", "CANCELED") + "]");
        assertEquals(RiskVerdict.NOT_OPEN, change.of(order).price(9).send());
    }

    @Test
    void shouldTreatUpdateThatOnlyLowersAsNoNewRisk() {
        Order order = resting();
        rig.doubt.suspect("a frame was lost");

        assertEquals(RiskVerdict.ACCOUNT_DOUBT, change.of(order).price(97_020).send());
        assertEquals(RiskVerdict.ACCOUNT_DOUBT, change.of(order).amount(3).send());
        assertEquals(RiskVerdict.ACCEPTED, change.of(order).amount(1).send());
    }

    @Test
    void shouldCancelGroupInOneMessage() {
        Order order = resting();
        order().buy(1).limit(9).group(8).send();
        Order other = rig.orders.lastOrder();
        rig.sent.clear();

        assertEquals(1, rig.orders.cancelGroup(7));
        assertEquals("[0,\"oc_multi\",null,{\"gid\":[7]}]", rig.sent.get(0));
        assertEquals(PendingRequest.CANCEL, order.pending());
        assertEquals(PendingRequest.NONE, other.pending());
        assertEquals(0, rig.orders.cancelGroup(99));
        assertEquals(1, rig.sent.size());
    }

    @Test
    void shouldFollowBothOrdersOfAPair() {
        rig.bid = 99;
        assertEquals(RiskVerdict.ACCEPTED, order().sell(1).limit(100).oco(90).send());
        Order limit = rig.orders.lastOrder();
        Order stop = limit.partner();
        assertEquals(OrderType.EXCHANGE_STOP, stop.type());
        assertEquals(90, stop.price());
        assertEquals(2, rig.orders.openOrders());
        assertEquals(100_000_000, rig.orders.openUnits(OrderRig.BTCUSD, Side.SELL));
        assertTrue(rig.sent.get(0).contains("\"cid_oco\":" + stop.clientOrderId()));

        rig.receive("[0,\"on\"," + row(limit, ID, "EXCHANGE LIMIT", -1, -1, "ACTIVE", "100") + "]");
        rig.receive("[0,\"on\"," + row(stop, 501, "EXCHANGE STOP", -1, -1, "ACTIVE", "90") + "]");
        assertEquals(OrderStatus.ACTIVE, stop.status());
        rig.receive(
                "[0,\"oc\","
                        + row(limit, ID, "EXCHANGE LIMIT", 0, -1, "EXECUTED @ 100.0(-1.0)", "100")
                        + "]");
        assertEquals(1, rig.orders.openOrders());
        rig.receive("[0,\"oc\"," + row(stop, 501, "EXCHANGE STOP", -1, -1, "CANCELED", "90") + "]");

        assertEquals(OrderStatus.CANCELED, stop.status());
        assertEquals(0, rig.orders.openOrders());
    }

    @Test
    void shouldEndTheStopThatNeverCameToBe() {
        rig.bid = 99;
        order().sell(1).limit(100).oco(90).send();
        Order limit = rig.orders.lastOrder();
        Order stop = limit.partner();
        answer("on-req", row(limit, 0, "EXCHANGE LIMIT", -1, -1, "", "100"), "ERROR", "no");

        assertEquals(OrderStatus.REJECTED, limit.status());
        assertEquals(OrderStatus.REJECTED, stop.status());
        assertEquals(0, rig.orders.openOrders());
    }

    @Test
    void shouldEndNoOrderThatLivesWhenItsUpdateNeverLeft() {
        Order order = resting();
        change.of(order).price(97_000).send();
        rig.notSent(order.clientOrderId());
        assertEquals(OrderStatus.ACTIVE, order.status());
        assertEquals(PendingRequest.NONE, order.pending());
        rig.notSent(order.clientOrderId());
        assertEquals(OrderStatus.ACTIVE, order.status());
    }

    @Test
    void shouldSendBatchWithAVerdictEach() {
        Order order = resting();
        batch.clear().add(order().buy(1).limit(9));
        batch.add(order().buy(1).market().postOnly());
        batch.add(change.of(order).price(8));
        batch.add(change.of(order).price(7));
        batch.addCancel(order);

        assertEquals(3, rig.send(batch));
        Order first = rig.orders.lastOrder();
        assertEquals(
                "[0,\"ox_multi\",null,[[\"on\",{\"cid\":"
                        + first.clientOrderId()
                        + ",\"type\":\"EXCHANGE LIMIT\",\"symbol\":\"tBTCUSD\",\"amount\":\"1\","
                        + "\"price\":\"9\"}],[\"ou\",{\"id\":500,\"price\":\"8\"}],"
                        + "[\"oc\",{\"id\":500}]]]",
                rig.sent.get(0));
        assertEquals(RiskVerdict.ACCEPTED, batch.verdict(0));
        assertEquals("post-only goes with a limit order alone", batch.reason(1));
        assertEquals(RiskVerdict.ACCEPTED, batch.verdict(2));
        assertEquals(RiskVerdict.UPDATE_PENDING, batch.verdict(3));
        assertEquals(RiskVerdict.ACCEPTED, batch.verdict(4));
        assertEquals(first, batch.order(0));
        assertEquals(Price.parse("9"), Price.of(first.price()));
    }
}
