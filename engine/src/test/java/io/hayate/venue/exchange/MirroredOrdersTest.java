package io.hayate.venue.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.venue.mirror.FillCause;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients' orders in a market that follows a book of single orders: places are exact by their ids. */
class MirroredOrdersTest {
    private final MirrorRig mirror = MirrorRig.orders();
    private TradingClient client;

    @BeforeEach
    void begin() {
        mirror.book("[[1,99,3],[2,99,2],[3,98,10],[11,101,-5],[12,102,-10]]");
        client = mirror.rig.first().watching();
        mirror.rig.after(10);
    }

    @AfterEach
    void audit() {
        mirror.assertSound();
    }

    private void assertLeft(String amount, long id) {
        assertEquals(0, new BigDecimal(amount).compareTo(client.number(id, 6)));
    }

    @Test
    void shouldStandBehindAllThatWereThere() {
        long id = client.limit("2", "99");
        mirror.book("[4,99,7]");

        mirror.trade("-5", "99");
        client.assertNotFilled(id);
        mirror.book("[1,0,1]");
        mirror.book("[2,0,1]");
        mirror.trade("-0.5", "99");

        assertLeft("1.5", id);
        mirror.assertCauses(FillCause.BY_IDS);
    }

    @Test
    void shouldMoveUpWhenAnOrderAheadGoesOrShrinks() {
        long id = client.limit("2", "99");

        mirror.book("[1,0,1]");
        mirror.book("[2,99,0.5]");
        mirror.trade("-1", "99");

        assertLeft("1.5", id);
    }

    @Test
    void shouldNotMoveUpWhenAnOrderBehindGoes() {
        long id = client.limit("2", "99");
        mirror.book("[4,99,7]");

        mirror.book("[4,0,1]");
        mirror.trade("-5", "99");

        client.assertNotFilled(id);
    }

    @Test
    void shouldMoveUpWhenAnOrderAheadMovesOrGrows() {
        long id = client.limit("2", "99");

        mirror.book("[1,98.5,3]");
        mirror.book("[2,99,4]"); // it goes behind
        mirror.trade("-1", "99");

        assertLeft("1", id);
    }

    @Test
    void shouldLetTakersEatOrdersAndKeepThemEaten() {
        long id = client.limit("6", "102");
        client.assertFilled(id);
        assertEquals(new BigDecimal("-9"), client.level("102"));

        mirror.book("[12,102,-8]");
        assertEquals(new BigDecimal("-7"), client.level("102"));
        mirror.book("[11,101,-5]");
        assertEquals(BigDecimal.ZERO, client.level("101"));
        mirror.book("[11,101.5,-5]");

        assertEquals(new BigDecimal("-5"), client.level("101.5"));
    }

    @Test
    void shouldFillHiddenOrdersBehindAllThatAreShown() {
        long id = client.order("EXCHANGE LIMIT", "2", "'price':'99','flags':64");
        mirror.book("[4,99,1]");

        mirror.trade("-6", "99");
        client.assertNotFilled(id);
        mirror.trade("-1", "98.5");

        assertLeft("1", id);
        mirror.assertCauses(FillCause.THROUGH);
    }

    @Test
    void shouldGiveOneTradeToSeveralOrdersInTheirOrder() {
        long first = client.limit("1", "99");
        TradingClient other = mirror.rig.second();
        long second = other.limit("2", "99");

        mirror.trade("-7", "99");

        client.assertFilled(first);
        assertEquals(0, new BigDecimal("1").compareTo(other.number(second, 6)));
    }

    @Test
    void shouldLeaveOutAnOrderOfTheRecordedAccountThatWasShownBeforeTheAccountWasTold() {
        mirror.book("[900,99.5,7]");
        assertEquals(new BigDecimal("7"), client.level("99.5"));

        mirror.text(
                "[0,'on',[900,null,5,'tBTCUSD',1,2,7,7,'EXCHANGE LIMIT',null,null,null,0,"
                        + "'ACTIVE',null,null,99.5,0]]");
        mirror.book("[900,99.5,6]");

        assertEquals(BigDecimal.ZERO, client.level("99.5"));
    }
}
