package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.SessionState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that says neither yes nor no is called that, and what it was about goes on. */
class UnclearAnswersTest {
    private static final String CONF = "{\"event\":\"conf\",\"flags\":229376}";
    private static final String UNCLEAR =
            "the venue's answer to conf was not understood: no status";

    private final SessionRig rig = new SessionRig(Credentials.NONE, false, "tBTCUSD");

    private List<String> confs() {
        return rig.transport.sent().stream().filter(text -> text.contains("\"conf\"")).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"conf\"}",
                "{\"event\":\"conf\",\"status\":null}",
                "{\"event\":\"conf\",\"status\":\"\"}",
                "{\"event\":\"conf\",\"status\":[\"OK\"],\"flags\":229376}"
            })
    void shouldAskOnceMoreWhenTheAnswerToConfHasNoStatus(String answer) {
        rig.comeLive(7);
        rig.transport.clearSent();

        rig.receive(answer);

        assertEquals(List.of("says " + UNCLEAR + "; it is asked again"), rig.drain());
        assertEquals(List.of(CONF), confs());
        rig.receive(answer);
        assertEquals(List.of("says " + UNCLEAR + "; frames may come without numbers"), rig.drain());
        assertEquals(List.of(CONF), confs());
        assertEquals(SessionState.LIVE, rig.state());
    }

    @Test
    void shouldSayNothingWhenTheSecondAnswerIsGood() {
        rig.comeLive(7);
        rig.receive("{\"event\":\"conf\"}");
        rig.drain();

        rig.receive("{\"event\":\"conf\",\"status\":\"OK\"}");

        assertEquals(List.of(), rig.drain());
    }

    @Test
    void shouldCallARefusalOfConfThat() {
        rig.comeLive(7);
        rig.transport.clearSent();

        rig.receive("{\"event\":\"conf\",\"status\":\"FAILED\",\"msg\":\"no\",\"code\":10050}");

        assertEquals(List.of("says the venue refused conf: no (10050)"), rig.drain());
        assertEquals(List.of(), confs());
    }

    @Test
    void shouldTryAnewWhenTheAnswerToTheKeyHasNoStatus() {
        SessionRig account = new SessionRig(SessionRig.KEY, true, "tBTCUSD");
        account.greet();

        account.receive("{\"event\":\"auth\",\"chanId\":0}");

        assertEquals(SessionState.DISCONNECTED, account.state());
        assertEquals(List.of(), account.outcomes);
        List<String> told = account.drain();
        String last = told.get(told.size() - 1);
        assertEquals(
                "DISCONNECTED: the venue's answer to auth was not understood: no status", last);
    }

    @Test
    void shouldStillEndWhenTheKeyIsRefused() {
        SessionRig account = new SessionRig(SessionRig.KEY, true, "tBTCUSD");
        account.greet();

        account.receive("{\"event\":\"auth\",\"status\":\"FAILED\",\"msg\":\"apikey: invalid\"}");

        assertFalse(account.outcomes.isEmpty());
        assertTrue(account.outcomes.get(0).contains("refused the key"));
    }
}
