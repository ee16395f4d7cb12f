package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.intake.MarketConfig;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.SessionState;
import org.junit.jupiter.api.Test;

/** What becomes of a channel whose end the venue refuses. */
class EndRefusedTest {
    private static final ChannelSpec BTC = ChannelSpec.ticker("tBTCUSD");
    private static final ChannelSpec BOOK = ChannelSpec.book("tBTCUSD");

    private final SessionRig rig = new SessionRig(MarketConfig.DEFAULTS, BTC, BOOK);

    private void comeLive() {
        rig.comeLive(7, 8);
        tick();
        rig.receive("[8,[[100,1,2],[101,1,-2]]]");
        rig.drainAll();
        rig.transport.clearSent();
    }

    private void tick() {
        rig.receive("[7,[1,1,1,1,1,1,100,1,1,1]]");
    }

    private long health(int id) {
        return rig.statistics.get(id, Figure.HEALTH);
    }

    private static String notEnded(int number) {
        return "{\"event\":\"unsubscribed\",\"status\":\"FAILED\",\"chanId\":" + number + "}";
    }

    @Test
    void shouldGoOnWithAChannelWhenItsEndWasRefused() {
        comeLive();

        rig.receive(notEnded(7));
        tick();

        assertEquals(0, rig.requests().size());
        assertEquals(Health.LIVE, health(0));
    }

    @Test
    void shouldLeaveAChannelThatIsNotWantedWhenItsEndWasRefused() {
        comeLive();
        rig.session.desk().unsubscribe(rig.channels.get(0));

        rig.receive(notEnded(7));
        tick();

        assertEquals(Health.OFF, health(0));
        assertEquals(0, rig.count(Counter.FRAMES_UNKNOWN));
    }

    @Test
    void shouldConnectAnewWhenABookRunsOnWithoutItsSnapshot() {
        comeLive();
        rig.session.desk().resync(rig.channels.get(1), "its checksum differs");
        rig.turn();
        rig.receive(
                SessionRig.refused(10301, "subscribe: dup", BOOK)
                        .replace("\"code\"", "\"chanId\":8,\"code\""));

        rig.receive(notEnded(8));

        assertEquals(SessionState.DISCONNECTED, rig.state());
        assertTrue(rig.drainAll().toString().contains("the venue does not end the book BTCUSD"));
    }
}
