package io.hayate.venue.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The auditors' scenarios on the other side of the book. */
class OppositeScenariosTest extends AuditedScenarios {
    @Test
    void shouldExecuteSellStopAndSellFillOrKill() {
        maker.limit("1", "80000");
        maker.limit("1", "79000");
        maker.limit("1", "78000");
        long stop = taker.order("EXCHANGE STOP", "-1", "'price':'80000'");
        forgetChanges();
        long trigger = taker.market("-1");
        long killed = taker.order("EXCHANGE FOK", "-1", "'price':'79000'");
        long filled = taker.order("EXCHANGE FOK", "-1", "'price':'78000'");

        taker.assertFilled(trigger);
        taker.assertFilled(stop);
        assertEquals(new BigDecimal(79_000), taker.number(stop, 17));
        taker.assertStatus("FILLORKILL CANCELED", killed);
        taker.assertFilled(filled);
        assertEquals(
                changes("80000", "-160", "79000", "-158", "78000", "-156"), taker.takeChanges(USD));
        assertEquals(changes("1", "-0.001", "1", "-0.001", "1", "-0.001"), maker.takeChanges(BTC));
    }

    @Test
    void shouldRestFillAndHideTriggeredBuyStopLimits() {
        maker.limit("-2", "90000");
        maker.limit("-1", "90500");
        long rests =
                taker.order(
                        "EXCHANGE STOP LIMIT", "2", "'price':'90000','price_aux_limit':'85000'");
        taker.market("1");
        taker.assertNotFilled(rests);
        assertBook("85000", "2");
        long part =
                taker.order(
                        "EXCHANGE STOP LIMIT", "3", "'price':'90000','price_aux_limit':'90500'");
        taker.market("1");

        assertEquals("PARTIALLY FILLED @ 90500.0(1)", taker.status(part));
        assertBook("90500", "2");
    }

    @Test
    void shouldEndBothWaysOfAnOcoBuy() {
        String terms = "'price':'80000','flags':16384,'price_oco_stop':'90000'";
        long first = maker.order("EXCHANGE LIMIT", "1", terms);
        taker.limit("-1", "80000");
        maker.assertFilled(first);
        assertEquals("CANCELED", maker.status(maker.placedBy(first)));
        long second = maker.order("EXCHANGE LIMIT", "1", terms);
        long stop = maker.placedBy(second);
        taker.limit("-2", "90000");
        forgetChanges();

        taker.market("1"); // with itself, which triggers the stop
        rig.after(BOOK_MS);

        assertEquals("CANCELED", maker.status(second));
        maker.assertFilled(stop);
        assertEquals(new BigDecimal(90_000), maker.number(stop, 17));
        assertEquals(changes("1", "-0.002"), maker.takeChanges(BTC));
    }

    @Test
    void shouldTrailAndTriggerSellTrailingStop() {
        maker.limit("1", "79000");
        long near = maker.limit("1", "80000");
        long stop = taker.order("EXCHANGE TRAILING STOP", "-1", "'price_trailing':'500'");
        assertEquals(new BigDecimal(79_500), taker.number(stop, 16));
        long nearer = maker.limit("1", "80200");
        assertEquals(new BigDecimal(79_700), taker.number(stop, 16));
        maker.cancel(nearer);
        assertEquals(new BigDecimal(79_700), taker.number(stop, 16));
        taker.assertNotFilled(stop);
        forgetChanges();

        maker.cancel(near);

        taker.assertFilled(stop);
        assertEquals(new BigDecimal(79_000), taker.number(stop, 17));
        assertEquals(changes("79000", "-158"), taker.takeChanges(USD));
        assertEquals(changes("1", "-0.001"), maker.takeChanges(BTC));
    }

    @Test
    void shouldHideHiddenBuy() {
        long bid = maker.order("EXCHANGE LIMIT", "1", "'price':'80000','flags':64");
        assertBook("80000", "0");
        forgetChanges();

        taker.market("-1");

        maker.assertFilled(bid);
        assertEquals(changes("1", "-0.002"), maker.takeChanges(BTC));
        assertBook("80000", "0");
    }
}
