package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.CommandType;
import io.hayate.event.OrderIntent;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instrument;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderStatus;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import io.hayate.model.Side;
import io.hayate.simulation.SimulationRig.Trader;
import io.hayate.venue.VenueConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

/** After a loss of which the venue learns late, the old connection's dead-man switch may cancel new orders. */
class DeadManNewsTest {
    private static final String TOLD = "which nobody here asked for: the dead-man switch";

    private final SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS, 1);
    private final SimulatedEngine engine =
            rig.engine(new Trader(1_000_000), ChannelSpec.ticker("tBTCUSD"));

    private void rest() {
        OrderIntent intent = OrderIntent.allocate().begin(OrderOperation.NEW, 0);
        intent.type(OrderType.EXCHANGE_LIMIT).side(Side.BUY).amount(0.01);
        assertTrue(engine.path().commands().offer(intent.price(Price.rounded(80_000))));
        rig.simulation.runFor(2 * SECOND);
        assertEquals(1, engine.path().orders().openOrders(), () -> told().toString());
    }

    private List<String> told() {
        rig.await(() -> true, () -> "nothing");
        return rig.told();
    }

    private boolean isTold() {
        return told().stream().anyMatch(line -> line.contains(TOLD));
    }

    @Test
    void shouldTellThatTheSwitchOfTheConnectionBeforeMayHaveCanceled() {
        rig.comeLive(engine);
        rig.simulation.runFor(5 * SECOND);
        engine.faults().get(0).halfOpen(true, true);
        long before = engine.path().session().connection();
        assertTrue(
                rig.simulation.runUntil(
                        () ->
                                engine.path().session().connection() > before
                                        && SimulationRig.isLive(engine),
                        200 * SECOND),
                () -> told().toString());
        rig.simulation.runFor(2 * SECOND);
        rest();

        rig.simulation.runFor(100 * SECOND);

        assertEquals(OrderStatus.CANCELED, engine.path().orders().lastOrder().status());
        assertTrue(isTold(), () -> told().toString());
    }

    @Test
    void shouldNotBlameItForWhatWasAskedFor() {
        rig.comeLive(engine);
        engine.path().commands().offer(CommandType.RECONNECT);
        rig.simulation.runFor(20 * SECOND);
        rest();
        assertTrue(engine.path().commands().offer(cancelAll()));
        rig.simulation.runFor(5 * SECOND);

        assertEquals(OrderStatus.CANCELED, engine.path().orders().lastOrder().status());
        assertTrue(!isTold(), () -> told().toString());
    }

    private static OrderIntent cancelAll() {
        return OrderIntent.allocate().begin(OrderOperation.CANCEL_ALL, Instrument.NONE);
    }
}
