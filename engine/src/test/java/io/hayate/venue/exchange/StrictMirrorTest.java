package io.hayate.venue.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.QueueModel;
import io.hayate.venue.mirror.MirrorTrust;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A market that goes by proven and young books alone. */
class StrictMirrorTest {
    private static final MirrorTrust TRUST = new MirrorTrust(true, 30_000, 60_000);
    private static final String SNAPSHOT = "[[99,1,5],[98,1,10],[101,1,-5],[102,1,-10]]";
    private static final String HALTED = "Order not accepted: the market is halted";

    private MirrorRig mirror;
    private TradingClient client;
    private long number;

    @BeforeEach
    void begin() {
        mirror = new MirrorRig(QueueModel.RISK_AVERSE, "P0", 25, TRUST);
        mirror.text("{'event':'conf','status':'OK','flags':196608}");
        numbered(SNAPSHOT);
        client = mirror.rig.first().watching();
        mirror.rig.after(10);
    }

    @AfterEach
    void audit() {
        mirror.assertSound();
    }

    /** A text of the book with the next number. */
    private void numbered(String rows) {
        mirror.text("[" + MirrorRig.BOOK + "," + rows + "," + ++number + "]");
    }

    private void again() {
        mirror.text("{'event':'unsubscribed','status':'OK','chanId':" + MirrorRig.BOOK + "}");
        mirror.subscribe(MirrorRig.BOOK, "P0", 25);
    }

    private void assertHalted() {
        assertTrue(mirror.exchange.mirror().isHalted("tBTCUSD"));
        assertEquals(HALTED, client.refused("EXCHANGE LIMIT", "1", "'price':'101'"));
    }

    private void assertTrades() {
        assertFalse(mirror.exchange.mirror().isHalted("tBTCUSD"));
        client.assertFilled(client.limit("0.1", "101"));
    }

    @Test
    void shouldTradeWhileNothingIsWrong() {
        numbered("[99,1,6]");
        assertTrades();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 0, -1, -2, 5})
    void shouldHaltAtAnyOtherNumberThanTheNext(long more) {
        number += more == 0 ? -1 : more;

        numbered("[99,1,6]");

        assertHalted();
        numbered("[99,1,7]");
        assertHalted();
    }

    @Test
    void shouldGoOnWithTheNextSnapshotAlone() {
        number++;
        numbered("[99,1,6]");
        again();
        assertHalted();

        numbered(SNAPSHOT);

        assertTrades();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[7,[99,1,", "nonsense", "{'event'", "[7,[99,'x',1]]"})
    void shouldHaltAtATextThatCannotBeRead(String text) {
        mirror.text(text);

        assertHalted();
    }

    @Test
    void shouldFillNoMakerByTradesOrRowsWhileItIsHalted() {
        long id = client.limit("1", "99");
        number++;
        numbered("[98,1,11]");

        mirror.trade("-20", "98");
        numbered("[98.5,1,-3]");

        client.assertNotFilled(id);
        again();
        numbered("[[98,1,10],[98.5,1,-3],[101,1,-5]]");
        client.assertFilled(id);
    }

    @Test
    void shouldHaltWhenAChecksumDoesNotFit() {
        again();
        numbered("[[6000,1,1],[5900,1,2],[6100,1,-3],[6200,1,-4]]");
        numbered("'cs',1756193398");
        assertFalse(mirror.exchange.mirror().isHalted("tBTCUSD"));

        numbered("[5900,1,2.5]");
        numbered("'cs',1756193398");

        assertHalted();
    }

    @Test
    void shouldProveABookThatRowsHaveChanged() {
        again();
        numbered("[[6000,1,1],[5950,1,7],[5900,1,1],[6100,1,-3],[6150,2,-1]]");
        numbered("[5950,0,1]");
        numbered("[6150,0,-1]");
        numbered("[5900,1,2]");
        numbered("[6200,1,-4]");

        numbered("'cs',1756193398");

        assertFalse(mirror.exchange.mirror().isHalted("tBTCUSD"));
    }

    @Test
    void shouldGoOnWithWhatAChecksumProvesAfterOneThatDidNotFit() {
        again();
        numbered("[[6000,1,1],[5900,1,2.5],[6100,1,-3],[6200,1,-4]]");
        numbered("'cs',1756193398");
        assertTrue(mirror.exchange.mirror().isHalted("tBTCUSD"));

        numbered("[5900,1,2]");
        numbered("'cs',1756193398");

        assertFalse(mirror.exchange.mirror().isHalted("tBTCUSD"));
        assertEquals(new BigDecimal("2"), client.level("5900"));
    }

    @Test
    void shouldHaltWhileBidsMeetAsksForLong() {
        numbered("[101,1,3]");
        assertFalse(mirror.exchange.mirror().isHalted("tBTCUSD"));
        mirror.rig.after(1_100);
        assertTrue(mirror.exchange.mirror().isHalted("tBTCUSD"));

        numbered("[101,0,1]");

        assertTrades();
    }

    @Test
    void shouldHaltAtTheEndOfItsChannel() {
        mirror.text("{'event':'unsubscribed','status':'OK','chanId':" + MirrorRig.BOOK + "}");

        assertHalted();
    }

    @Test
    void shouldHaltWhenItsConnectionEnds() {
        mirror.exchange.mirror().onClosed(1);

        assertHalted();
    }

    @Test
    void shouldHaltFromMaintenanceToTheNextSnapshot() {
        mirror.text("{'event':'info','code':20060,'msg':''}");
        assertHalted();
        numbered("[99,1,6]");
        assertHalted();
        mirror.text("{'event':'info','code':20061,'msg':''}");
        assertHalted();

        again();
        numbered(SNAPSHOT);

        assertTrades();
    }

    @Test
    void shouldHaltInSilenceAndGoOnWithTheNextRow() {
        mirror.rig.after(29_000);
        assertFalse(mirror.exchange.mirror().isHalted("tBTCUSD"));

        mirror.rig.after(1_500);
        assertHalted();

        numbered("[98,1,11]");
        assertTrades();
    }

    @Test
    void shouldHaltWhenHeartbeatsAloneAreHeard() {
        for (int i = 0; i < 3; i++) {
            mirror.rig.after(19_900);
            assertFalse(mirror.exchange.mirror().isHalted("tBTCUSD"));
            numbered("'hb'");
        }

        mirror.rig.after(1_000);

        assertHalted();
    }

    @Test
    void shouldHaltWhenTextsWereLostHere() {
        mirror.exchange.mirror().onLost();

        assertHalted();
    }

    @Test
    void shouldLetOrdersBeCanceledWhileItIsHalted() {
        long id = client.limit("1", "99");
        mirror.exchange.mirror().onLost();

        client.cancel(id);

        client.assertStatus("CANCELED", id);
    }
}
