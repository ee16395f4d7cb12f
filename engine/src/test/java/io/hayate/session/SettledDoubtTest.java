package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.AccountDoubt;
import io.hayate.model.SessionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A look that finds out what was lost ends a doubt on the connection that there is. */
class SettledDoubtTest {
    private static final long ORDER = 20_000_000;
    private static final String BAD = "[0,\"wu\",[\"exchange\",\"USD\",\"1\"]]";

    private final SessionRig rig = new SessionRig(SessionRig.KEY, true, "tBTCUSD");
    private final AccountDoubt doubt = rig.session.doubt();

    @BeforeEach
    void comeLive() {
        rig.comeLive(7);
        doubt.lookedInto(true);
    }

    private boolean mayLeave() {
        return rig.session.mayLeave(1, ORDER);
    }

    private void pass(int seconds) {
        for (int s = 0; s < seconds; s++) {
            rig.pass(1_000);
            rig.receive("[0,\"hb\"]");
            rig.receive("[7,\"hb\"]");
            rig.drain();
        }
    }

    @Test
    void shouldLetOrdersLeaveAgainOnTheSameConnection() {
        rig.receive(BAD);
        long number = doubt.number();
        pass(2);
        assertEquals(SessionState.LIVE, rig.state(), "the dead-man switch would cancel");
        assertFalse(mayLeave());

        doubt.settle(number);
        rig.pass(10);

        assertTrue(mayLeave());
        assertTrue(rig.drain().toString().contains("what was lost of the account is known again"));
    }

    @Test
    void shouldAskForTheWalletsOnceItIsSettled() {
        rig.receive(BAD);
        pass(2);
        String asked = "[0,\"calc\",null,[[\"wallet_exchange_BTC\"],[\"wallet_exchange_USD\"]]]";
        assertFalse(rig.transport.sent().contains(asked));
        doubt.settle(doubt.number());
        rig.pass(10);
        pass(5);

        assertEquals(1, rig.transport.sent().stream().filter(asked::equals).count());
    }

    @Test
    void shouldNotEndByALookThatBeganBeforeTheNewestLoss() {
        rig.receive(BAD);
        long number = doubt.number();
        rig.receive(BAD);
        doubt.settle(number);
        pass(1);
        assertFalse(mayLeave());

        number = doubt.number();
        doubt.suspect("found by the orders");
        doubt.settle(number);
        pass(1);
        assertFalse(mayLeave());

        doubt.settle(doubt.number());
        pass(1);
        assertTrue(mayLeave());
    }

    @Test
    void shouldDoubtAnewWhateverWasSettledBefore() {
        rig.receive(BAD);
        doubt.settle(doubt.number());
        pass(1);
        rig.receive(BAD);
        pass(1);

        assertFalse(mayLeave());
        assertEquals(SessionState.LIVE, rig.state());
    }

    @Test
    void shouldConnectAnewWhenNoLookSettlesIt() {
        rig.receive(BAD);
        pass(16);
        assertEquals(SessionState.DISCONNECTED, rig.state());
    }

    @Test
    void shouldConnectAnewAtOnceWhereNobodyLooks() {
        doubt.lookedInto(false);
        rig.receive(BAD);
        assertEquals(SessionState.DISCONNECTED, rig.state());
    }

    @Test
    void shouldNotBeReadyByALookWhileAListIsMissing() {
        SessionRig other = new SessionRig(SessionRig.KEY, true, "tBTCUSD");
        other.greet();
        other.receive(SessionRig.AUTH_OK);
        other.receive(SessionRig.subscribed(7, "tBTCUSD"));
        other.session.doubt().lookedInto(true);
        other.receive(BAD);
        other.session.doubt().settle(other.session.doubt().number());
        other.pass(1_000);
        assertFalse(other.session.mayLeave(1, ORDER));
    }
}
