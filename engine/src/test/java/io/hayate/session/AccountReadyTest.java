package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.CommandType;
import io.hayate.model.SessionState;
import io.hayate.transport.DisconnectCause;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No new order leaves before the venue has told the account whole on the connection that there is. */
class AccountReadyTest {
    private static final long ORDER = 20_000_000;
    private static final String PS = "[0,\"ps\",[]]";
    private static final String WS = "[0,\"ws\",[]]";
    private static final String OS = "[0,\"os\",[]]";
    private static final String BAD = "[0,\"wu\",[\"exchange\",\"USD\",\"1\"]]";
    private static final String TOLD = "says the account was told whole: new orders may leave";

    private final SessionRig rig = new SessionRig(SessionRig.KEY, true, "tBTCUSD");

    @BeforeEach
    void authenticate() {
        rig.greet();
        rig.receive(SessionRig.AUTH_OK);
        rig.receive(SessionRig.subscribed(7, "tBTCUSD"));
        rig.drain();
    }

    private boolean mayLeave() {
        return rig.session.mayLeave(rig.session.connection(), ORDER);
    }

    private boolean mayCancel() {
        return rig.session.mayLeave(rig.session.connection(), 0);
    }

    private void connectAgain() {
        rig.lose(DisconnectCause.LOST, "gone");
        rig.pass(3_000);
        rig.transport.acceptConnect();
        rig.receive(SessionRig.INFO);
        rig.receive(SessionRig.AUTH_OK);
        rig.receive(SessionRig.subscribed(7, "tBTCUSD"));
    }

    private void pass(int seconds) {
        for (int s = 0; s < seconds; s++) {
            rig.pass(1_000);
            rig.receive("[0,\"hb\"]");
            rig.receive("[7,\"hb\"]");
        }
    }

    @Test
    void shouldLetCancelsLeaveButNoOrderBeforeEachListHasCome() {
        assertEquals(SessionState.LIVE, rig.state());
        for (String list : List.of(PS, WS, OS)) {
            assertFalse(mayLeave());
            assertTrue(mayCancel());
            rig.receive(list);
        }

        assertTrue(mayLeave());
        assertEquals(List.of("wallet ", "report NO_OPEN_ORDERS", TOLD), rig.drain());
    }

    @Test
    void shouldTakeTheListsInAnyOrder() {
        Stream.of(OS, PS, WS).forEach(rig::receive);
        assertTrue(mayLeave());
    }

    @Test
    void shouldWantEachListAgainOnTheNextConnection() {
        rig.tellAccount();
        assertTrue(mayLeave());
        connectAgain();

        assertEquals(SessionState.LIVE, rig.state());
        assertFalse(mayLeave());
        rig.tellAccount();
        assertTrue(mayLeave());
    }

    @ParameterizedTest
    @ValueSource(strings = {PS, WS, OS})
    void shouldNameWhatIsMissingOnceAConnection(String missing) {
        Stream.of(PS, WS, OS).filter(list -> !list.equals(missing)).forEach(rig::receive);
        rig.drain();

        pass(20);

        String name = missing.substring(4, 6);
        List<String> told = rig.drain().stream().filter(text -> text.startsWith("says")).toList();
        assertEquals(1, told.size(), told::toString);
        assertTrue(
                told.get(0)
                        .startsWith(
                                "says the account is not ready, no new order leaves: the venue has not"
                                        + " sent "
                                        + name
                                        + " ("),
                told::toString);
        assertEquals(SessionState.LIVE, rig.state(), "market data goes on");
        assertFalse(mayLeave());
        rig.receive(missing);
        assertTrue(mayLeave());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0,\"ps\",null]",
                "[0,\"ps\",{}]",
                "[0,\"ps\",5]",
                "[0,\"ps\"]",
                "[0,\"ps\",[]"
            })
    void shouldNotTakeForPositionsWhatIsNoList(String frame) {
        rig.receive(WS);
        rig.receive(OS);
        rig.receive(frame);
        assertFalse(mayLeave());
    }

    @Test
    void shouldNeverBeReadyByAListWhoseFrameTellsOfAGap() {
        rig.receive("[0,\"ps\",[],1,0]");
        rig.receive("[0,\"ws\",[],2,0]");
        rig.drain();
        rig.receive("[0,\"os\",[],4,0]");

        assertFalse(mayLeave());
        assertFalse(rig.drain().contains(TOLD));
    }

    @Test
    void shouldDoubtAtOnceWhateverGapItIs() {
        rig.tellAccount();
        for (int gap = 0; gap < 5; gap++) {
            rig.receive(BAD);
            assertTrue(rig.session.doubt().exists());
            for (int s = 0; s < 70 && rig.state() == SessionState.LIVE; s++) {
                assertFalse(mayLeave());
                pass(1);
                rig.drain();
            }
            connectAgain();
            rig.receive(WS);
            rig.receive(OS);
            assertFalse(mayLeave());
            rig.receive(PS);
            assertTrue(mayLeave(), "gap " + gap);
            rig.drain();
        }
    }

    @Test
    void shouldLetTypedOrdersWaitForTheAccount() {
        rig.receive("[7,[100,1,101,1,0,0,100,1,100,100],4,1]");
        rig.commands.offer(CommandType.BUY, 0, 0.01);
        rig.pass(1_000);
        assertFalse(rig.drain().contains("command BUY"));

        rig.tellAccount();
        rig.pass(20);

        List<String> words = rig.drain();
        int told = words.indexOf(TOLD);
        assertTrue(told >= 0 && words.indexOf("command BUY") > told, words::toString);
    }

    @Test
    void shouldAnswerTypedOrdersThoughTheAccountIsNeverTold() {
        rig.receive("[7,[100,1,101,1,0,0,100,1,100,100],4,1]");
        rig.commands.offer(CommandType.BUY, 0, 0.01);
        pass(6);
        assertTrue(rig.drain().contains("command BUY"), "it is refused by name then");
    }
}
