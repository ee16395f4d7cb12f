package io.hayate.venue.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.exchange.HostileValues;
import io.hayate.venue.server.VenueClient;
import io.hayate.venue.session.Outbox;
import io.hayate.venue.session.VenueSession;
import io.hayate.venue.wire.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Signed requests with whatever a program may put into them: the answer is JSON with a status of the exchange,
 * sockets of others hear nothing, and the venue's money, orders, books and positions stay in order.
 */
class HostileRestTest {
    private static final Set<Integer> STATUSES = Set.of(200, 404, 500);
    private static final String OPEN =
            "\"type\":\"EXCHANGE LIMIT\",\"symbol\":\"tBTCUSD\",\"amount\":\"0.01\",\"price\":\"1000\"";
    private static final String CANCEL_ALL = "{\"all\":1}";
    private static final String NAMED = "\"cid\":1,\"cid_date\":\"2025-11-24\"";

    private final RestClient client =
            new RestClient(
                    VenueConfig.DEFAULTS
                            .withSymbols(List.of("tBTCUSD", "tETHUSD"))
                            .withRestLimitFactor(0)
                            .withHeartbeatMs(0)
                            .withTickersPerSecond(0));
    private final Heard stranger = new Heard();
    private final Heard other = new Heard(); // in the second account
    private VenueSession strangerSession;
    private VenueSession otherSession;
    private long nonce = 1_000;

    /** What one client gets, as text. */
    private static final class Heard implements Outbox {
        private final List<String> all = new ArrayList<>();

        @Override
        public void text(byte[] bytes, int length) {
            all.add(new String(bytes, 0, length, StandardCharsets.UTF_8));
        }

        @Override
        public void masked(byte[] bytes, int length) {}

        @Override
        public void close(int code, String reason) {
            all.add("close " + code);
        }

        @Override
        public void drop() {
            all.add("drop");
        }
    }

    /** The path and the rest of the body of each request, by one of its fields. */
    static List<String> requests() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(
                "w/order/submit " + OPEN,
                "type symbol amount price cid gid flags tif meta lev price_aux_limit price_trailing"
                        + " price_oco_stop cid_oco");
        fields.put("w/order/submit " + OPEN + ",\"flags\":16384", "price_oco_stop cid_oco");
        fields.put(
                "w/order/submit " + OPEN.replace("EXCHANGE LIMIT", "STOP LIMIT"),
                "price_aux_limit");
        fields.put(
                "w/order/submit " + OPEN.replace("EXCHANGE LIMIT", "TRAILING STOP"),
                "price_trailing");
        fields.put(
                "w/order/update " + NAMED,
                "id cid cid_date gid price amount delta lev flags tif meta price_aux_limit"
                        + " price_trailing");
        fields.put("w/order/cancel " + NAMED, "id cid cid_date");
        fields.put("w/order/cancel/multi \"x\":1", "id cid gid all");
        fields.put("w/order/multi \"x\":1", "ops");
        fields.put("w/token \"scope\":\"api\"", "scope ttl caps writePermission");
        fields.put("w/token/del \"x\":1", "token");
        for (String list : List.of("r/orders", "r/orders/tBTCUSD")) {
            fields.put(list + " \"x\":1", "id");
            fields.put(list + "/hist \"x\":1", "id limit start end sort");
        }
        fields.put("r/trades/hist \"x\":1", "limit start end sort");
        fields.put("r/trades/tBTCUSD/hist \"x\":1", "limit start end sort");
        List<String> requests = new ArrayList<>();
        fields.forEach(
                (request, names) ->
                        List.of(names.split(" ", -1))
                                .forEach(name -> requests.add(request + ",\"" + name + "\":?")));
        requests.addAll(requestsOfMany());
        return requests;
    }

    private static List<String> requestsOfMany() {
        List<String> requests = new ArrayList<>();
        for (String ops : List.of("[?]", "[[?,{}]]", "[[\"on\",?]]", "[[\"on\",{}],?]")) {
            requests.add("w/order/multi \"ops\":" + ops);
        }
        requests.add("w/order/multi \"ops\":[[\"on\",{" + OPEN + ",\"flags\":?}]]");
        requests.add("w/order/multi \"ops\":[[\"oc\",{\"id\":?}],[\"ou\",{\"id\":?}]]");
        requests.add("w/order/cancel/multi \"cid\":[[?,\"2025-11-24\"]]");
        requests.add("w/order/cancel/multi \"cid\":[[1,?]]");
        requests.add("w/token \"scope\":\"api\",\"caps\":[?]");
        return requests;
    }

    @BeforeEach
    void connect() {
        strangerSession = client.exchange().onConnected(stranger, "10.0.0.2:1");
        otherSession = client.exchange().onConnected(other, "10.0.0.3:1");
        client.exchange()
                .onText(otherSession, VenueClient.auth("demo-key-2", "demo-secret-2", 1, ""));
        client.goTo(500);
        stranger.all.clear();
        other.all.clear();
    }

    @AfterEach
    void othersNoticeNothingAndAllIsInOrder() {
        client.goTo(2_000);

        assertEquals(List.of(), stranger.all);
        assertEquals(List.of(), other.all);
        assertEquals(List.of(), client.exchange().findings());
        for (VenueSession session : List.of(strangerSession, otherSession)) {
            client.exchange().onText(session, "{\"event\":\"ping\"}");
        }
        assertTrue(stranger.all.get(0).startsWith("{\"event\":\"pong\""), stranger.all.get(0));
        assertTrue(other.all.get(0).startsWith("{\"event\":\"pong\""), other.all.get(0));
    }

    private RestResponse ask(String path, String body) {
        String number = String.valueOf(++nonce);
        String signature = VenueClient.sign("demo-secret", "/api/v2/auth/" + path + number + body);
        return ask(path, body, new RestKey("demo-key", number, signature, null));
    }

    private RestResponse ask(String path, String body, RestKey key) {
        RestRequest request = RestRequest.of("POST", "/v2/auth/" + path, key, body, "10.0.0.1");
        return RestClient.ask(client.exchange(), request);
    }

    private static void assertGood(RestResponse response, String sent) throws Exception {
        String body = response.body().toString();
        assertTrue(STATUSES.contains(response.status()), sent + ": " + response.status());
        Object answer = JsonReader.read(body);
        assertNotNull(answer, sent + ": " + body);
        if (response.status() != 200) {
            assertTrue(body.matches("\\[\"error\",\\d{5},\".+\"\\]"), sent + ": " + body);
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void shouldAnswerInJsonWhateverAFieldHolds(String request) throws Exception {
        String path = request.substring(0, request.indexOf(' '));
        String body = "{" + request.substring(request.indexOf(' ') + 1) + "}";
        for (String value : HostileValues.ALL) {
            ask("w/order/submit", "{" + OPEN + ",\"cid\":1}"); // for those that name it
            String filled = body.replace("?", value);

            assertGood(ask(path, filled), path + " " + filled);

            ask("w/order/cancel/multi", CANCEL_ALL);
            assertEquals(List.of(), client.exchange().findings(), path + " " + filled);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "r/wallets",
                "r/orders",
                "r/orders/hist",
                "r/trades/hist",
                "r/order/tBTCUSD:1/trades",
                "r/positions",
                "r/info/user",
                "r/permissions",
                "r/summary",
                "w/order/submit",
                "w/order/update",
                "w/order/cancel",
                "w/order/cancel/multi",
                "w/order/multi",
                "w/token",
                "w/token/del"
            })
    void shouldRefuseBodiesThatAreNoObject(String path) throws Exception {
        List<String> bodies = new ArrayList<>(List.of("{", "}", "nonsense", "{'id':1}", "{}{}"));
        bodies.addAll(
                List.of("{\"id\":1", "{\"id\":01}", "{\"id\":NaN}", "\uFEFF{}", "{\"a\":1,}"));
        bodies.addAll(List.of("[".repeat(60_000), "{\"a\":".repeat(10_000), "9".repeat(60_000)));
        bodies.add("[".repeat(900) + "]".repeat(900));
        HostileValues.ALL.stream().filter(value -> !value.startsWith("{")).forEach(bodies::add);
        for (String body : bodies) {
            RestResponse response = ask(path, body);

            assertEquals(
                    "500 [\"error\",10020,\"body: invalid\"]", RestClient.text(response), body);
        }
    }

    @Test
    void shouldBearObjectsThatAreDeepOrHaveManyFields() throws Exception {
        String deep = "{\"meta\":" + "[".repeat(400) + "]".repeat(400) + "," + OPEN + "}";
        StringBuilder wide = new StringBuilder("{" + OPEN);
        for (int i = 0; i < 5_000; i++) {
            wide.append(",\"k").append(i).append("\":").append(i);
        }
        String ids = "1,".repeat(20_000) + "1";
        for (String path : List.of("w/order/submit", "r/orders", "w/order/cancel/multi")) {
            for (String body : List.of(deep, wide + "}", "{\"id\":[" + ids + "]}")) {
                assertGood(ask(path, body), path);
            }
        }
        ask("w/order/cancel/multi", CANCEL_ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/",
                "//",
                ":",
                "-1",
                "%00",
                "99999999999999999999",
                "a/b/c/d/e/f/g"
            })
    void shouldBearPathsThatLeadNowhere(String odd) throws Exception {
        for (String path : List.of("", "r/", "w/", "r/orders/", "r/order/", "r/trades/", "x/")) {
            assertGood(ask(path + odd, "{}"), path + odd);
            assertGood(ask(path + odd + "/hist", "{}"), path + odd);
            assertGood(ask(path + odd + "/trades", "{}"), path + odd);
        }
    }

    @Test
    void shouldLetNobodyInWhateverTheHeadersHold() throws Exception {
        List<String> odd = new ArrayList<>(HostileValues.ALL);
        odd.addAll(List.of("", "demo-key", "demo-key-2", "0".repeat(96), "x".repeat(8_000)));
        for (String value : odd) {
            String number = String.valueOf(++nonce);
            String good = VenueClient.sign("demo-secret", "/api/v2/auth/r/wallets" + number + "{}");
            List<RestKey> keys = new ArrayList<>();
            keys.add(new RestKey(value, value, value, null));
            keys.add(new RestKey(null, value, null, null));
            keys.add(new RestKey("demo-key", number, value, null));
            keys.add(new RestKey("demo-key", value, good, null));
            keys.add(new RestKey("demo-key", number, good, value));
            for (RestKey key : keys) {
                RestResponse response = ask("r/wallets", "{}", key);

                assertFalse(response.status() == 200, value);
                assertGood(response, value);
            }
        }
        assertEquals(200, ask("r/wallets", "{}").status());
    }
}
