package io.hayate.venue.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.session.Outbox;
import io.hayate.venue.session.VenueSession;
import io.hayate.venue.wire.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedRestTest {
    private static final String KEY = "demo-key";
    private static final String SECRET = "demo-secret";
    private static final String ORDER =
            "{\"type\":\"EXCHANGE LIMIT\",\"symbol\":\"tBTCUSD\",\"amount\":\"0.1\",\"price\":\"1000\",\"cid\":7}";
    private static final String MARKET =
            "{\"type\":\"EXCHANGE MARKET\",\"symbol\":\"tBTCUSD\",\"amount\":\"0.01\",\"cid\":8}";

    private final RestClient client =
            new RestClient(VenueConfig.DEFAULTS.withRestLimitFactor(0).withTickersPerSecond(0));
    private long nonce = 1_000;

    /** What one client gets, as text. */
    private static final class Received implements Outbox {
        private final List<String> all = new ArrayList<>();

        @Override
        public void text(byte[] bytes, int length) {
            all.add(new String(bytes, 0, length, StandardCharsets.UTF_8));
        }

        @Override
        public void masked(byte[] bytes, int length) {}

        @Override
        public void close(int code, String reason) {}

        @Override
        public void drop() {}
    }

    private static String sign(String secret, String payload) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA384");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA384"));
        return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
    }

    private RestResponse ask(String path, String body) throws Exception {
        String number = String.valueOf(++nonce);
        String signature = sign(SECRET, "/api/v2/auth/" + path + number + body);
        return ask(path, body, new RestKey(KEY, number, signature, null));
    }

    private RestResponse ask(String path, String body, RestKey key) {
        RestRequest request = RestRequest.of("POST", "/v2/auth/" + path, key, body, "10.0.0.1");
        return RestClient.ask(client.exchange(), request);
    }

    private String text(String path, String body) throws Exception {
        return RestClient.text(ask(path, body));
    }

    private List<?> list(String path, String body) throws Exception {
        RestResponse response = ask(path, body);
        assertEquals(200, response.status(), () -> response.body().toString());
        return (List<?>) JsonReader.read(response.body().toString());
    }

    private static Object at(Object row, int... indices) {
        Object value = row;
        for (int index : indices) {
            value = ((List<?>) value).get(index);
        }
        return value;
    }

    private VenueSession authenticated(Received received) throws Exception {
        VenueSession session = client.exchange().onConnected(received, "10.0.0.2:1");
        String payload = "AUTH" + ++nonce;
        client.exchange()
                .onText(
                        session,
                        "{\"event\":\"auth\",\"apiKey\":\"demo-key\",\"authNonce\":"
                                + nonce
                                + ",\"authPayload\":\""
                                + payload
                                + "\",\"authSig\":\""
                                + sign(SECRET, payload)
                                + "\"}");
        received.all.clear();
        return session;
    }

    @Test
    void shouldAnswerAnOrderWithTheNotificationAndItsRowInOneMoreList() throws Exception {
        List<?> answer = list("w/order/submit", ORDER);

        assertEquals("on-req", at(answer, 1));
        assertEquals("tBTCUSD", at(answer, 4, 0, 3));
        assertEquals(32, ((List<?>) at(answer, 4, 0)).size());
        assertEquals("SUCCESS", at(answer, 6));
    }

    @Test
    void shouldTellTheSocketOfAnOrderByRest() throws Exception {
        Received received = new Received();
        authenticated(received);

        list("w/order/submit", ORDER);

        assertTrue(received.all.get(0).startsWith("[0,\"on\",["), received.all::toString);
    }

    @Test
    void shouldListOpenOrdersUntilTheyAreCanceled() throws Exception {
        Object id = at(list("w/order/submit", ORDER), 4, 0, 0);

        assertEquals(id, at(list("r/orders", "{}"), 0, 0));
        assertEquals(id, at(list("r/orders/tBTCUSD", "{\"id\":[" + id + "]}"), 0, 0));
        assertEquals(List.of(), list("r/orders/tETHUSD", ""));

        List<?> canceled = list("w/order/cancel", "{\"id\":" + id + "}");

        assertEquals("oc-req", at(canceled, 1));
        assertEquals(id, at(canceled, 4, 0));
        assertEquals(List.of(), list("r/orders", "{}"));
        assertEquals(id, at(list("r/orders/tBTCUSD/hist", "{}"), 0, 0));
        assertEquals("CANCELED", at(list("r/orders/hist", "{\"limit\":1}"), 0, 13));
    }

    @Test
    void shouldUpdateAnOrder() throws Exception {
        Object id = at(list("w/order/submit", ORDER), 4, 0, 0);

        List<?> answer = list("w/order/update", "{\"id\":" + id + ",\"price\":\"1001\"}");

        assertEquals("ou-req", at(answer, 1));
        assertEquals(id, at(answer, 4, 0));
        assertEquals("1001", at(list("r/orders", "{}"), 0, 16).toString());
    }

    @Test
    void shouldListExecutionsOfAllAndOfOneOrder() throws Exception {
        Object id = at(list("w/order/submit", MARKET), 4, 0, 0);

        List<?> all = list("r/trades/hist", "{}");

        assertEquals(id, at(all, 0, 3));
        assertEquals(12, ((List<?>) all.get(0)).size());
        assertEquals("BTC", at(all, 0, 10));
        assertEquals(all, list("r/trades/tBTCUSD/hist", "{\"sort\":-1}"));
        assertEquals(all, list("r/order/tBTCUSD:" + id + "/trades", "{}"));
        assertEquals(List.of(), list("r/order/tBTCUSD:1/trades", "{}"));
        assertEquals(List.of(), list("r/trades/tETHUSD/hist", "{}"));
    }

    @Test
    void shouldCarryOutSeveralOperationsAtOnce() throws Exception {
        List<?> answer =
                list(
                        "w/order/multi",
                        "{\"ops\":[[\"on\","
                                + ORDER
                                + "],[\"on\",{\"symbol\":\"tNOPE\"}],"
                                + "[\"oc\",{\"id\":1}]]}");

        assertEquals("ox_multi-req", at(answer, 1));
        assertEquals(3, ((List<?>) at(answer, 4)).size());
        assertEquals("SUCCESS", at(answer, 4, 0, 6));
        assertEquals("tBTCUSD", at(answer, 4, 0, 4, 0, 3));
        assertEquals("ERROR", at(answer, 4, 1, 6));
        assertEquals("ERROR", at(answer, 4, 2, 6));
        assertEquals("Submitting 3 order operations.", at(answer, 7));

        List<?> canceled = list("w/order/cancel/multi", "{\"all\":1}");

        assertEquals("oc_multi-req", at(canceled, 1));
        assertEquals(List.of(), list("r/orders", "{}"));
    }

    @Test
    void shouldTellWhatTheAccountIsAndHas() throws Exception {
        assertEquals(7, ((List<?>) list("r/wallets", "{}").get(0)).size());
        assertEquals("0.001", at(list("r/summary", "{}"), 4, 0, 0).toString());
        assertEquals("0.002", at(list("r/summary", "{}"), 4, 1, 2).toString());
        assertTrue(list("r/permissions", "{}").size() >= 10);
        assertEquals(23, list("r/info/user", "{}").size());
        assertEquals(List.of(), list("r/positions", "{}"));
        assertEquals(List.of(), list("r/funding/offers/fUSD/hist", "{}"));
    }

    @Test
    void shouldRefuseAnOrderWithTheTextOfItsNotification() throws Exception {
        assertEquals(
                "500 [\"error\",10001,\"symbol: invalid\"]",
                text("w/order/submit", ORDER.replace("tBTCUSD", "tNOPE")));
        assertTrue(
                text("w/order/submit", ORDER.replace("\"0.1\"", "\"99999\""))
                        .contains("not enough exchange balance"));
        assertEquals(
                "500 [\"error\",10001,\"Order not found.\"]", text("w/order/cancel", "{\"id\":1}"));
    }

    @Test
    void shouldCountNoncesOverRestAndSockets() throws Exception {
        list("r/wallets", "{}");
        nonce -= 1;
        assertEquals("500 [\"error\",10114,\"nonce: small\"]", text("r/wallets", "{}"));
        authenticated(new Received());
        nonce -= 1;
        assertEquals("500 [\"error\",10114,\"nonce: small\"]", text("r/wallets", "{}"));
    }

    @Test
    void shouldRefuseWhoDoesNotSign() throws Exception {
        String body = "{}";
        String right = sign(SECRET, "/api/v2/auth/r/wallets5" + body);
        String unknown = "500 [\"error\",10100,\"apikey: invalid\"]";
        String wrong = "500 [\"error\",10100,\"apikey: digest invalid\"]";

        assertEquals(unknown, RestClient.text(ask("r/wallets", body, RestKey.NONE)));
        assertEquals(
                unknown,
                RestClient.text(ask("r/wallets", body, new RestKey("nope", "5", right, null))));
        assertEquals(
                wrong, RestClient.text(ask("r/wallets", "", new RestKey(KEY, "5", right, null))));
        assertEquals(
                wrong, RestClient.text(ask("r/orders", body, new RestKey(KEY, "5", right, null))));
        assertEquals(
                wrong, RestClient.text(ask("r/wallets", body, new RestKey(KEY, "5", null, null))));
        assertEquals(
                "500 [\"error\",10114,\"nonce: invalid\"]",
                RestClient.text(ask("r/wallets", body, new RestKey(KEY, "x", right, null))));
        assertEquals(200, ask("r/wallets", body, new RestKey(KEY, "5", right, null)).status());
    }

    @Test
    void shouldTakeATokenInPlaceOfAKey() throws Exception {
        String token = (String) at(list("w/token", "{\"scope\":\"api\",\"ttl\":60}"), 0);
        RestKey key = new RestKey(null, null, null, token);

        assertEquals(200, ask("r/wallets", "{}", key).status());
        assertEquals(
                "500 [\"error\",10001,\"api_key: permission invalid\"]",
                RestClient.text(ask("w/order/submit", ORDER, key)));
        assertEquals("200 [true]", text("w/token/del", "{\"token\":\"" + token + "\"}"));
        assertEquals(500, ask("r/wallets", "{}", key).status());
    }

    @Test
    void shouldAnswerTheSameWhenTheSameIsAskedAtTheSameTimes() throws Exception {
        List<String> first = new SignedRestTest().script();

        assertEquals(first, new SignedRestTest().script());
    }

    private List<String> script() throws Exception {
        List<String> answers = new ArrayList<>();
        answers.add(text("w/order/submit", ORDER));
        answers.add(text("w/order/submit", MARKET));
        client.goTo(5_000);
        answers.add(text("w/order/cancel/multi", "{\"all\":1}"));
        answers.add(text("w/token", "{\"scope\":\"api\"}"));
        answers.add(text("r/trades/hist", "{}"));
        answers.add(text("r/wallets", "{}"));
        answers.add(client.get("/v2/candles/trade:1m:tBTCUSD/hist"));
        answers.add(client.get("/v2/book/tBTCUSD/R0?len=100"));
        return answers;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "[]",
                "1",
                "\"x\"",
                "null",
                "{\"a\":}",
                "{\"id\":[{}]}",
                "{\"id\":{}}",
                "{\"limit\":{}}",
                "{\"limit\":1e99}",
                "{\"start\":[]}",
                "{\"sort\":\"x\"}"
            })
    void shouldAnswerWhateverComesInABody(String body) throws Exception {
        RestResponse response = ask("r/orders/hist", body);

        assertEquals(500, response.status());
        assertTrue(response.body().toString().startsWith("[\"error\",10020,\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"ops\":1}",
                "{\"ops\":[]}",
                "{\"ops\":[1]}",
                "{\"ops\":[[\"on\"]]}",
                "{\"ops\":[[\"on\",1]]}",
                "{\"ops\":[[\"nope\",{}]]}",
                "{\"ops\":[[null,{}]]}"
            })
    void shouldRefuseWhatIsNoListOfOperations(String body) throws Exception {
        assertEquals("500 [\"error\",10020,\"ops: invalid\"]", text("w/order/multi", body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"r", "r/", "x/y", "r/nope", "w/nope", "w/order", "w/order/nope", "r/trades"})
    void shouldAnswerPathsThatLeadNowhere(String path) throws Exception {
        assertEquals("404 [\"error\",10000,\"path: invalid\"]", text(path, "{}"));
    }

    @Test
    void shouldAnswerReadsWithGetAsPathsThatLeadNowhere() throws IOException {
        assertEquals("404 [\"error\",10000,\"path: invalid\"]", client.get("/v2/auth/r/wallets"));
    }
}
