package io.hayate.venue.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The scenarios by which the exchange's own auditors judge a venue. */
class OrderScenariosTest extends AuditedScenarios {
    @Test
    void shouldShowLimitOrderInTheBookAndTakeItOut() {
        long ask = maker.limit("-2", "90000");
        maker.assertNotFilled(ask);
        assertEquals("ACTIVE", maker.status(ask));
        assertBook("90000", "-2");
        long bid = maker.limit("1", "80000");
        assertBook("80000", "1");
        assertBook("90000", "-2");

        maker.cancel(bid);
        maker.cancel(ask);

        maker.assertStatus("CANCELED", bid);
        maker.assertNotFilled(bid);
        assertBook("80000", "0");
        assertBook("90000", "0");
        assertEquals(List.of(), maker.takeChanges(USD));
    }

    @Test
    void shouldExecuteLimitOrderAsMaker() {
        long ask = maker.limit("-2", "90000");
        forgetChanges();

        long buy = taker.market("2");
        rig.after(BOOK_MS);

        maker.assertFilled(ask);
        taker.assertFilled(buy);
        assertEquals("EXECUTED @ 90000.0(-2)", maker.status(ask));
        assertEquals(new BigDecimal(90_000), maker.number(ask, 17));
        assertEquals(changes("-2"), maker.takeChanges(BTC));
        assertEquals(changes("180000", "-180"), maker.takeChanges(USD));
        assertEquals(changes("2", "-0.004"), taker.takeChanges(BTC));
        assertEquals(changes("-180000"), taker.takeChanges(USD));
        assertEquals(new BigDecimal(90_000), taker.lastPrice());
        assertBook("90000", "0");
    }

    @Test
    void shouldExecuteLimitOrderAsTakerBeyondTheTicker() {
        long bid = maker.limit("1", "80000");
        forgetChanges();

        long sell = taker.limit("-1", "79000");
        rig.after(BOOK_MS);

        maker.assertFilled(bid);
        taker.assertFilled(sell);
        assertEquals(new BigDecimal(80_000), taker.number(sell, 17));
        assertEquals(new BigDecimal(79_000), taker.number(sell, 16));
        assertEquals(changes("1", "-0.001"), maker.takeChanges(BTC));
        assertEquals(changes("-80000"), maker.takeChanges(USD));
        assertEquals(changes("-1"), taker.takeChanges(BTC));
        assertEquals(changes("80000", "-160"), taker.takeChanges(USD));
    }

    @Test
    void shouldTellTwoFillsOfOneOrder() {
        long ask = maker.limit("-2", "90000");
        taker.market("1");
        assertEquals("PARTIALLY FILLED @ 90000.0(-1)", maker.status(ask));
        assertBook("90000", "-1");
        taker.market("1");

        assertEquals(
                "EXECUTED @ 90000.0(-1): was PARTIALLY FILLED @ 90000.0(-1)", maker.status(ask));
    }

    @Test
    void shouldCancelPostOnlyOrderThatWouldTake() {
        maker.limit("-1", "90000");
        long bid = taker.order("EXCHANGE LIMIT", "1", "'price':'90000','flags':4096");
        long rests = taker.order("EXCHANGE LIMIT", "1", "'price':'89000','flags':4096");

        taker.assertStatus("POSTONLY CANCELED", bid);
        taker.assertNotFilled(bid);
        assertEquals("ACTIVE", taker.status(rests));
        assertBook("89000", "1");
    }

    @Test
    void shouldHideHiddenOrderAndChargeItsMakerAsATaker() {
        long ask = maker.order("EXCHANGE LIMIT", "-1", "'price':'90000','flags':64");
        assertEquals(BigDecimal.ONE, maker.number(ask, 24));
        assertBook("90000", "0");
        forgetChanges();

        long buy = taker.market("1");
        rig.after(BOOK_MS);

        maker.assertFilled(ask);
        taker.assertFilled(buy);
        assertEquals(changes("90000", "-180"), maker.takeChanges(USD));
        assertEquals(changes("1", "-0.002"), taker.takeChanges(BTC));
        assertBook("90000", "0");
    }

    @Test
    void shouldCancelTheStopOfAnOcoOrderWhenItsLimitIsExecuted() {
        long limit =
                maker.order(
                        "EXCHANGE LIMIT",
                        "-1",
                        "'price':'90000','flags':16384,'price_oco_stop':'80000','cid_oco':77");
        long stop = maker.placedBy(limit);
        assertTrue(stop > 0);
        assertEquals(new BigDecimal(80_000), maker.number(limit, 19));
        assertEquals("EXCHANGE STOP", maker.field(stop, 8));
        assertEquals(new BigDecimal(77), maker.field(stop, 2));
        assertEquals(new BigDecimal(80_000), maker.number(stop, 16));
        forgetChanges();

        taker.limit("1", "90000");

        maker.assertFilled(limit);
        maker.assertNotFilled(stop);
        assertEquals("CANCELED", maker.status(stop));
        assertEquals(changes("90000", "-90"), maker.takeChanges(USD));
    }

    @Test
    void shouldCancelTheLimitOfAnOcoOrderWhenItsStopIsTriggered() {
        long limit =
                maker.order(
                        "EXCHANGE LIMIT",
                        "-1",
                        "'price':'90000','flags':16384,'price_oco_stop':'80000'");
        long stop = maker.placedBy(limit);
        maker.limit("1", "80000");
        taker.limit("1", "80000"); // taken by the stop
        maker.assertNotFilled(stop);
        forgetChanges();

        taker.market("-1");
        rig.after(BOOK_MS);

        assertEquals("CANCELED", maker.status(limit));
        maker.assertNotFilled(limit);
        maker.assertFilled(stop);
        assertEquals(new BigDecimal(80_000), maker.number(stop, 17));
        assertEquals(changes("-80000", "80000", "-160"), maker.takeChanges(USD));
        assertBook("90000", "0");
        assertBook("80000", "0");
    }

    @Test
    void shouldExecuteFillOrKillOrderWholeOrNotAtAll() {
        maker.limit("-1", "90000");
        maker.limit("-1", "90100");
        long killed = taker.order("EXCHANGE FOK", "2", "'price':'90000'");
        long deep = taker.order("EXCHANGE FOK", "3", "'price':'91000'");

        taker.assertStatus("FILLORKILL CANCELED", killed);
        taker.assertNotFilled(killed);
        taker.assertNotFilled(deep);
        assertBook("90000", "-1");

        long filled = taker.order("EXCHANGE FOK", "2", "'price':'90100'");

        taker.assertFilled(filled);
        assertEquals(new BigDecimal(90_050), taker.number(filled, 17));
        assertBook("90000", "0");
        assertBook("90100", "0");
    }

    @Test
    void shouldTakeWhatIsThereAndCancelTheRestOfAnImmediateOrder() {
        maker.limit("-1", "90000");
        long part = taker.order("EXCHANGE IOC", "2", "'price':'90000'");
        long none = taker.order("EXCHANGE IOC", "2", "'price':'80000'");

        assertEquals("IOC CANCELED was: PARTIALLY FILLED @ 90000.0(1)", taker.status(part));
        assertEquals(BigDecimal.ONE, taker.number(part, 6));
        assertEquals("IOC CANCELED", taker.status(none));
        assertBook("80000", "0");
    }

    @Test
    void shouldNotTriggerStopByTradesBeforeItOrAwayFromIt() {
        maker.limit("-1", "90000");
        maker.limit("-2", "91000");
        taker.market("1"); // at 90000, before
        long stop = taker.order("EXCHANGE STOP", "1", "'price':'90000.5'");
        assertEquals(new BigDecimal(90_000), taker.number(stop, 16)); // five digits
        long higher = taker.order("EXCHANGE STOP", "1", "'price':'92000'");
        assertBook("90000", "0");
        maker.limit("1", "80000");
        taker.market("-1"); // at 80000

        assertEquals("ACTIVE", taker.status(stop));
        assertEquals("ACTIVE", taker.status(higher));
        taker.assertNotFilled(stop);
    }

    @Test
    void shouldExecuteStopAtTheMarketWhenATradeReachesItsPrice() {
        maker.limit("-1", "90000");
        maker.limit("-1", "90500");
        long stop = taker.order("EXCHANGE STOP", "1", "'price':'90000'");
        forgetChanges();

        long trigger = taker.market("1");
        rig.after(BOOK_MS);

        taker.assertFilled(trigger);
        taker.assertFilled(stop);
        assertEquals(new BigDecimal(90_500), taker.number(stop, 17));
        assertEquals(changes("1", "-0.002", "1", "-0.002"), taker.takeChanges(BTC));
        assertEquals(changes("90000", "-90", "90500", "-90.5"), maker.takeChanges(USD));
    }

    @Test
    void shouldLetTriggeredStopLimitRestAtItsLimitForAllToSee() {
        maker.limit("1", "85000");
        maker.limit("1", "80000");
        long stop =
                taker.order(
                        "EXCHANGE STOP LIMIT", "-2", "'price':'85000','price_aux_limit':'95000'");
        assertBook("95000", "0");
        assertEquals(new BigDecimal(95_000), taker.number(stop, 19));

        taker.market("-1");

        taker.assertNotFilled(stop);
        assertEquals("ACTIVE", taker.status(stop));
        assertBook("95000", "-2");
        assertEquals(new BigDecimal(95_000), taker.number(stop, 19));
        taker.cancel(stop);
        taker.assertStatus("CANCELED", stop);
        assertBook("95000", "0");
    }

    @Test
    void shouldHideTriggeredStopLimitThatIsHidden() {
        maker.limit("-2", "90000");
        long stop =
                taker.order(
                        "EXCHANGE STOP LIMIT",
                        "1",
                        "'price':'90000','price_aux_limit':'80000','flags':64");

        taker.market("1");

        taker.assertNotFilled(stop);
        assertBook("80000", "0");
        maker.market("-1");
        taker.assertFilled(stop);
    }

    @Test
    void shouldFillTriggeredStopLimitInPart() {
        maker.limit("1", "85000");
        maker.limit("1", "84000");
        long stop =
                taker.order(
                        "EXCHANGE STOP LIMIT", "-2", "'price':'85000','price_aux_limit':'84000'");
        taker.take();
        taker.market("-1");

        assertEquals("PARTIALLY FILLED @ 84000.0(-1)", taker.status(stop));
        assertEquals(new BigDecimal(-1), taker.number(stop, 6));
        assertTrue(taker.take().stream().anyMatch(text -> text.startsWith("[0,\"ou\",[" + stop)));
        assertBook("84000", "-1");
        taker.cancel(stop);
        assertEquals("CANCELED was: PARTIALLY FILLED @ 84000.0(-1)", taker.status(stop));
    }

    @Test
    void shouldTrailTheBestPriceOfTheOtherSideAsItGetsBetter() {
        long ask = maker.limit("-1", "90600");
        long stop = taker.order("EXCHANGE TRAILING STOP", "1", "'price_trailing':'300.5'");
        assertEquals(new BigDecimal("90900.5"), taker.number(stop, 16));
        assertEquals(new BigDecimal("300.5"), taker.number(stop, 18));
        taker.take();

        maker.limit("-1", "90500");
        assertEquals(new BigDecimal("90800.5"), taker.number(stop, 16));
        assertEquals(
                1, taker.take().stream().filter(t -> t.startsWith("[0,\"ou\",[" + stop)).count());
        maker.cancel(ask);

        assertEquals(new BigDecimal("90800.5"), taker.number(stop, 16));
        taker.assertNotFilled(stop);
    }

    @Test
    void shouldTrailLastPriceWhenTheOtherSideIsEmptyAndTriggerNothing() {
        BigDecimal last = taker.lastPrice();

        long stop = taker.order("EXCHANGE TRAILING STOP", "-1", "'price_trailing':'300'");

        assertEquals(0, last.subtract(new BigDecimal(300)).compareTo(taker.number(stop, 16)));
        rig.after(BOOK_MS);
        taker.assertNotFilled(stop);
    }

    @Test
    void shouldTriggerTrailingStopWhenTheTopComesToItsPriceWithoutATrade() {
        long top = maker.limit("-1", "90500");
        long next = maker.limit("-1", "90600");
        long last = maker.limit("-1", "90800");
        long stop = taker.order("EXCHANGE TRAILING STOP", "1", "'price_trailing':'250'");
        maker.cancel(top);
        assertEquals(new BigDecimal(90_750), taker.number(stop, 16));
        taker.assertNotFilled(stop);
        forgetChanges();

        maker.cancel(next);

        taker.assertFilled(stop);
        maker.assertFilled(last);
        assertEquals(new BigDecimal(90_800), taker.number(stop, 17));
        assertEquals(changes("1", "-0.002"), taker.takeChanges(BTC));
        assertEquals(changes("90800", "-90.8"), maker.takeChanges(USD));
    }
}
