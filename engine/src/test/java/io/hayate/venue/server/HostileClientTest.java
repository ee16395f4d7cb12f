package io.hayate.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.wire.JsonReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that sends what no client should; another is served all the while. */
class HostileClientTest {
    private static final int TEXT_MAX = 65_536;
    private static final List<String> VALUES = values();

    private SimulatedVenue venue;
    private VenueClient client;
    private VenueClient other;

    private static List<String> values() {
        List<String> values = new ArrayList<>();
        values.addAll(List.of("null", "true", "false", "0", "-0", "-1", "1", "1.5", "1e308"));
        values.addAll(List.of("-1e308", "1e-324", "1e400", "-1e400", "1e-400", "1e2147483647"));
        values.addAll(List.of("1e99999999999999999999", "9223372036854775807", "9".repeat(100)));
        values.addAll(List.of("9223372036854775808", "1e38", "1e-38", "\"1e38\"", "\"1e-38\""));
        values.addAll(List.of("\"\"", "\" \"", "\"1\"", "\"-1\"", "\"1e308\"", "\"NaN\""));
        values.addAll(List.of("\"Infinity\"", "\"0x10\"", "\"\\u0000\\u001b[2J\"", "\"\\ud800\""));
        values.addAll(List.of("\"日本\"", "[]", "{}", "[[]]", "{\"a\":{}}", "[null]", "[1,2]"));
        values.addAll(List.of("[[1,\"2026-10-12\"]]", "[[[1]]]", "\"" + "x".repeat(5_000) + "\""));
        return values;
    }

    @BeforeEach
    void connect() throws Exception {
        venue = SimulatedVenue.start(VenueConfig.DEFAULTS.withTickersPerSecond(0));
        client = VenueClient.authenticated(venue, 1);
        other = VenueClient.connect(venue);
    }

    @AfterEach
    void close() throws Exception {
        assertEquals(List.of(), other.framesBeforePong());
        client.close();
        other.close();
        venue.close();
    }

    static List<String> fields() {
        List<String> fields = new ArrayList<>();
        String event = "{\"event\":";
        fields.add(event + "?}");
        fields.add(event + "\"ping\",\"cid\":?}");
        fields.add(event + "\"conf\",\"flags\":?}");
        fields.add(event + "\"unsubscribe\",\"chanId\":?}");
        String subscribe = event + "\"subscribe\",\"channel\":";
        fields.add(subscribe + "?}");
        fields.add(subscribe + "\"ticker\",\"symbol\":?}");
        fields.add(subscribe + "\"trades\",\"pair\":?}");
        fields.add(subscribe + "\"ticker\",\"symbol\":\"tBTCUSD\",\"subId\":?}");
        fields.add(subscribe + "\"candles\",\"key\":?}");
        fields.add(subscribe + "\"status\",\"key\":?}");
        for (String name : List.of("symbol", "prec", "freq", "len")) {
            fields.add(subscribe + "\"book\",\"symbol\":\"tBTCUSD\",\"" + name + "\":?}");
        }
        fields.addAll(orderFields());
        return fields;
    }

    private static List<String> orderFields() {
        List<String> fields = new ArrayList<>();
        fields.addAll(
                List.of("[0,?,null,{}]", "[0,\"on\",?,{}]", "[0,\"on\",null,?]", "[?,\"on\"]"));
        for (String name :
                List.of(
                        "type", "symbol", "amount", "price", "cid", "gid", "flags", "tif",
                        "meta")) {
            fields.add(
                    "[0,\"on\",null,{\"type\":\"EXCHANGE LIMIT\",\"symbol\":\"tBTCUSD\","
                            + "\"amount\":\"0.001\",\"price\":\"10\",\""
                            + name
                            + "\":?}]");
            fields.add(
                    "[0,\"on\",null,{\"type\":\"EXCHANGE MARKET\",\"symbol\":\"tETHUSD\","
                            + "\"amount\":-0.01,\""
                            + name
                            + "\":?}]");
        }
        for (String name : List.of("id", "cid", "cid_date", "gid", "all")) {
            fields.add("[0,\"oc\",null,{\"cid\":1,\"" + name + "\":?}]");
            fields.add("[0,\"oc_multi\",null,{\"" + name + "\":?}]");
            fields.add("[0,\"ou\",null,{\"" + name + "\":?}]");
        }
        fields.addAll(List.of("[0,\"ox_multi\",null,?]", "[0,\"ox_multi\",null,[?]]"));
        fields.addAll(
                List.of("[0,\"ox_multi\",null,[[\"on\",?]]]", "[0,\"ox_multi\",null,[[?,{}]]]"));
        fields.addAll(List.of("[0,\"calc\",null,?]", "[0,\"calc\",null,[?]]"));
        fields.add("[0,\"calc\",null,[[?]]]");
        return fields;
    }

    @ParameterizedTest
    @MethodSource("fields")
    void shouldAnswerInJsonWhateverAFieldHolds(String request) throws Exception {
        for (String value : VALUES) {
            client.send(request.replace("?", value));

            for (String frame : client.framesBeforePong()) {
                assertNotNull(JsonReader.read(frame), frame);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"apiKey", "authSig", "authNonce", "authPayload", "filter", "dms"})
    void shouldRefuseToAuthenticateWhateverAFieldHolds(String field) throws Exception {
        for (String value : VALUES) {
            try (VenueClient guest = VenueClient.connect(venue)) {
                guest.send("{\"event\":\"auth\",\"" + field + "\":" + value + "}");

                List<String> answers = guest.framesBeforePong();
                assertTrue(answers.size() <= 1, answers.toString());
                for (String answer : answers) {
                    assertTrue(answer.contains("\"status\":\"FAILED\""), answer);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nonsense",
                "{",
                "[0",
                "{\"event\":\"ping\"",
                "{\"event\":\"ping\"}{\"event\":\"ping\"}",
                "{event:'ping'}",
                "[0,\"on\",null,{\"amount\":NaN}]",
                "[0,\"on\",null,{\"amount\":01}]",
                "null",
                "17",
                "\"text\"",
                "[]",
                "[[]]",
                "[null]",
                "[0]",
                "[0,null,null,null]"
            })
    void shouldLetTextsBeThatAreNoRequest(String text) throws Exception {
        client.send(text);

        assertEquals(List.of(), client.framesBeforePong());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[0,\"on\",null,[", "[[[[{\"event\":[", "\"", "9"})
    void shouldBearWhatIsNestedOrRepeatedWithoutEnd(String part) throws Exception {
        client.send(part.repeat(60_000 / part.length()));

        assertEquals(List.of(), client.framesBeforePong());
    }

    @Test
    void shouldTakeTheLastOfTwoEqualKeysAndTellItOnce() throws Exception {
        client.send("{\"event\":\"nope\",\"event\":\"ping\",\"cid\":1,\"cid\":2}");

        assertTrue(client.skipTo("{\"event\":\"pong\"").endsWith(",\"cid\":2}"));
    }

    @Test
    void shouldBearKeysThatCollide() throws Exception {
        StringBuilder keys = new StringBuilder("{\"event\":\"nope\"");
        for (int i = 0; i < 4_096; i++) {
            StringBuilder key = new StringBuilder(); // of one hash, as Java's strings have it
            for (int bit = 0; bit < 12; bit++) {
                key.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            keys.append(",\"").append(key, 0, 24).append("\":0");
        }

        client.send(keys.append('}').toString().substring(0, 60_000));
        client.send(keys.substring(0, 28 * 2_000 + 15) + "}");

        assertTrue(client.framesBeforePong().size() <= 1);
    }

    @Test
    void shouldCancelManyOfManyInOneGo() throws Exception {
        for (int cid = 1; cid <= 200; cid++) {
            client.send(
                    "[0,\"on\",null,{\"type\":\"EXCHANGE LIMIT\",\"symbol\":\"tBTCUSD\","
                            + "\"amount\":\"0.001\",\"price\":\"1000\",\"cid\":"
                            + cid
                            + "}]");
        }
        String pairs = "[1,\"2026-10-12\"],".repeat(3_500);

        client.send("[0,\"oc_multi\",null,{\"cid\":[" + pairs + "[2,\"x\"]],\"id\":[1,2]}]");

        String answer = client.skipTo("[0,\"n\",[" + ""); // the first of the orders' answers
        assertNotNull(JsonReader.read(answer));
        client.framesBeforePong();
    }

    @Test
    void shouldBearFragmentsWithoutEnd() throws Exception {
        try (RawConnection raw = new RawConnection(venue.port())) {
            raw.upgrade("/ws/2");
            raw.frame();
            raw.fragment(true, false, "");
            for (int i = 0; i < 20_000; i++) {
                raw.fragment(false, false, "");
            }
            raw.fragment(false, true, "{\"event\":\"ping\",\"cid\":1}");

            assertTrue(raw.frame().text().endsWith(",\"cid\":1}"));

            raw.fragment(true, false, "x");
            for (int length = 1; length <= TEXT_MAX; length += 110) { // the last is too much
                raw.fragment(false, false, "x".repeat(110));
            }
            assertTrue(raw.readToClose().startsWith("1009"));
        }
    }

    @Test
    void shouldServeOthersWhileOnePingsWithoutReading() throws Exception {
        try (RawConnection raw = new RawConnection(venue.port())) {
            raw.upgrade("/ws/2");
            for (int i = 0; i < 30_000; i++) {
                raw.ping();
            }

            assertEquals(List.of(), other.framesBeforePong());
        }
    }

    @Test
    void shouldLetBinaryFramesBe() throws Exception {
        try (RawConnection raw = new RawConnection(venue.port())) {
            raw.upgrade("/ws/2");
            raw.frame();
            raw.binary((byte) '{', (byte) 0, (byte) 0xFF);
            raw.binary();
            raw.text("{\"event\":\"ping\",\"cid\":1}", true);

            assertTrue(raw.frame().text().endsWith(",\"cid\":1}"));
        }
    }

    @Test
    void shouldServeOthersWhileManyShakeHandsWithoutEnd() throws Exception {
        List<RawConnection> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                RawConnection raw = new RawConnection(venue.port());
                raw.raw("GET /ws/2 HTTP/1.1\r\nHost: x\r\nX-" + i);
                slow.add(raw);
            }

            client.send("{\"event\":\"ping\",\"cid\":1}");
            assertTrue(client.skipTo("{\"event\":\"pong\"").endsWith(",\"cid\":1}"));
            VenueClient.connect(venue).close();
        } finally {
            for (RawConnection raw : slow) {
                raw.close();
            }
        }
    }

    @Test
    void shouldBearHalfFramesWhoseRestNeverComes() throws Exception {
        try (RawConnection gone = new RawConnection(venue.port())) {
            gone.upgrade("/ws/2");
            gone.announce(1_000);
        }
        try (RawConnection raw = new RawConnection(venue.port())) {
            raw.upgrade("/ws/2");
            raw.announce(1_000);

            client.send("{\"event\":\"ping\",\"cid\":1}");
            assertTrue(client.skipTo("{\"event\":\"pong\"").endsWith(",\"cid\":1}"));
        }
    }
}
