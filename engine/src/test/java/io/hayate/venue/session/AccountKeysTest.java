package io.hayate.venue.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.AccountRules;
import io.hayate.venue.DeadManScope;
import io.hayate.venue.RequestNumbers;
import io.hayate.venue.account.AccountAccess;
import io.hayate.venue.account.AccountRig;
import io.hayate.venue.account.AuthTokens;
import io.hayate.venue.account.Nonce;
import io.hayate.venue.account.TokenRequest;
import io.hayate.venue.account.VenueAccounts;
import io.hayate.venue.server.VenueClient;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountKeysTest {
    private final AccountRig rig = new AccountRig(AccountRig.STILL);
    private final VenueAccounts accounts = rig.exchange().accounts();

    /** The answer to an {@code auth} whose nonce and payload are these texts of JSON. */
    private String auth(String nonce, String payload) {
        return rig.connect()
                .send(
                        "{\"event\":\"auth\",\"apiKey\":\"demo-key\",\"authNonce\":%s,"
                                        .formatted(nonce)
                                + "\"authPayload\":\"%s\",\"authSig\":\"%s\"}"
                                        .formatted(
                                                payload, VenueClient.sign("demo-secret", payload)))
                .take()
                .get(0);
    }

    private static void assertAccepted(String answer) {
        assertTrue(answer.contains("\"status\":\"OK\""), answer);
    }

    private static void assertSmall(String answer) {
        assertTrue(answer.endsWith("\"code\":10114,\"msg\":\"nonce: small\"}"), answer);
    }

    @Test
    void shouldCompareNoncesAsJavaScriptDoes() {
        assertAccepted(auth("9007199254740992", "AUTH9007199254740992"));
        assertSmall(auth("9007199254740993", "AUTH9007199254740993")); // the same double
        assertAccepted(auth("9007199254740994", "AUTH9007199254740994"));
        assertAccepted(auth("17640000000000000000", "AUTH17640000000000000000"));
        assertSmall(auth("17640000000000000001", "AUTH17640000000000000001"));
        assertSmall(auth("17640000000000000", "AUTH17640000000000000"));
        assertAccepted(auth("\"17640000000000100000\"", "AUTH17640000000000100000"));
        assertAccepted(auth("1.8e+21", "AUTH1.8e+21"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "[1]", "{}", "\"\"", "\"x\"", "-5", "1e99", "\"NaN\""})
    void shouldRefuseWhatIsNoNonce(String nonce) {
        String answer = auth(nonce, "AUTH" + nonce.replace("\"", ""));

        assertTrue(answer.endsWith("\"code\":10111,\"msg\":\"payload: invalid\"}"), answer);
    }

    @Test
    void shouldCountNoncesOfEachKeyByItselfWhicheverWayTheyCome() {
        assertAccepted(auth("100", "AUTH100"));
        AccountAccess demo = accounts.find("demo-key");

        assertFalse(demo.key().useNonce(Nonce.of("100")));
        assertTrue(demo.key().useNonce(Nonce.of("101")));
        assertSmall(auth("101", "AUTH101"));
        assertTrue(accounts.find("demo-key-2").key().useNonce(Nonce.of("1")));
        assertNull(accounts.find("nobody"));
        assertNull(accounts.find(null));
    }

    private static TokenRequest token(String body) throws Exception {
        return new TokenRequest(Fields.of(JsonReader.read(body)));
    }

    private List<String> use(String token) {
        return rig.connect()
                .send("{\"event\":\"auth\",\"token\":\"" + token + "\",\"dms\":4}")
                .take();
    }

    @Test
    void shouldOpenTheAccountByATokenUntilItEnds() throws Exception {
        AuthTokens tokens = accounts.tokens();
        String token =
                tokens.make(
                        accounts.find("demo-key"),
                        token("{\"scope\":\"api\",\"ttl\":60,\"writePermission\":true}"));
        assertAccepted(use(token).get(0));
        rig.advance(59_999);
        assertAccepted(use(token).get(0));

        rig.advance(1);

        assertEquals(
                "{\"event\":\"auth\",\"status\":\"FAILED\",\"chanId\":0,\"code\":10100,"
                        + "\"msg\":\"token: invalid\"}",
                use(token).get(0));
    }

    @Test
    void shouldAllowByATokenNoMoreThanItAskedFor() throws Exception {
        String token =
                accounts.tokens()
                        .make(
                                accounts.find("demo-key"),
                                token("{\"scope\":\"api\",\"caps\":[\"o\",\"wd\"]}"));

        String answer = use(token).get(0);

        assertTrue(answer.contains("\"orders\":{\"read\":1,\"write\":0}"), answer);
        assertTrue(answer.contains("\"wallets\":{\"read\":0,\"write\":0}"), answer);
        assertTrue(answer.contains("\"withdraw\":{\"read\":0,\"write\":0}"), answer);
    }

    @Test
    void shouldEndATokenWhenItIsRevokedAndTheOldestWhenThereAreTooMany() throws Exception {
        AuthTokens tokens = accounts.tokens();
        TokenRequest request = token("{\"scope\":\"api\"}");
        AccountAccess demo = accounts.find("demo-key");
        String first = tokens.make(demo, request);
        String second = tokens.make(demo, request);
        assertTrue(tokens.revoke(second));
        assertFalse(tokens.revoke(second));
        assertNull(tokens.find(second));

        for (int i = 1; i < AuthTokens.TOKENS_MAX; i++) {
            tokens.make(demo, request);
        }
        assertNotNull(tokens.find(first));
        tokens.make(demo, request);

        assertNull(tokens.find(first));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|scope: invalid",
                "{\"scope\":\"x\"}|scope: invalid",
                "{\"scope\":\"api\",\"ttl\":0}|ttl: invalid",
                "{\"scope\":\"api\",\"ttl\":\"x\"}|ttl: invalid",
                "{\"scope\":\"api\",\"ttl\":604801}|ttl: invalid",
                "{\"scope\":\"api\",\"caps\":\"o\"}|caps: invalid",
                "{\"scope\":\"api\",\"caps\":[1]}|caps: invalid",
                "{\"scope\":\"api\",\"caps\":[\"nope\"]}|caps: invalid"
            })
    void shouldRefuseATokenThatCannotBe(String body, String refusal) throws Exception {
        assertEquals(refusal, token(body).refusal());
    }

    @Test
    void shouldLetThroughWhatEachGroupOfAFilterMeans() {
        AccountRig.Client all = rig.demo("");
        List<String> groups = List.of("trading", "funding", "wallet", "balance", "notify", "algo");
        List<List<String>> expected =
                List.of(
                        List.of("ps", "os", "on"),
                        List.of("fos", "fcs", "fls"),
                        List.of("ws", "wu", "wu", "wu", "wu", "wu"),
                        List.of("bu", "bu"),
                        List.of("n"),
                        List.of());
        for (int i = 0; i < groups.size(); i++) {
            AccountRig.Client client = rig.connect();
            client.authenticate(
                            "demo-key", "demo-secret", ",\"filter\":[\"" + groups.get(i) + "\"]")
                    .take("{");
            rig.advance(200);
            AccountRig.Client fresh = rig.connect();
            fresh.authenticate(
                    "demo-key", "demo-secret", ",\"filter\":[\"" + groups.get(i) + "\"]");
            rig.advance(200);
            fresh.send(
                    "[0,\"on\",null,{\"type\":\"EXCHANGE LIMIT\",\"symbol\":\"tBTCUSD\","
                            + "\"amount\":\"0.01\",\"price\":\"10000\"}]");
            rig.advance(200);

            List<String> types =
                    fresh.take("[0").stream().map(frame -> frame.split("\"", 3)[1]).toList();

            assertEquals(expected.get(i), types, groups.get(i));
        }
        assertFalse(all.take().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void shouldNumberAnswersToRequestsAsTheSettingSays(RequestNumbers numbers) {
        AccountRig own = AccountRig.of(new AccountRules(DeadManScope.ACCOUNT, 0, numbers));
        AccountRig.Client client = own.demo("").send("{\"event\":\"conf\",\"flags\":65536}");
        client.send("[0,\"on\",null,{\"amount\":\"1\"}]");
        client.send(
                "[0,\"on\",null,{\"type\":\"EXCHANGE LIMIT\",\"symbol\":\"tBTCUSD\","
                        + "\"amount\":\"0.01\",\"price\":\"10000\"}]");
        List<String> frames = client.take("[0");
        String refused = behind(frames.get(0));
        String accepted = behind(frames.get(1));
        String[] told = behind(frames.get(2)).split(",", -1);
        long last = Long.parseLong(told[1]) - 1; // of the account, when it was answered

        switch (numbers) {
            case CONNECTION ->
                    assertEquals(List.of("1", "2", "3"), List.of(refused, accepted, told[0]));
            case BOTH ->
                    assertEquals(
                            List.of("1", "2," + last, "3"), List.of(refused, accepted, told[0]));
            case ACCOUNT ->
                    assertEquals(
                            List.of("" + last, "" + last, "1"),
                            List.of(refused, accepted, told[0]));
        }
    }

    /** What stands behind the body of a frame of channel 0. */
    private static String behind(String frame) {
        return frame.substring(frame.lastIndexOf(']', frame.length() - 2) + 2, frame.length() - 1);
    }
}
