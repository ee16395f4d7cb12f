package io.hayate.venue.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.server.VenueClient;
import io.hayate.venue.wire.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every field of every input of an account, with whatever a client may put there: answers are JSON, the other
 * client notices nothing, and the venue's money, orders, books and positions stay in order.
 */
class HostileInputsTest {
    private static final String ORDER =
            "\"type\":\"EXCHANGE LIMIT\",\"symbol\":\"tBTCUSD\",\"amount\":\"0.01\",\"price\":\"1000\"";
    private static final List<String> VALUES = HostileValues.ALL;

    private final FaultRig rig = FaultRig.still();
    private final FaultRig.Client client = rig.demo();
    private final FaultRig.Client other = rig.connect();

    {
        other.take();
    }

    /** The fields of each input, by its type and the rest of its payload. */
    static List<String> inputs() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(
                "on," + ORDER,
                "type symbol amount price cid gid flags tif meta lev price_aux_limit price_trailing"
                        + " price_oco_stop cid_oco");
        fields.put("on," + ORDER + ",\"flags\":16384", "price_oco_stop cid_oco");
        fields.put("on," + ORDER.replace("EXCHANGE LIMIT", "STOP LIMIT"), "price_aux_limit");
        fields.put("on," + ORDER.replace("EXCHANGE LIMIT", "TRAILING STOP"), "price_trailing");
        fields.put(
                "ou,\"cid\":1,\"cid_date\":\"2025-11-24\"",
                "id cid cid_date gid price amount delta lev flags tif meta price_aux_limit"
                        + " price_trailing");
        fields.put("oc,\"cid\":1,\"cid_date\":\"2025-11-24\"", "id cid cid_date");
        fields.put("oc_multi,\"x\":1", "id cid gid all");
        fields.put(
                "fon,\"type\":\"LIMIT\",\"symbol\":\"fUSD\",\"amount\":\"500\",\"rate\":\"0.0002\"",
                "type symbol amount rate period flags");
        fields.put("foc,\"x\":1", "id");
        fields.put("n,\"x\":1", "type info");
        List<String> inputs = new ArrayList<>();
        fields.forEach(
                (input, names) ->
                        List.of(names.split(" ", -1))
                                .forEach(name -> inputs.add(input + ",\"" + name + "\":?")));
        return inputs;
    }

    @AfterEach
    void othersNoticeNothingAndAllIsInOrder() {
        rig.advance(1_000);

        assertEquals(List.of(), other.take());
        assertEquals(List.of(), rig.exchange().findings());
        assertEquals(1, other.send("{\"event\":\"ping\"}").take().size());
    }

    private void assertJson(String sent) throws Exception {
        for (String frame : client.take()) {
            assertNotNull(JsonReader.read(frame), sent);
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void shouldAnswerInJsonWhateverAFieldHolds(String input) throws Exception {
        String type = input.substring(0, input.indexOf(','));
        String payload = "{" + input.substring(input.indexOf(',') + 1) + "}";
        for (String value : VALUES) {
            client.buy(1); // for those that name it
            String filled = payload.replace("?", value);
            String text = "[0,\"" + type + "\",null," + filled + "]";
            client.send(text);
            client.send("[0,\"ox_multi\",null,[[\"" + type + "\"," + filled + "]]]");
            assertJson(text);
            client.send("[0,\"oc_multi\",null,{\"all\":1}]");
            assertEquals(List.of(), rig.exchange().findings(), text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"on", "ou", "oc", "oc_multi", "ox_multi", "calc", "fon", "foc", "n", "x"})
    void shouldRefuseEachInputOfWhoIsInNoAccount(String type) {
        FaultRig.Client stranger = rig.connect();
        stranger.take();

        stranger.send("[0,\"" + type + "\",null,{" + ORDER + "}]");

        assertEquals(
                List.of("{\"event\":\"error\",\"msg\":\"auth: invalid\",\"code\":10100}"),
                stranger.take());
    }

    @ParameterizedTest
    @CsvSource({"amount, 0", "amount, -0", "amount, NaN", "price, -1", "price, 0", "price, 1e30"})
    void shouldRefuseAmountsAndPricesThatAreNone(String name, String value) {
        client.send("[0,\"on\",null,{" + ORDER + ",\"" + name + "\":\"" + value + "\"}]");

        List<String> answers = client.take();
        assertEquals(1, answers.size(), answers.toString());
        assertTrue(answers.get(0).contains(",\"ERROR\",\""), answers.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"35184372088832", "-1", "1.5", "\"x\"", "1e30", "[]"})
    void shouldRefuseIdsOfClientsThatAreNone(String cid) {
        client.send("[0,\"on\",null,{" + ORDER + ",\"cid\":" + cid + "}]");

        String answer = client.take().get(0);
        assertTrue(answer.endsWith(",\"ERROR\",\"cid: invalid\"]]"), answer);
    }

    @Test
    void shouldLetNobodyTouchOrdersOfOthers() {
        String id =
                client.buy(1)
                        .take("[0,\"on\"")
                        .get(0)
                        .replaceAll("^\\[0,\"on\",\\[(\\d+),.*", "$1");
        FaultRig.Client second = rig.connect();
        second.send(VenueClient.auth("demo-key-2", "demo-secret-2", 9_000, ""));
        second.take();

        second.send("[0,\"oc\",null,{\"id\":" + id + "}]");
        second.send("[0,\"ou\",null,{\"id\":" + id + ",\"price\":\"2000\"}]");
        second.send("[0,\"oc_multi\",null,{\"id\":[" + id + "],\"all\":1}]");

        List<String> answers = second.take("[0,\"n\"");
        assertTrue(answers.get(0).contains("Order not found."), answers.get(0));
        assertTrue(answers.get(1).contains("\"ERROR\""), answers.get(1));
        assertEquals("", client.types().replaceAll("wu|bu| ", ""));
        client.send("[0,\"oc\",null,{\"id\":" + id + "}]");
        assertTrue(client.take("[0,\"oc\"").get(0).contains("\"CANCELED\""));
    }

    @Test
    void shouldTakeTwoOrdersOfOneClientIdAsTwo() {
        client.buy(7).buy(7);

        assertEquals("n on n on", client.types());
        client.send("[0,\"oc_multi\",null,{\"cid\":[[7,\"2025-11-24\"]]}]");
        assertTrue(client.take("[0,\"oc\"").size() >= 1);
    }

    @Test
    void shouldKeepNothingOfTenThousandSubscriptionsThatCameAndWent() {
        for (int i = 0; i < 10_000; i++) {
            client.subscribe("ticker");
            String id = client.take("[").get(0).replaceAll("^\\[(\\d+),.*", "$1");
            client.send("{\"event\":\"unsubscribe\",\"chanId\":" + id + "}");
            client.take();
        }

        assertEquals(0, rig.exchange().feedCount());
    }

    @Test
    void shouldBearAFloodOfOrdersUpToItsBound() {
        for (int i = 1; i <= 2_100; i++) {
            client.buy(i);
        }

        List<String> answers = client.take("[0,\"n\"");
        String last = answers.get(answers.size() - 1);
        assertEquals(2_100, answers.size());
        assertTrue(last.contains("too many open orders"), last);
    }
}
