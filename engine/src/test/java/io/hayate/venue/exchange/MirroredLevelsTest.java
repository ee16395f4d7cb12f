package io.hayate.venue.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.venue.QueueModel;
import io.hayate.venue.mirror.FillCause;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients' orders in a market that follows a book of levels. */
class MirroredLevelsTest {
    private static final String SNAPSHOT =
            "[[99,2,5],[98,1,10],[97,1,10],[101,3,-5],[102,1,-10],[103,1,-10]]";

    private MirrorRig mirror;
    private TradingClient client;

    @BeforeEach
    void begin() {
        begin(QueueModel.RISK_AVERSE);
    }

    private void begin(QueueModel model) {
        mirror = MirrorRig.levels(model);
        mirror.book(SNAPSHOT);
        client = mirror.rig.first().watching();
        mirror.rig.after(10);
    }

    @AfterEach
    void audit() {
        mirror.assertSound();
    }

    private void assertLeft(String amount, long id) {
        assertEquals(
                0,
                new BigDecimal(amount).compareTo(client.number(id, 6)),
                client.row(id)::toString);
    }

    private void assertLevel(String amount, String price) {
        assertEquals(new BigDecimal(amount), client.level(price));
    }

    @Test
    void shouldShowWhatTheTextsShow() {
        assertLevel("5", "99");
        assertLevel("-5", "101");

        mirror.book("[99,3,5.5]");
        mirror.book("[101,0,-1]");
        mirror.book("[100.5,1,-0.3]");

        assertLevel("5.5", "99");
        assertLevel("0", "101");
        assertLevel("-0.3", "100.5");
    }

    @Test
    void shouldLetTakersEatWhatLiesThere() {
        long id = client.limit("7", "102");

        client.assertFilled(id);
        assertLevel("0", "101");
        assertLevel("-8", "102");
        assertEquals(
                0,
                new BigDecimal("101.28571429")
                        .subtract(client.number(id, 17))
                        .setScale(5, java.math.RoundingMode.HALF_UP)
                        .signum());
    }

    @Test
    void shouldKeepWhatWasEatenUntilTheLevelIsSetAnew() {
        client.limit("3", "101");
        assertLevel("-2", "101");

        mirror.book("[101,3,-5]");
        assertLevel("-2", "101");
        mirror.book("[101,4,-6]");
        assertLevel("-3", "101");
        mirror.book("[101,4,-4]");
        assertLevel("-1", "101");
        mirror.book("[101,2,-2]");
        assertLevel("0", "101");
        mirror.book("[101,3,-2.5]");
        assertLevel("-0.5", "101");
        mirror.book("[101,0,-1]");
        mirror.book("[101,1,-4]");
        assertLevel("-4", "101");
    }

    @Test
    void shouldKeepWhatWasEatenOverASnapshot() {
        client.limit("3", "101");

        mirror.book(SNAPSHOT);

        assertLevel("-2", "101");
    }

    @Test
    void shouldFillAMakerOnlyOnceTradesHaveTakenWhatLayAhead() {
        long id = client.limit("2", "99");
        assertLevel("7", "99");

        mirror.trade("-4", "99");
        client.assertNotFilled(id);
        mirror.book("[99,1,1]");
        mirror.trade("-1.5", "99");
        assertLeft("1.5", id);
        mirror.trade("-9", "99");

        client.assertFilled(id);
        mirror.assertCauses(FillCause.SURE, FillCause.SURE);
    }

    @Test
    void shouldNotCountATradeTwiceWhenItsRowComesFirst() {
        long id = client.limit("2", "99");
        long tradedMs = mirror.rig.timeMs();
        mirror.rig.after(20);

        mirror.book("[99,1,1]");
        mirror.trade("-4", "99", tradedMs);
        client.assertNotFilled(id);
        mirror.trade("-2", "99");

        assertLeft("1", id);
    }

    @Test
    void shouldTakeCancelsForThoseBehindWhenRiskAverse() {
        long id = client.limit("2", "99");
        mirror.book("[99,3,9]"); // 4 behind

        mirror.book("[99,2,6]"); // 3 of them go
        mirror.rig.after(2_000);
        mirror.trade("-5", "99");
        client.assertNotFilled(id);
        mirror.book("[99,1,1]");
        mirror.trade("-0.5", "99");

        assertLeft("1.5", id);
        mirror.assertCauses(FillCause.BY_MODEL);
    }

    @Test
    void shouldTakeCancelsFromAheadOnceNobodyIsBehind() {
        long id = client.limit("2", "99");

        mirror.book("[99,1,3]");
        mirror.rig.after(2_000);
        mirror.trade("-4", "99");

        assertLeft("1", id);
        mirror.assertCauses(FillCause.SURE);
    }

    @Test
    void shouldSpreadCancelsWhenProportional() {
        begin(QueueModel.PROPORTIONAL);
        long id = client.limit("2", "99");
        mirror.book("[99,3,10]"); // 5 ahead, 5 behind

        mirror.book("[99,2,6]"); // 2 go on each side
        mirror.rig.after(2_000);
        mirror.trade("-3.5", "99");

        assertLeft("1.5", id);
        mirror.assertCauses(FillCause.BY_MODEL);
    }

    @Test
    void shouldTakeCancelsFromAheadWhenOptimistic() {
        begin(QueueModel.OPTIMISTIC);
        long id = client.limit("2", "99");
        mirror.book("[99,3,10]");

        mirror.book("[99,2,6]");
        mirror.rig.after(2_000);
        mirror.trade("-1.5", "99");

        assertLeft("1.5", id);
    }

    @Test
    void shouldFillAMakerThatIsTradedThrough() {
        long near = client.limit("2", "99.5");
        long far = client.limit("3", "99");

        mirror.trade("-4", "98");

        client.assertFilled(near);
        assertLeft("1", far);
        mirror.assertCauses(FillCause.THROUGH, FillCause.THROUGH);
    }

    @Test
    void shouldNotFillAMakerByATradeOfItsOwnSide() {
        long id = client.limit("2", "99.5");

        mirror.trade("4", "101");
        mirror.trade("4", "99.5");

        client.assertNotFilled(id);
    }

    @Test
    void shouldFillAMakerThatTheTouchCrosses() {
        long id = client.limit("2", "99.5");

        mirror.book("[99.4,1,-0.5]");
        assertLeft("1.5", id);
        assertLevel("0", "99.4");
        mirror.book("[99.5,1,-4]");

        client.assertFilled(id);
        assertLevel("-2.5", "99.5");
        mirror.assertCauses(FillCause.CROSSED, FillCause.CROSSED);
    }

    @Test
    void shouldNotKnowWhatLiesAheadBeyondTheWindow() {
        mirror = new MirrorRig(QueueModel.RISK_AVERSE, "P0", 3);
        mirror.book(SNAPSHOT);
        client = mirror.rig.first().watching();
        long id = client.limit("2", "96");

        mirror.trade("-50", "96");
        client.assertNotFilled(id);
        mirror.book("[99,0,1]");
        mirror.book("[96,1,7]");
        mirror.trade("-8", "96");

        assertLeft("1", id);
    }

    @Test
    void shouldKeepAPlaceWhileItsLevelIsOutOfTheWindow() {
        mirror = new MirrorRig(QueueModel.RISK_AVERSE, "P0", 3);
        mirror.book(SNAPSHOT);
        client = mirror.rig.first().watching();
        long id = client.limit("2", "97");

        mirror.book("[97,0,1]"); // pushed out
        mirror.book("[99.5,1,1]");
        mirror.trade("-9", "97");
        client.assertNotFilled(id);
        mirror.trade("-2", "97");

        assertLeft("1", id);
    }

    @Test
    void shouldRefuseOrdersWhileNothingIsKnown() {
        mirror.exchange.mirror().onClosed(1);
        String refusal = client.refused("EXCHANGE LIMIT", "1", "'price':'99'");
        assertEquals("Order not accepted: the market is halted", refusal);

        mirror.subscribe(17, "P0", 25);
        mirror.text("[17," + SNAPSHOT + "]");

        client.limit("1", "99");
    }

    @Test
    void shouldTellClientsOfMaintenance() {
        client.take();
        mirror.text("{'event':'info','code':20060,'msg':'x'}");
        client.refused("EXCHANGE LIMIT", "1", "'price':'99'");
        mirror.text("{'event':'info','code':20061,'msg':'x'}");
        client.limit("1", "99");

        long told = client.take().stream().filter(text -> text.contains("\"code\":2006")).count();
        assertEquals(2, told);
    }

    @Test
    void shouldFollowTheBookThatTellsMost() {
        mirror.subscribe(20, "R0", 25);
        mirror.text("[20,[[1,99,1],[2,101,-1]]]");
        assertLevel("1", "99");

        mirror.book("[99,2,7]");
        assertLevel("1", "99");
        mirror.text("[20,[3,99,0.5]]");

        assertLevel("1.5", "99");
        assertLevel("0", "98");
    }
}
