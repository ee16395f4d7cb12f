package io.hayate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.EngineRig;
import io.hayate.event.CommandType;
import io.hayate.metrics.AllocationMeter;
import io.hayate.metrics.Counter;
import io.hayate.risk.RiskVerdict;
import io.hayate.venue.server.SimulatedVenue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the summary says of an engine that is live. */
class SummarySystemTest {
    @TempDir private Path state;

    private SimulatedVenue venue;
    private EngineRig rig;

    @BeforeEach
    void start() {
        venue = SimulatedVenue.start(EngineRig.stillVenue());
        rig = new EngineRig(venue.url(), state, Map.of("trading.order-amount-max", "0.02"));
        rig.awaitLive();
    }

    @AfterEach
    void stop() {
        rig.close();
        venue.close();
    }

    @Test
    void shouldTellWhyOrdersWereRefusedHereEachReasonWithItsCount() {
        rig.engine.commands().offer(CommandType.BUY, 0, 0.03);
        rig.engine.commands().offer(CommandType.BUY, 0, 0.03);
        rig.engine.commands().offer(CommandType.SELL, 0, -1);
        rig.await(() -> rig.count(Counter.ORDERS_REFUSED) == 3, "three refusals");

        String text = new SessionSummary(rig.engine).text();

        assertTrue(text.contains("3 orders refused here"), text);
        assertTold(text, 2, RiskVerdict.ORDER_AMOUNT);
        assertTold(text, 1, RiskVerdict.AMOUNT);
    }

    private static void assertTold(String text, int count, RiskVerdict reason) {
        String words = count + ": " + reason.reason();
        assertTrue(text.lines().anyMatch(line -> line.endsWith(words)), text);
    }

    @Test
    void shouldTellWhatIsAllocatedOnceApartFromWhatEachEventAllocates() {
        AllocationMeter meter = rig.engine.allocations();
        meter.sample(true, 0, 0);
        meter.sample(true, 0, Long.MAX_VALUE / 2); // live and warm: the window opens
        rig.engine.commands().offer(CommandType.BUY, 0, 0.01);
        rig.await(() -> rig.engine.positions().units(0) == 1_000_000, "a fill");
        meter.sample(true, 1_000_000_000, Long.MAX_VALUE / 2 + 1); // the recorder keeps its words

        List<String> told = new SessionSummary(rig.engine).allocated();

        assertTrue(told.get(0).matches("0\\.\\d\\d bytes per event .*"), told.toString());
        assertEquals(meter.bytes() + " B in all", told.get(1));
        assertEquals("all of it in 1 of 1 sample of 0.1 s; 0 B in the others", told.get(2));
    }
}
