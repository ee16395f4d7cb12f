package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.AccountState;
import io.hayate.metrics.Counter;
import io.hayate.model.ChannelSpec;
import io.hayate.model.OrderStatus;
import io.hayate.order.Order;
import io.hayate.risk.RiskVerdict;
import io.hayate.venue.VenueConfig;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Frames of the account are lost while an order rests that a fresh connection would cancel: the history
 * tells what was in them, on the connection that there is.
 */
class AccountGapTest {
    private final HandTrader trader = new HandTrader();
    private SimulationRig rig;
    private SimulatedEngine engine;
    private VenueRecords venue;
    private Order resting;

    @BeforeEach
    void comeLive() {
        rig = new SimulationRig(VenueConfig.DEFAULTS, 11);
        engine = rig.engine(trader, ChannelSpec.ticker("tBTCUSD"));
        venue = new VenueRecords(rig.simulation);
        rig.comeLive(engine);
        rig.simulation.runFor(20 * SECOND); // there is a price
        resting = trader.rest();
        rig.simulation.runFor(SECOND);
        assertEquals(OrderStatus.ACTIVE, resting.status());
    }

    private long count(Counter counter) {
        return engine.path().counters().get(counter);
    }

    private void assertAllIsKnown(double position) {
        assertEquals(AccountState.READY, trader.context().accountState());
        assertEquals(0, count(Counter.RECONNECTS));
        assertEquals(OrderStatus.ACTIVE, resting.status());
        assertEquals(1, venue.open().size(), "the dead-man switch has canceled nothing");
        assertEquals(position, engine.path().positions().amount(0));
        assertEquals(1, engine.path().orders().openOrders());
        for (String currency : List.of("BTC", "USD")) {
            double told = trader.context().balance("exchange", currency);
            assertEquals(venue.balance(currency), told, currency);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dropped channel=account type=on-req times=1",
                "dropped channel=account type=te times=1",
                "dropped channel=account type=oc times=1",
                "dropped channel=account type=tu times=1",
                "dropped channel=account type=wu times=1",
                "dropped channel=account times=9",
                "corrupted channel=account type=oc times=1",
                "cut channel=account type=te times=1",
                "account-sequence-back channel=account type=oc times=1",
                "sequence-skipped channel=account type=tu times=1"
            })
    void shouldFindOutWhatWasLostWithoutAFreshConnection(String fault) {
        rig.controls().faults().add(fault);
        Order lost = trader.buy();
        rig.simulation.runFor(2 * SECOND);
        rig.controls().faults().clear();
        rig.simulation.runFor(60 * SECOND);

        assertEquals(OrderStatus.FILLED, lost.status());
        assertAllIsKnown(0.02);
        assertTrue(count(Counter.ACCOUNT_DOUBTS) >= 1);
        Order next = trader.buy();
        rig.simulation.runFor(SECOND);
        assertEquals(OrderStatus.FILLED, next.status());
        assertAllIsKnown(0.04);
    }

    @Test
    void shouldFindOutAllOfSeveralLosses() {
        rig.controls().faults().add("dropped channel=account every=3");
        Order first = trader.buy();
        rig.simulation.runFor(20 * SECOND);
        rig.controls().faults().clear();
        rig.simulation.runFor(60 * SECOND);

        assertEquals(OrderStatus.FILLED, first.status());
        assertAllIsKnown(0.02);
    }

    /** Nothing is known as long as nobody answers, so nothing leaves, and nothing is canceled. */
    @Test
    void shouldWaitWhileTheHistoryDoesNotAnswer() {
        engine.historyFaults().refuse(4);
        rig.controls().faults().add("dropped channel=account type=te times=1");
        Order lost = trader.buy();
        rig.simulation.runFor(30 * SECOND);
        assertEquals(AccountState.RESYNC, trader.context().accountState());
        assertEquals(
                RiskVerdict.ACCOUNT_DOUBT_HELD, trader.context().buy(trader.instrument(), 0.01));
        assertEquals(1, venue.open().size());

        rig.simulation.runFor(120 * SECOND);
        assertEquals(OrderStatus.FILLED, lost.status());
        assertAllIsKnown(0.02);
    }

    /** Without an order that rests there is nothing to lose: a fresh connection tells the most. */
    @Test
    void shouldConnectAnewWhenNothingRests() {
        trader.context().cancel(resting);
        rig.simulation.runFor(SECOND);
        rig.controls().faults().add("dropped channel=account times=1");
        Order lost = trader.buy();
        rig.simulation.runFor(60 * SECOND);

        assertEquals(1, count(Counter.RECONNECTS));
        assertEquals(OrderStatus.FILLED, lost.status());
        assertEquals(AccountState.READY, trader.context().accountState());
    }
}
