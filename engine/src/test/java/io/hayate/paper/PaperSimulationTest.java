package io.hayate.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.CommandType;
import io.hayate.event.TrafficTap;
import io.hayate.model.OrderStatus;
import io.hayate.risk.RiskVerdict;
import io.hayate.venue.fault.ChaosSchedule;
import io.hayate.venue.mirror.FillCause;
import java.math.BigDecimal;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paper orders on the prices of another exchange, whatever goes wrong between the two. */
class PaperSimulationTest {
    private static final int SEEDS = 12;
    private static final double CLOSE = 10;

    private PaperRig rig = new PaperRig(1);

    private void assertTrades() {
        int before = rig.fills.size();
        rig.trader.buy(0.01);
        rig.await(() -> rig.fills.size() > before, 5, "filled");
        rig.await(() -> rig.trader.is(OrderStatus.FILLED), 5, "told of it");
    }

    @Test
    void shouldFillATakerByTheBookOfThePublicExchange() {
        rig.begin();
        BigDecimal mid = rig.account.mirror().mid(PaperRig.SYMBOL);

        assertTrades();

        assertEquals(RiskVerdict.ACCEPTED, rig.trader.verdict);
        BigDecimal paid = rig.fills.get(0).price();
        assertTrue(paid.subtract(mid).abs().doubleValue() < 50, paid + " at " + mid);
        assertFalse(rig.fills.get(0).isMaker());
        rig.assertClean();
    }

    @Test
    void shouldFillAMakerByTheTradesOfThePublicExchange() {
        rig.begin();

        rig.trader.join(0.01);
        rig.await(() -> !rig.fills.isEmpty(), 900, "filled");

        assertTrue(rig.fills.get(0).isMaker());
        long causes = 0;
        for (FillCause cause : FillCause.values()) {
            causes += rig.account.mirror().fills().count(cause);
        }
        assertEquals(rig.fills.size(), causes);
        rig.assertClean();
    }

    @Test
    void shouldHaveTheBookOfThePublicExchange() {
        rig.begin();

        for (int i = 0; i < 60; i++) {
            rig.run(1);
            assertFalse(rig.isHalted());
            assertEquals(rig.trader.mid(), rig.mid());
        }
    }

    /** What breaks, the word of the engine's health that must be told, and how long it takes at most. */
    @ParameterizedTest
    @CsvSource({
        "connection-dropped, , 30",
        "silent lasts=100s, stale, 60",
        "half-open lasts=100s, stale, 60",
        "muted channel=book lasts=150s, stale, 100",
        "heartbeats-only lasts=150s, stale, 100",
        "maintenance length=10s, maintenance, 5",
        "dropped type=data channel=book times=1, gapped, 20",
        "sequence-skipped channel=book times=1, gapped, 20",
        "sequence-repeated channel=book times=1, gapped, 20",
        "sequence-back channel=book times=1, gapped, 20",
        "doubled type=data channel=book times=1, gapped, 20",
        "swapped type=data channel=book times=1, gapped, 20",
        "corrupted type=data channel=book times=1, , 20",
        "cut type=data channel=book times=1, , 20",
        "wrong-checksum times=1, resyncing, 20",
        "wrong-checksum times=6, checksum-bad, 20"
    })
    void shouldHaltWhenTheFeedIsNotToBeTrustedAndGoOnWhenItIs(
            String fault, String health, int seconds) {
        rig.begin();
        rig.trader.join(0.01); // something that could be filled all the while
        rig.run(1);

        rig.controls().faults().add(fault);
        rig.await(rig::isHalted, seconds, "halted");
        rig.await(() -> health == null || rig.trader.healths(health) > 0, 80, "told " + health);
        rig.await(() -> !rig.isHalted() && rig.isHealthy() && rig.isLive(), 400, "live again");

        rig.run(5);
        assertEquals(rig.trader.mid(), rig.mid(), CLOSE); // our order may lie there, or have eaten
        assertTrades();
        rig.assertClean();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "silent lasts=100s",
                "muted channel=book,ticker lasts=150s",
                "connection-dropped",
                "maintenance length=10s"
            })
    void shouldRefuseAnOrderOnADeadFeedAsLive(String fault) {
        rig.begin();
        rig.controls().faults().add(fault);
        rig.await(rig::isHalted, 100, "halted");

        rig.trader.buy(0.01);
        rig.await(() -> rig.trader.verdict != null, 5, "tried");

        assertNotEquals(RiskVerdict.ACCEPTED, rig.trader.verdict);
        assertEquals(0, rig.account.traffic().ordersReceived());
        rig.assertClean();
    }

    @Test
    void shouldRejectEvenWhatReducesAPositionWhileTheFeedIsDead() { // which the engine lets leave
        rig.begin();
        assertTrades();
        int before = rig.fills.size();
        rig.controls().faults().add("silent lasts=100s");
        rig.await(rig::isHalted, 100, "halted");

        rig.trader.sell(0.01);
        rig.await(() -> rig.trader.is(OrderStatus.REJECTED), 10, "rejected");

        assertEquals(RiskVerdict.ACCEPTED, rig.trader.verdict);
        assertTrue(rig.trader.text.contains("the market is halted"), rig.trader.text);
        assertEquals(before, rig.fills.size());
        rig.assertClean();
    }

    @Test
    void shouldFillNothingOnPricesOfADoubtfulFeedWhateverBreaks() {
        int fills = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            rig = new PaperRig(seed).begin();
            for (int i = 0; i < 100; i++) {
                breakOrMend(seed, i);
                if (i % 2 == 0) {
                    rig.trader.join(0.002);
                } else if (i % 4 == 1) {
                    rig.trader.buy(0.002);
                } else {
                    rig.trader.sell(0.002);
                }
                rig.run(3);
            }
            rig.assertClean();
            fills += rig.fills.size();
        }
        assertTrue(fills > 10 * SEEDS, "fills: " + fills);
    }

    /** So that much happens while something begins to be wrong, and while it ends. */
    private void breakOrMend(int seed, int i) {
        if (i % 20 == 5) {
            rig.controls().faults().add("dropped channel=book,trades nth=50");
            ChaosSchedule.of(seed).forEach(rule -> rig.controls().faults().add(rule));
        } else if (i % 20 == 12) {
            rig.controls().faults().clear();
        }
    }

    @Test
    void shouldGoByNoBookUntilItsNextSnapshotWhenTextsAreLostHere() {
        PaperTap tap = new PaperTap(TrafficTap.NONE, 1 << 16);
        rig = new PaperRig(1, tap).begin();

        byte[] large = new byte[1 << 14]; // more than one message may have
        large[0] = '[';
        tap.onOpen(900, true, 0);
        tap.onTextIn(900, new UnsafeBuffer(large), 0, large.length, 0, 0);
        rig.run(1);

        assertTrue(rig.isHalted());
        assertTrue(tap.isSnapshotWanted());
        assertFalse(tap.isSnapshotWanted());
        rig.engine.path().commands().offer(CommandType.RESYNC, bookChannel(), 0);
        rig.await(() -> !rig.isHalted(), 10, "whole again");
        assertTrades();
    }

    private int bookChannel() {
        for (int id = 0; id < rig.engine.path().channels().count(); id++) {
            if (rig.engine.path().channels().get(id).spec().toString().startsWith("book")) {
                return id;
            }
        }
        throw new AssertionError("no book");
    }
}
