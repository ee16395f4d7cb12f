package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.event.Event;
import io.hayate.event.EventType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The times that an event carries: when its frame was read, and what came before and after. */
class StampsTest {
    private static final int MARKET_ROOM = SessionRig.RING_SIZE * 3 / 4;

    private final SessionRig rig = new SessionRig(SessionRig.KEY, true, "tBTCUSD");

    @BeforeEach
    void comeLive() {
        rig.comeLive(7);
        ticker(0, 0);
        rig.drain();
    }

    /** A ticker that was read some ns ago, the socket having been looked at some ns before now. */
    private void ticker(long readNs, long lookedNs) {
        rig.transport.lookedTimeNs(rig.nowNs() - lookedNs);
        rig.transport.receive("[7,[1,1,1,1,1,1,1,1,1,1]]", rig.nowNs() - readNs);
    }

    /** Looked, received and decoded of all events of the type that wait, in ns before now. */
    private List<String> stamps(EventType type) {
        List<String> stamps = new ArrayList<>();
        rig.ring.poll(
                event -> {
                    if (event.type() == type) {
                        stamps.add(stamps(event));
                    }
                },
                SessionRig.RING_SIZE);
        return stamps;
    }

    private String stamps(Event event) {
        return (rig.nowNs() - event.lookedTimeNs())
                + " "
                + (rig.nowNs() - event.receiveTimeNs())
                + " "
                + (rig.nowNs() - event.decodedTimeNs());
    }

    @Test
    void shouldStampTickersWhenTheyAreDecoded() {
        ticker(300, 900);
        ticker(300, 900);

        assertEquals(List.of("900 300 0", "900 300 0"), stamps(EventType.TICKER));
    }

    @Test
    void shouldKeepTheStampsOfATickerThatWaitsForRoom() {
        for (int i = 0; i < MARKET_ROOM; i++) {
            ticker(0, 0);
        }
        ticker(300, 900);
        rig.pass(10);
        stamps(EventType.TICKER);
        rig.turn();

        assertEquals(List.of("10000900 10000300 10000000"), stamps(EventType.TICKER));
    }

    @Test
    void shouldGiveAccountEventsTheTimeOfReceiptAlone() {
        rig.transport.lookedTimeNs(rig.nowNs() - 900);
        rig.transport.receive(
                "[0,\"wu\",[\"exchange\",\"USD\",1,0,1,null,null]]", rig.nowNs() - 300);

        assertEquals(List.of("300 300 300"), stamps(EventType.WALLET_UPDATE));
    }
}
