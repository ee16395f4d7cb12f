package io.hayate.venue.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

class AuthenticatorTest {
    private static final long NONCE = 1_700_000_000_000_000L;

    private SimulatedVenue venue;
    private VenueClient client;

    @BeforeEach
    void connect() throws Exception {
        venue =
                SimulatedVenue.start(
                        VenueConfig.DEFAULTS
                                .withTickersPerSecond(0)
                                .withSymbols(List.of("tBTCUSD", "tETHBTC"))
                                .withSubscriptionsMax(2));
        client = VenueClient.connect(venue);
    }

    @AfterEach
    void close() {
        client.close();
        venue.close();
    }

    @Test
    void shouldSignAsTheProtocolSays() {
        assertEquals(
                "e2d52d5c363e7bd45570eac8e3c1e661c1113216e2a0e2699cf42e1d3df0e77b5f06f5bc283b66bf"
                        + "7f1e4e8967b6bec9",
                VenueClient.sign("test-secret", "AUTH1700000000000000"));
    }

    @Test
    void shouldSendAccountWhenSignatureIsRight() throws Exception {
        client.send(auth(NONCE, ""));

        String answer = client.next();
        assertTrue(
                answer.matches(
                        "\\{\"event\":\"auth\",\"status\":\"OK\",\"chanId\":0,\"userId\":\\d+,"
                                + "\"auth_id\":\"[0-9a-f-]{36}\",\"caps\":\\{\"bfxpay\":.*"
                                + "\"orders\":\\{\"read\":1,\"write\":1\\},.*\\}\\}"),
                answer);
        assertEquals(
                List.of(
                        "[0,\"ps\",[]]",
                        "[0,\"ws\",[[\"exchange\",\"BTC\",100,0,null,null,null],"
                                + "[\"exchange\",\"ETH\",100,0,null,null,null],"
                                + "[\"exchange\",\"USD\",1000000,0,null,null,null],"
                                + "[\"margin\",\"USD\",1000000,0,null,null,null]]]",
                        "[0,\"os\",[]]",
                        "[0,\"fos\",[]]",
                        "[0,\"fcs\",[]]",
                        "[0,\"fls\",[]]",
                        "[0,\"wu\",[\"exchange\",\"BTC\",100,0,100,null,null]]",
                        "[0,\"wu\",[\"exchange\",\"ETH\",100,0,100,null,null]]",
                        "[0,\"wu\",[\"exchange\",\"USD\",1000000,0,1000000,null,null]]",
                        "[0,\"wu\",[\"margin\",\"USD\",1000000,0,1000000,null,null]]",
                        "[0,\"bu\",[10983050,10983050]]"),
                client.next(11));
    }

    @Test
    void shouldNumberSnapshotsWithZeroAndTheRestWithTheAccountsSequence() throws Exception {
        client.send("{\"event\":\"conf\",\"flags\":65536}").next();
        client.send(auth(NONCE, ""));

        assertEquals("[0,\"ps\",[],1,0]", client.skipTo("[0,\"ps\""));
        assertEquals("[0,\"fls\",[],6,0]", client.skipTo("[0,\"fls\""));
        String wallet = client.next();
        assertTrue(wallet.matches("\\[0,\"wu\",\\[.*\\],7,[1-9]\\d*\\]"), wallet);
    }

    @Test
    void shouldTakeNonceAsTextAndPayloadWithNonceTwice() throws Exception {
        String payload = "AUTH" + NONCE + NONCE;
        String signature = VenueClient.sign("demo-secret", payload);
        client.send(
                "{\"event\":\"auth\",\"apiKey\":\"demo-key\",\"authNonce\":\"%d\",\"subId\":\"s\","
                                .formatted(NONCE)
                        + "\"filter\":null,\"calc\":1,\"authPayload\":\"%s\",\"authSig\":\"%s\"}"
                                .formatted(payload, signature));

        String answer = client.next();
        assertTrue(answer.contains("\"status\":\"OK\""), answer);
        assertTrue(answer.matches(".*\"userId\":\\d+,\"subId\":\"s\",\"auth_id\".*"), answer);
    }

    @Test
    void shouldRefuseUnknownKeyAndMissingFields() throws Exception {
        String wrong = VenueClient.auth("other-key", "demo-secret", NONCE, "");

        assertRefused(10100, "apikey: invalid", wrong);
        assertRefused(10100, "apikey: invalid", "{\"event\":\"auth\"}");
        assertRefused(10111, "payload: invalid", "{\"event\":\"auth\",\"apiKey\":\"demo-key\"}");
    }

    @Test
    void shouldRefuseWrongSecret() throws Exception {
        String wrong = VenueClient.auth("demo-key", "other-secret", NONCE, "");

        assertRefused(10100, "apikey: digest invalid", wrong);
        assertRefused(10100, "apikey: digest invalid", wrong.replace("authSig", "sig"));
    }

    @ParameterizedTest
    @CsvSource({"AUTH17, AUTH18", "AUTH17, 17", "authNonce, nonce"})
    void shouldRefuseMalformedPayload(String from, String to) throws Exception {
        assertRefused(10111, "payload: invalid", auth(17, "").replace(from, to));
    }

    @Test
    void shouldRefuseNonceThatDoesNotRiseOverAllConnections() throws Exception {
        client.send(auth(NONCE, "")).skipTo("[0,\"bu\"");
        client.close();
        client = VenueClient.connect(venue);

        assertRefused(10114, "nonce: small", auth(NONCE, ""));
        assertRefused(10114, "nonce: small", auth(NONCE - 1, ""));
        client.send(auth(NONCE + 1, ""));
        assertTrue(client.next().contains("\"status\":\"OK\""));
    }

    @Test
    void shouldKeepNonceWhenSignatureIsWrong() throws Exception {
        assertRefused(
                10100,
                "apikey: digest invalid",
                VenueClient.auth("demo-key", "wrong", NONCE + 5, ""));

        client.send(auth(NONCE, ""));

        assertTrue(client.next().contains("\"status\":\"OK\""));
    }

    @Test
    void shouldRefuseSecondAuthOnTheSameConnection() throws Exception {
        client.send(auth(NONCE, "")).skipTo("[0,\"bu\"");

        assertRefused(10100, "auth: dup", auth(NONCE + 1, ""));
    }

    @Test
    void shouldLeaveTheAccountOnUnauth() throws Exception {
        client.send(auth(NONCE, "")).skipTo("[0,\"bu\"");

        assertEquals(
                "{\"event\":\"unauth\",\"status\":\"OK\",\"chanId\":0}",
                client.send("{\"event\":\"unauth\"}").next());
        assertEquals(
                "{\"event\":\"error\",\"msg\":\"auth: invalid\",\"code\":10100}",
                client.send("[0,\"calc\",null,[[\"balance\"]]]").next());
        assertEquals(
                "{\"event\":\"error\",\"msg\":\"unauth: invalid\",\"code\":10200}",
                client.send("{\"event\":\"unauth\"}").next());
    }

    @Test
    void shouldCountTheAccountAsOneChannel() throws Exception {
        client.send(auth(NONCE, "")).skipTo("[0,\"bu\"");
        client.send("{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\"tBTCUSD\"}");
        client.skipTo("{\"event\":\"subscribed\"");
        client.next();

        client.send("{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\"tETHBTC\"}");

        assertTrue(client.next().contains("\"code\":10305"));
    }

    @Test
    void shouldSendOnlyWhatTheFilterLetsThrough() throws Exception {
        client.send(auth(NONCE, ",\"filter\":[\"trading-tBTCUSD\",\"wallet-exchange-USD\"]"));
        client.next();

        assertEquals(
                List.of(
                        "[0,\"ps\",[]]",
                        "[0,\"ws\",[[\"exchange\",\"USD\",1000000,0,null,null,null]]]",
                        "[0,\"os\",[]]",
                        "[0,\"wu\",[\"exchange\",\"USD\",1000000,0,1000000,null,null]]"),
                client.next(4));
        assertEquals(List.of(), client.framesBeforePong());
    }

    private void assertRefused(int code, String message, String request) throws Exception {
        assertEquals(
                "{\"event\":\"auth\",\"status\":\"FAILED\",\"chanId\":0,\"code\":%d,\"msg\":\"%s\"}"
                        .formatted(code, message),
                client.send(request).next());
    }

    private static String auth(long nonce, String more) {
        return VenueClient.auth("demo-key", "demo-secret", nonce, more);
    }
}
