package io.hayate.venue.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import io.hayate.venue.server.VenueClient;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlRequestsTest {
    private SimulatedVenue venue;
    private VenueClient client;

    @BeforeEach
    void connect() throws Exception {
        venue =
                SimulatedVenue.start(
                        VenueConfig.DEFAULTS.withTickersPerSecond(0).withSubscriptionsMax(2));
        client = VenueClient.connect(venue);
    }

    @AfterEach
    void close() {
        client.close();
        venue.close();
    }

    @Test
    void shouldEchoClientIdInPongWhenGiven() throws Exception {
        assertPong(",\"cid\":1234", "{\"event\":\"ping\",\"cid\":1234}");
        assertPong(",\"cid\":\"a\"", "{\"event\":\"ping\",\"cid\":\"a\"}");
        assertPong("", "{\"event\":\"ping\"}");
    }

    private void assertPong(String expected, String ping) throws Exception {
        String pong = client.send(ping).next();

        assertEquals(
                "{\"event\":\"pong\",\"ts\":T" + expected + "}", pong.replaceAll("\\d{13}", "T"));
    }

    @ParameterizedTest
    @CsvSource({"65536, 65536", "'\"65536\"', 65536", "0, 0", "229376, 229376"})
    void shouldEchoFlags(String sent, long echoed) throws Exception {
        String answer = client.send("{\"event\":\"conf\",\"flags\":" + sent + "}").next();

        assertEquals("{\"event\":\"conf\",\"status\":\"OK\",\"flags\":" + echoed + "}", answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "\"x\"", "null", "[]", "1e400"})
    void shouldRefuseFlagsThatAreNone(String sent) throws Exception {
        String answer = client.send("{\"event\":\"conf\",\"flags\":" + sent + "}").next();

        assertEquals(
                "{\"event\":\"conf\",\"status\":\"FAILED\",\"code\":10050,"
                        + "\"msg\":\"flags: invalid\"}",
                answer);
    }

    @Test
    void shouldAnswerSubscribeInWireOrderAndSendSnapshot() throws Exception {
        String answer = subscribe("\"symbol\":\"tBTCUSD\",\"subId\":\"a1\"");
        String channelId = answer.replaceAll(".*\"chanId\":(\\d+),.*", "$1");

        assertEquals(
                "{\"event\":\"subscribed\",\"channel\":\"ticker\",\"chanId\":"
                        + channelId
                        + ",\"symbol\":\"tBTCUSD\",\"subId\":\"a1\",\"pair\":\"BTCUSD\"}",
                answer);
        assertTrue(client.next().startsWith("[" + channelId + ",[86710,"));
    }

    @Test
    void shouldNameCurrencyWhenSymbolIsFunding() throws Exception {
        String answer = subscribe("\"symbol\":\"fUSD\"");

        assertTrue(answer.endsWith(",\"symbol\":\"fUSD\",\"currency\":\"USD\"}"), answer);
        assertEquals(17, client.next().split(",", -1).length); // channel id and 16 fields
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"symbol\":\"BTCUSD\"",
                "\"pair\":\"tBTCUSD\"",
                "\"pair\":\"BTCUSD\"",
                "\"symbol\":\"tBTCUSD\",\"subId\":null"
            })
    void shouldKnowSymbolByAnyOfItsNames(String named) throws Exception {
        String answer = subscribe(named);

        assertTrue(answer.endsWith(",\"symbol\":\"tBTCUSD\",\"pair\":\"BTCUSD\"}"), answer);
    }

    @Test
    void shouldEchoRequestWhenSymbolIsUnknown() throws Exception {
        assertEquals(
                "{\"channel\":\"ticker\",\"symbol\":\"tNOPEF0:USTF0\",\"subId\":7,"
                        + "\"event\":\"error\",\"msg\":\"symbol: invalid\",\"code\":10300,"
                        + "\"pair\":\"NOPEF0:USTF0\"}",
                subscribe("\"symbol\":\"tNOPEF0:USTF0\",\"subId\":7"));
        assertEquals(
                "{\"channel\":\"ticker\",\"symbol\":12,\"event\":\"error\","
                        + "\"msg\":\"symbol: invalid\",\"code\":10300}",
                subscribe("\"symbol\":12"));
        assertEquals(
                "{\"channel\":\"ticker\",\"event\":\"error\","
                        + "\"msg\":\"symbol: invalid\",\"code\":10300}",
                client.send("{\"event\":\"subscribe\",\"channel\":\"ticker\"}").next());
    }

    @Test
    void shouldEchoRequestWhenChannelIsUnknown() throws Exception {
        String request = "{\"event\":\"subscribe\",\"channel\":\"nope\",\"symbol\":\"tBTCUSD\"}";

        assertEquals(
                "{\"channel\":\"nope\",\"symbol\":\"tBTCUSD\",\"event\":\"error\","
                        + "\"msg\":\"channel: unknown\",\"code\":10300,\"pair\":\"BTCUSD\"}",
                client.send(request).next());
    }

    @Test
    void shouldTellFirstChannelWhenSubscriptionIsDuplicate() throws Exception {
        String first = subscribe("\"symbol\":\"tBTCUSD\"");
        String channelId = first.replaceAll(".*\"chanId\":(\\d+),.*", "$1");
        client.next();

        assertEquals(
                "{\"channel\":\"ticker\",\"symbol\":\"BTCUSD\",\"event\":\"error\","
                        + "\"msg\":\"subscribe: dup\",\"code\":10301,\"chanId\":"
                        + channelId
                        + ",\"pair\":\"BTCUSD\"}",
                subscribe("\"symbol\":\"BTCUSD\""));
    }

    @Test
    void shouldRefuseSubscriptionOverLimitUntilOneIsGivenBack() throws Exception {
        String first = subscribe("\"symbol\":\"tBTCUSD\"");
        String channelId = first.replaceAll(".*\"chanId\":(\\d+),.*", "$1");
        client.next();
        assertNotEquals(first, subscribe("\"symbol\":\"tETHUSD\""));
        client.next();

        assertEquals(
                "{\"channel\":\"ticker\",\"symbol\":\"tXRPUSD\",\"event\":\"error\","
                        + "\"msg\":\"subscribe: limit\",\"code\":10305,\"pair\":\"XRPUSD\"}",
                subscribe("\"symbol\":\"tXRPUSD\""));

        client.send("{\"event\":\"unsubscribe\",\"chanId\":" + channelId + "}").next();
        assertTrue(subscribe("\"symbol\":\"tXRPUSD\"").startsWith("{\"event\":\"subscribed\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "\"%s\""})
    void shouldEchoChannelIdAsSentWhenUnsubscribed(String form) throws Exception {
        String answer = subscribe("\"symbol\":\"tBTCUSD\"");
        String sent = form.formatted(answer.replaceAll(".*\"chanId\":(\\d+),.*", "$1"));
        client.next();

        assertEquals(
                "{\"event\":\"unsubscribed\",\"status\":\"OK\",\"chanId\":" + sent + "}",
                client.send("{\"event\":\"unsubscribe\",\"chanId\":" + sent + "}").next());
        venue.controls().advance(3);
        assertEquals(List.of(), client.framesBeforePong());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"x\"", "null", "-5", "1e300"})
    void shouldRefuseUnsubscribeOfUnknownChannel(String channelId) throws Exception {
        String answer =
                client.send("{\"event\":\"unsubscribe\",\"chanId\":" + channelId + "}").next();

        assertTrue(
                answer.endsWith(
                        ",\"event\":\"error\",\"msg\":\"unsubscribe: invalid\",\"code\":10400}"),
                answer);
    }

    @Test
    void shouldRefuseUnknownEvent() throws Exception {
        assertEquals(
                "{\"x\":[1,{\"y\":null}],\"event\":\"error\",\"msg\":\"event: invalid (nope)\","
                        + "\"code\":10000}",
                client.send("{\"event\":\"nope\",\"x\":[1,{\"y\":null}]}").next());
        assertEquals(
                "{\"event\":\"error\",\"msg\":\"event: invalid (undefined)\",\"code\":10000}",
                client.send("{}").next());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nope",
                "{\"event\":",
                "{\"event\":\"ping\"} x",
                "17",
                "\"ping\"",
                "null",
                "[]",
                "[1,\"on\",null,{}]",
                "[\"x\"]",
                "[[0]]"
            })
    void shouldStayStillAndOpenWhenTextMakesNoSense(String text) throws Exception {
        client.send(text);

        assertEquals(List.of(), client.framesBeforePong());
    }

    @Test
    void shouldRefuseAccountInputWhenNotAuthenticated() throws Exception {
        String error = "{\"event\":\"error\",\"msg\":\"auth: invalid\",\"code\":10100}";

        assertEquals(error, client.send("[0,\"on\",null,{\"cid\":1}]").next());
        assertEquals(error, client.send("[0]").next());
    }

    private String subscribe(String keys) throws Exception {
        return client.send("{\"event\":\"subscribe\",\"channel\":\"ticker\"," + keys + "}").next();
    }
}
