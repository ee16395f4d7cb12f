package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.WalletUpdate;
import io.hayate.order.Balances;
import io.hayate.transport.DisconnectCause;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lists of the account say of what was there before, the empty ones, too. */
class AccountListsTest {
    private final SessionRig rig = new SessionRig(SessionRig.KEY, false, "tBTCUSD");
    private final Balances balances = new Balances();
    private final WalletUpdate wallet = new WalletUpdate();

    @BeforeEach
    void comeLive() {
        rig.comeLive(7);
        receive("[0,\"ws\",[[\"exchange\",\"USD\",5,0,5],[\"margin\",\"BTC\",1,0,1]],1,0]");
        assertEquals(2, balances.size());
    }

    private void receive(String frame) {
        rig.receive(frame);
        rig.ring.poll(
                event -> {
                    if (event.type() == EventType.WALLET_UPDATE) {
                        balances.onWallet(event, wallet.wrap(event));
                    }
                },
                SessionRig.RING_SIZE);
    }

    @Test
    void shouldLeaveNoWalletWhenTheListIsEmpty() {
        receive("[0,\"ws\",[],2,0]");

        assertEquals(0, balances.size());
        assertTrue(Double.isNaN(balances.balance("exchange", "USD")));
    }

    @Test
    void shouldLeaveNoWalletThatAShorterListLeavesOut() {
        receive("[0,\"ws\",[[\"margin\",\"BTC\",2,0,2]]]");

        assertEquals(1, balances.size());
        assertEquals(2, balances.balance("margin", "BTC"));
    }

    @Test
    void shouldLeaveNoWalletWhenTheListOfTheNextConnectionIsEmpty() {
        rig.lose(DisconnectCause.LOST, "gone");
        rig.pass(3_000);
        rig.transport.acceptConnect();
        rig.comeLive(8);

        receive("[0,\"ws\",[ ]]");
        receive("[0,\"wu\",[\"exchange\",\"EUR\",1,0,1]]");

        assertEquals(1, balances.size());
    }

    @Test
    void shouldTellTheEmptyListAsOneWholeFrame() {
        rig.receive("[0,\"ws\",[]]");

        rig.ring.poll(AccountListsTest::checkWhole, SessionRig.RING_SIZE);
    }

    private static void checkWhole(Event event) {
        boolean isWallet = event.type() == EventType.WALLET_UPDATE;
        assertTrue(!isWallet || (event.isFirst() && event.isLast()));
    }
}
