package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.TradingPath;
import io.hayate.metrics.Counter;
import io.hayate.model.ChannelSpec;
import io.hayate.order.Order;
import io.hayate.risk.RiskVerdict;
import io.hayate.venue.BookConfig;
import io.hayate.venue.VenueConfig;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Random orders, updates, cancels and batches of them by seeds: in the end the engine and the venue have
 * the same orders open, on the same terms, and the same position.
 */
class OrderOperationsFuzzTest {
    private static final int SEEDS = Integer.getInteger("hayate.fuzz.seeds", 50);
    private static final int SECONDS = 30;
    private static final ChannelSpec TICKER = ChannelSpec.ticker("tBTCUSD");
    private static final VenueConfig VENUE =
            VenueConfig.DEFAULTS
                    .withSymbols(List.of("tBTCUSD"))
                    .withTickersPerSecond(5)
                    .withBooks(new BookConfig(500, 1_000, 20));

    private final Map<RiskVerdict, Integer> verdicts = new EnumMap<>(RiskVerdict.class);

    @Test
    void shouldEndWithWhatTheVenueHas() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            runSeed(seed);
        }

        assertTrue(verdicts.get(RiskVerdict.ACCEPTED) > 50 * SEEDS, verdicts::toString);
        assertTrue(verdicts.getOrDefault(RiskVerdict.COMBINATION, 0) > 0, verdicts::toString);
    }

    private void runSeed(int seed) {
        OperationsTrader trader = new OperationsTrader(seed);
        SimulationRig rig = new SimulationRig(VENUE, seed);
        SimulatedEngine engine = rig.engine(trader, TICKER);
        rig.comeLive(engine);
        rig.simulation.runFor(SECONDS * SECOND);
        trader.rest();
        rig.simulation.runFor(10 * SECOND);
        trader.verdicts.forEach((verdict, times) -> verdicts.merge(verdict, times, Integer::sum));

        VenueRecords venue = new VenueRecords(rig.simulation);
        TradingPath path = engine.path();
        assertEquals(venue.open(), open(path), () -> "seed " + seed);
        assertEquals(venue.position("tBTCUSD"), position(path), () -> "seed " + seed);
        assertEquals(0, path.counters().get(Counter.ORDERS_UNKNOWN), () -> "seed " + seed);
        assertEquals("", path.orders().doubtReason(), () -> "seed " + seed);
        assertEquals(List.of(), rig.simulation.findings());
    }

    private static BigDecimal position(TradingPath path) {
        return new BigDecimal(Double.toString(path.positions().amount(0))).stripTrailingZeros();
    }

    private static Map<Long, String> open(TradingPath path) {
        Map<Long, String> open = new TreeMap<>();
        path.orders()
                .forEach(
                        order -> {
                            if (order.isOpen()) {
                                open.put(order.clientOrderId(), words(order));
                            }
                        });
        return open;
    }

    private static String words(Order order) {
        String price = order.type().isTrailingStop() ? "" : VenueRecords.plain(order.price());
        return order.orderId()
                + " "
                + order.type().wireName()
                + " "
                + VenueRecords.plain(order.remainingAmount())
                + " "
                + price;
    }
}
