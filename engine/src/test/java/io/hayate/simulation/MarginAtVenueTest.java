package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ChannelSpec;
import io.hayate.portfolio.ToldPosition;
import io.hayate.portfolio.VenueHoldings;
import io.hayate.simulation.SimulationRig.Trader;
import io.hayate.venue.VenueConfig;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Margin positions that another program makes on the account are seen as the exchange tells them. */
class MarginAtVenueTest {
    private static final String ORDER =
            "{'type':'MARKET','symbol':'tBTCUSD','amount':'%s','cid':%d}";

    private final SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS, 1);
    private SimulatedEngine engine;
    private OtherProgram other;

    @BeforeEach
    void comeLive() {
        other = new OtherProgram(rig.simulation, SimulationRig.DEMO, "demo-secret", "10.9.0.1");
        rig.simulation.runFor(SECOND);
        other.input("on", ORDER.formatted("0.02", 1));
        engine = rig.engine(new Trader(1_000_000), ChannelSpec.ticker("tBTCUSD"));
        rig.comeLive(engine);
        rig.simulation.runFor(SECOND);
    }

    private VenueHoldings told() {
        return engine.path().positions().portfolio().atVenue();
    }

    private ToldPosition position() {
        List<ToldPosition> positions = told().positions();
        assertEquals(1, positions.size());
        return positions.get(0);
    }

    @Test
    void shouldKnowThoseOfTheListOfTheStart() {
        assertEquals("tBTCUSD", position().symbol());
        assertEquals(0.02, position().amount());
        assertTrue(position().basePrice() > 0);
        assertEquals(0, engine.path().positions().amount(0)); // no fill of ours
    }

    @Test
    void shouldFollowChangesUntilTheEnd() {
        other.input("on", ORDER.formatted("0.03", 2));
        rig.simulation.runFor(SECOND);
        assertEquals(0.05, position().amount());
        other.input("on", ORDER.formatted("-0.05", 3));
        rig.simulation.runFor(SECOND);
        assertEquals(0, told().positionRows().count());
        other.input("on", ORDER.formatted("-0.01", 4));
        rig.simulation.runFor(SECOND);
        assertEquals(-0.01, position().amount());
    }

    @Test
    void shouldForgetThoseThatANewConnectionDoesNotList() {
        engine.faults().get(0).loseSentDown(); // as of now, of this connection
        other.input("on", ORDER.formatted("-0.02", 2));
        rig.simulation.runFor(SECOND);
        assertEquals(0.02, position().amount());
        engine.path().session().reconnect("a test");
        rig.simulation.runFor(30 * SECOND);
        assertTrue(SimulationRig.isLive(engine));
        assertEquals(0, told().positionRows().count());
    }
}
