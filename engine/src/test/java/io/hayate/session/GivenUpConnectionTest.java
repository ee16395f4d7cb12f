package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.Counter;
import io.hayate.model.SessionState;
import io.hayate.transport.DisconnectCause;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the venue says of the account behind the frame for which its connection is given up. */
class GivenUpConnectionTest {
    private static final String STOP =
            "{\"event\":\"info\",\"code\":20051,\"msg\":\"Stopping. Please try to reconnect\"}";
    private static final String ANSWER =
            "[0,\"n\",[1575287438515,\"on-req\",null,null,[77,null,20000000,\"tBTCUSD\",null,null,0.1,"
                    + "0.1,\"EXCHANGE MARKET\"],null,\"SUCCESS\",\"Submitting\"]]";

    private final SessionRig rig = new SessionRig(SessionRig.KEY, true, "tBTCUSD");

    @BeforeEach
    void comeLive() {
        rig.comeLive(7);
        rig.drain();
    }

    private static String fill(int number) {
        return "[0,\"te\",["
                + number
                + ",\"tBTCUSD\",1575287438760,77,0.01,113940,\"EXCHANGE MARKET\",113940,-1,null,null,"
                + "20000000]]";
    }

    private List<String> reports() {
        return rig.drain().stream().filter(word -> word.startsWith("report")).toList();
    }

    @Test
    void shouldTakeWhatLiesBehindTheNewsThatTheVenueStops() {
        rig.receiveInOneRead(STOP, ANSWER, fill(1));
        rig.receive(fill(2));

        assertEquals(SessionState.DISCONNECTED, rig.state());
        assertEquals(3, reports().size());
    }

    @Test
    void shouldTakeWhatStillComesWhenItGivesTheConnectionUpItself() {
        rig.session.reconnect("for a reason");

        rig.receiveInOneRead(ANSWER, fill(1));

        assertEquals(2, reports().size());
    }

    @Test
    void shouldTakeNeitherListsNorMarketDataThatComeLate() {
        rig.session.reconnect("for a reason");
        rig.drainAll();

        rig.receiveInOneRead(
                "[0,\"os\",[]]",
                "[0,\"ws\",[[\"exchange\",\"USD\",1,0,1]]]",
                "[7,[1,1,1,1,1,1,1,1,1,1]]",
                "[0,\"hb\"]",
                "[0,\"te\",[",
                "{\"event\":\"auth\",\"status\":\"OK\"}",
                "nonsense");

        assertEquals(List.of(), rig.drainAll());
        assertEquals(SessionState.DISCONNECTED, rig.state());
    }

    @Test
    void shouldLoseNoneThatFindsTheRingFull() {
        int fills = 2 * SessionRig.RING_SIZE;
        String[] burst = new String[fills + 1];
        burst[0] = STOP;
        for (int i = 1; i <= fills; i++) {
            burst[i] = fill(i);
        }
        rig.receiveInOneRead(burst);
        assertTrue(rig.transport.kept() > 0);

        List<String> taken = new ArrayList<>();
        for (int turns = 0; turns < 10; turns++) {
            taken.addAll(reports());
            rig.turn();
        }

        assertEquals(fills, taken.size());
        assertTrue(rig.count(Counter.READS_PAUSED) > 0);
    }

    @Test
    void shouldBeginAnewOnTheNextConnection() {
        rig.receiveInOneRead(STOP, fill(1));
        rig.lose(DisconnectCause.CLOSED_BY_US, "1000");
        rig.pass(2_000);
        assertEquals(2, rig.transport.connects());

        rig.transport.acceptConnect();
        rig.receive(SessionRig.INFO);
        rig.receive(SessionRig.AUTH_OK);
        rig.receive(SessionRig.subscribed(17, "tBTCUSD"));

        assertEquals(SessionState.LIVE, rig.state());
    }
}
