package io.hayate.venue.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueConfig;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ou}, {@code tif}, meta and what else changes an order that is open. */
class OrderUpdatesTest {
    private final TradingRig rig =
            new TradingRig(VenueConfig.DEFAULTS.withSymbols(List.of("tBTCUSD")).withQuiet(true));
    private final TradingClient maker = rig.first().watching();
    private final TradingClient taker = rig.second().watching();

    @Test
    void shouldTellTheAnswerThenTheChange() {
        long id = maker.limit("-2", "90000");
        maker.take();

        maker.update(id, "'price':'91000','amount':'-3'");

        List<String> frames = maker.takeAccount();
        assertTrue(frames.get(0).contains("\"ou-req\",null,null,[" + id), frames.get(0));
        assertTrue(
                frames.get(0)
                        .endsWith(
                                "\"SUCCESS\",\"Submitting update to exchange limit sell order for 3"
                                        + " BTC.\"]]"),
                frames.get(0));
        assertTrue(frames.get(1).startsWith("[0,\"ou\",[" + id), frames.get(1));
        assertEquals("EXCHANGE LIMIT", maker.field(id, 9));
        assertEquals(new BigDecimal(-3), maker.number(id, 6));
        assertEquals(new BigDecimal(-3), maker.number(id, 7));
        assertEquals(new BigDecimal(91_000), maker.number(id, 16));
        rig.after(1_000);
        assertEquals(new BigDecimal(-3), maker.level("91000"));
        assertEquals(0, maker.level("90000").signum());
    }

    @Test
    void shouldKeepThePlaceOfAnOrderThatWantsLess() {
        long first = maker.limit("-2", "90000");
        long second = maker.limit("-1", "90000");

        maker.update(first, "'delta':'1'");
        taker.market("1");

        maker.assertFilled(first);
        maker.assertNotFilled(second);
    }

    @Test
    void shouldLoseThePlaceOfAnOrderThatWantsMoreOrAnotherPrice() {
        long first = maker.limit("-1", "90000");
        long second = maker.limit("-1", "90000");
        long third = maker.limit("-1", "90000");
        maker.update(first, "'amount':'-2'");
        maker.update(second, "'price':'90100'");
        maker.update(second, "'price':'90000'");

        taker.market("1");
        maker.assertFilled(third);
        taker.market("2");

        maker.assertFilled(first);
        maker.assertNotFilled(second);
    }

    @Test
    void shouldTradeWhenTheNewPriceMeetsTheOtherSide() {
        long bid = taker.limit("2", "80000");
        long ask = maker.limit("-3", "90000");

        maker.update(ask, "'price':'80000'");

        taker.assertFilled(bid);
        assertEquals("PARTIALLY FILLED @ 80000.0(-2)", maker.status(ask));
        assertEquals(new BigDecimal(-1), maker.number(ask, 6));
        assertEquals(new BigDecimal(-3), maker.number(ask, 7));
    }

    @Test
    void shouldMoveTheTriggerOfAStop() {
        maker.limit("-3", "90000");
        long stop = taker.order("EXCHANGE STOP", "1", "'price':'95000'");

        taker.update(stop, "'price':'90000'");
        taker.market("1");

        taker.assertFilled(stop);
    }

    @ParameterizedTest
    @CsvSource({
        "'''price'':''0''', Invalid price.",
        "'''price'':''x''', Invalid price.",
        "'''amount'':''1''', amount: invalid",
        "'''amount'':''0''', amount: invalid",
        "'''delta'':''2''', amount: invalid",
        "'''delta'':''x''', amount: invalid",
        "'''flags'':3', flags: invalid",
        "'''flags'':16384', flags: invalid",
        "'''tif'':''never''', tif: invalid",
        "'''lev'':101', lev: invalid",
        "'''gid'':-1', gid: invalid",
        "'''amount'':''-0.00001''', Invalid order: minimum size for BTC/USD is 0.00004",
        "'''amount'':''-1000''', Invalid order: not enough exchange balance for -1000.0 BTCUSD at 90000.0",
    })
    void shouldRefuseWhatCannotBe(String terms, String text) {
        long id = maker.limit("-2", "90000");

        assertEquals(text, maker.updateRefused(id, terms));

        assertEquals("ACTIVE", maker.status(id));
    }

    @Test
    void shouldNotFindOrderOfAnother() {
        long id = maker.limit("-2", "90000");

        assertEquals("Order not found.", taker.updateRefused(id, "'price':'1'"));
        assertEquals("Order not found.", taker.updateRefused(1, "'price':'1'"));
    }

    @Test
    void shouldCancelByItselfWhenItsTimeHasCome() {
        long id =
                maker.order("EXCHANGE LIMIT", "-1", "'price':'90000','tif':'2025-11-24 16:01:00'");
        assertEquals(BigDecimal.valueOf(1_764_000_060_000L), maker.number(id, 10));
        rig.after(59_000);
        assertEquals("ACTIVE", maker.status(id));

        rig.after(2_000);

        assertEquals("CANCELED", maker.status(id));
    }

    @Test
    void shouldShowHiddenOrderOnceItWasHitWhenItAsksForThat() {
        long id =
                maker.order(
                        "EXCHANGE LIMIT",
                        "-2",
                        "'price':'90000','flags':64,'meta':{'make_visible':1}");
        rig.after(1_000);
        assertEquals(0, maker.level("90000").signum());

        taker.market("1");
        rig.after(1_000);

        assertEquals(new BigDecimal(-1), maker.level("90000"));
        assertEquals(BigDecimal.ZERO, maker.number(id, 24));
    }

    @Test
    void shouldNotTradeWithItselfWhenItIsProtectedFromThat() {
        long ask = maker.limit("-1", "90000");
        long plain =
                maker.order("EXCHANGE FOK", "1", "'price':'90000','meta':{'protect_selfmatch':1}");
        long bid =
                maker.order(
                        "EXCHANGE LIMIT", "1", "'price':'90000','meta':{'protect_selfmatch':1}");

        maker.assertNotFilled(ask);
        maker.assertStatus("FILLORKILL CANCELED", plain);
        maker.assertStatus("CANCELED", bid);
        long both = maker.limit("1", "90000");
        maker.assertFilled(both);
        maker.assertFilled(ask);
    }

    @Test
    void shouldCancelBothOrdersOfAPairWhenOneIsCanceled() {
        long limit =
                maker.order(
                        "EXCHANGE LIMIT",
                        "-1",
                        "'price':'90000','flags':16384,'price_oco_stop':'80000'");
        long stop = maker.placedBy(limit);

        maker.cancel(stop);

        assertEquals("CANCELED", maker.status(limit));
        assertEquals("CANCELED", maker.status(stop));
    }

    @Test
    void shouldHoldBackMoneyOfAPairOnce() {
        maker.order(
                "EXCHANGE LIMIT", "-60", "'price':'90000','flags':16384,'price_oco_stop':'80000'");

        assertTrue(
                maker.refused("EXCHANGE LIMIT", "-41", "'price':'95000'")
                        .startsWith("Invalid order: not enough exchange balance for -41.0 BTCUSD"));
        maker.limit("-40", "95000");
    }

    @Test
    void shouldStopBuyingWhenTheMoneyOfAStopIsSpent() {
        maker.limit("-1", "90000");
        maker.limit("-20", "100000");
        long stop = taker.order("EXCHANGE STOP", "10", "'price':'90000'"); // holds 900,000

        taker.market("1");

        taker.assertStatus("INSUFFICIENT BALANCE (G1) was: PARTIALLY FILLED @ 100000.0(", stop);
        assertTrue(taker.balance("exchange-USD").signum() >= 0);
    }
}
