package io.hayate.venue.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.server.VenueClient;
import io.hayate.venue.wire.JsonReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields of {@code auth} and items of {@code calc}, with whatever a client may put there. */
class HostileAuthTest {
    private final FaultRig rig = FaultRig.still();
    private final FaultRig.Client client = rig.demo();
    private final FaultRig.Client other = rig.connect();
    private long nonce = 7_000; // no value is a part of its text

    {
        other.subscribe("ticker").take(); // or it is idle
    }

    @AfterEach
    void othersNoticeNothingAndAllIsInOrder() {
        rig.advance(20_000);

        assertEquals(List.of(), other.take());
        assertEquals(List.of(), rig.exchange().findings());
        assertEquals(1, other.send("{\"event\":\"ping\"}").take().size());
    }

    private FaultRig.Client guest() {
        FaultRig.Client guest = rig.connect();
        guest.take();
        return guest;
    }

    /** What is answered to an {@code auth} that is right but for this field. */
    private List<String> auth(FaultRig.Client guest, String field, String value) {
        String more = ",\"" + field + "\":" + value;
        return guest.send(VenueClient.auth("demo-key-2", "demo-secret-2", ++nonce, more)).take();
    }

    private static void assertJson(List<String> frames, String sent) throws Exception {
        for (String frame : frames) {
            assertNotNull(JsonReader.read(frame), sent);
        }
    }

    /** One answer that says no, and nothing behind it. */
    private static void assertRefused(List<String> answers, String sent) throws Exception {
        assertEquals(1, answers.size(), sent + answers);
        assertTrue(answers.get(0).contains("\"status\":\"FAILED\""), sent + answers);
        assertJson(answers, sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"apiKey", "authSig", "authPayload", "authNonce"})
    void shouldLetNobodyInWhateverAFieldHoldsThatProves(String field) throws Exception {
        for (String value : HostileValues.ALL) {
            FaultRig.Client guest = guest();

            assertRefused(auth(guest, field, value), value);

            guest.leave();
        }
    }

    @Test
    void shouldLetNobodyInByATokenThatIsNone() throws Exception {
        for (String value : HostileValues.ALL) {
            FaultRig.Client guest = guest();

            List<String> answers = auth(guest, "token", value);

            if (!value.equals("null")) { // as good as absent
                assertRefused(answers, value);
            }
            guest.leave();
        }
    }

    @Test
    void shouldBearNoncesOfAnySizeThatAreSigned() throws Exception {
        for (String value : HostileValues.ALL) {
            FaultRig.Client guest = guest();
            String payload = "AUTH" + value.replace("\"", "");
            String signature = VenueClient.sign("demo-secret-2", payload);
            String request =
                    "{\"event\":\"auth\",\"apiKey\":\"demo-key-2\",\"authSig\":\""
                            + signature
                            + "\",\"authNonce\":"
                            + value
                            + ",\"authPayload\":\""
                            + payload
                            + "\"}";

            List<String> answers = guest.send(request).take();

            assertEquals(1, answers.stream().filter(text -> text.contains("\"auth\"")).count());
            assertJson(answers, value);
            guest.leave();
        }
    }

    /** What does not prove who it is: it lets in, or says no, and what follows is served. */
    @ParameterizedTest
    @ValueSource(strings = {"dms", "filter", "caps", "calc", "subId", "chanId", "flags", "event2"})
    void shouldAnswerOnceWhateverAFieldHoldsThatAsks(String field) throws Exception {
        for (String value : HostileValues.ALL) {
            FaultRig.Client guest = guest();

            List<String> answers = auth(guest, field, value);

            assertEquals(
                    1,
                    answers.stream().filter(text -> text.contains("\"event\":\"auth\"")).count(),
                    value + answers);
            assertJson(answers, value);
            guest.buy(1).send("[0,\"oc_multi\",null,{\"all\":1}]");
            rig.advance(200);
            assertJson(guest.take(), value);
            assertEquals(List.of(), rig.exchange().findings(), value);
            guest.leave();
        }
    }

    @Test
    void shouldTakeFiltersOfWordsAlone() throws Exception {
        for (String value : HostileValues.ALL) {
            FaultRig.Client guest = guest();
            if (!value.equals("null")) {
                assertRefused(auth(guest, "filter", "[" + value + ",1]"), value);
            }
            guest.leave();
        }
    }

    @Test
    void shouldAnswerItemsOfCalcInJsonOrNotAtAll() throws Exception {
        List<String> payloads = new ArrayList<>();
        for (String value : HostileValues.ALL) {
            payloads.addAll(List.of(value, "[" + value + "]", "[[" + value + "]]"));
            payloads.add("[[[" + value + "]],[\"balance\"," + value + "]]");
        }
        List<String> words =
                List.of("margin_sym_", "position_", "wallet_", "funding_sym_", "margin_base");
        for (String word : words) {
            for (String end : List.of("", "_", "tNOPE", "fUSD", "tBTCUSD", "exchange_", "a_b_c")) {
                payloads.add("[[\"" + word + end + "\"]]");
                payloads.add("[[\"" + word + end + "x".repeat(3_000) + "\"]]");
            }
        }
        for (String payload : payloads) {
            client.send("[0,\"calc\",null," + payload + "]");
            assertJson(client.take(), payload);
            assertEquals(List.of(), rig.exchange().findings(), payload);
            rig.advance(150); // within eight a second
        }
    }

    @Test
    void shouldRefuseBatchesOfCalcThatAreTooLongOrTooMany() {
        String item = "[\"wallet_exchange_USD\"]";
        client.send("[0,\"calc\",null,[" + (item + ",").repeat(30) + item + "]]");
        assertTrue(client.take().get(0).contains("\"ratelimit: error\""));

        for (int i = 0; i < 8; i++) {
            client.send("[0,\"calc\",null,[" + (item + ",").repeat(29) + item + "]]");
        }
        assertEquals(240, client.take("[0,\"wu\"").size());
        client.send("[0,\"calc\",null,[" + item + "]]");
        assertTrue(client.take().get(0).contains("\"ratelimit: error\""));
        rig.advance(1_000);
        assertEquals(1, client.send("[0,\"calc\",null,[" + item + "]]").take().size());
    }
}
