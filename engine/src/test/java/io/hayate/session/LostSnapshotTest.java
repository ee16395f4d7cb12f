package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.intake.MarketConfig;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.SessionState;
import io.hayate.transport.DisconnectCause;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No change is taken in the place of a snapshot that may be lost. */
class LostSnapshotTest {
    private static final ChannelSpec BOOK = ChannelSpec.book("tBTCUSD");
    private static final ChannelSpec TRADES = ChannelSpec.trades("tBTCUSD");

    private final SessionRig rig = new SessionRig(MarketConfig.DEFAULTS, BOOK, TRADES);

    @BeforeEach
    void comeLive() {
        rig.comeLive(7, 8);
        rig.receive("[7,[[100,1,2],[101,1,-2]],1]");
        rig.receive("[8,[[1,1574694605000,0.5,100]],2]");
    }

    private long health() {
        return rig.statistics.get(0, Figure.HEALTH);
    }

    private List<String> entries() {
        return rig.drainAll().stream()
                .filter(text -> text.matches("(set|delete|no entry).*"))
                .toList();
    }

    @Test
    void shouldAskForABookOnceMoreWhenANumberIsMissingBeforeItsSnapshot() {
        rig.receive("[8,\"te\",[2,1574694605000,0.5,100],4]"); // all come anew
        rig.receive(SessionRig.subscribed(17, BOOK));
        rig.receive("[17,[[100,1,2],[101,1,-2]],6]"); // and once more, on another connection
        rig.lose(DisconnectCause.CLOSED_BY_US, "closed");
        rig.pass(3_000);
        rig.transport.acceptConnect();
        rig.receive(SessionRig.INFO);
        rig.receive(SessionRig.subscribed(27, BOOK));
        rig.receive(SessionRig.subscribed(28, TRADES));
        rig.receive("[28,\"hb\",1]");
        rig.drainAll();
        rig.transport.clearSent();

        rig.receive("[28,\"te\",[3,1574694605000,0.5,100],3]");
        rig.receive("[27,[100,0,1],4]");
        rig.turn();

        assertEquals(SessionState.LIVE, rig.state());
        assertEquals(Health.GAPPED | Health.RESYNCING, health());
        assertEquals(List.of(), entries());
        assertTrue(rig.requests().contains("{\"event\":\"unsubscribe\",\"chanId\":27}"));
    }

    @Test
    void shouldTakeASnapshotAloneOfABookThatMayNotBeAskedForAgainSoSoon() {
        for (int id = 7; id <= 40; id += 11) { // the fourth time within a minute
            rig.receive("[" + id + ",[[100,1,2],[101,1");
            if (id < 40) {
                rig.receive(SessionRig.subscribed(id + 11, BOOK));
            }
        }
        rig.drainAll();

        rig.receive("[40,[100,1,2]]");
        rig.turn();
        assertEquals(List.of(), entries());
        assertTrue((health() & Health.GAPPED) != 0);

        rig.receive("[40,[[100,1,2],[101,1,-2]]]");
        rig.turn();
        assertEquals(List.of("set BUY 100.0 in snapshot", "set SELL 101.0 in snapshot"), entries());
        assertEquals(Health.LIVE, health());
    }
}
