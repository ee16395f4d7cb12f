package io.hayate.venue.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong with answers, orders and numbers of an account. */
class AccountFaultsTest {
    private final FaultRig rig = FaultRig.still();
    private final FaultRig.Client client = rig.demo();

    @ParameterizedTest
    @CsvSource({
        "lost-ack, on",
        "doubled-ack, n n on",
        "swapped-ack, on n",
        "oc-without-on, n",
        "dropped type=on, n",
        "doubled type=on, n on on",
        "order-refused, n",
        "order-ended, n oc",
        "lost-request type=on, ''",
        "doubled-request type=on, n on n on",
        "lost-ack connection=7, n on",
        "lost-ack account=nobody, n on",
        "lost-ack symbol=tETHUSD, n on",
        "lost-ack symbol=tBTCUSD, on",
        "lost-ack nth=2, n on",
        "lost-ack from=1h, n on",
        "lost-ack type=oc-req, n on"
    })
    void shouldLetHappenToAnOrderWhatTheRuleSays(String rule, String types) {
        rig.fault(rule);

        client.buy(1);

        assertEquals(types, client.types());
    }

    @Test
    void shouldTellOfAnOrderThatLostItsBeginningWhenItEnds() {
        rig.fault("oc-without-on");
        client.buy(1);
        client.send("[0,\"oc_multi\",null,{\"all\":1}]");

        assertEquals("n n oc", client.types());
    }

    @Test
    void shouldSendAnswersLaterByTheirDelay() {
        rig.fault("late-ack delay=3s");
        client.buy(1);
        assertEquals("on", client.types());
        rig.advance(2_999);
        assertEquals("", client.types().replaceAll("wu|bu| ", ""));

        rig.advance(1);

        assertEquals("n", client.types());
    }

    @Test
    void shouldTellOfAnExecutionBeforeTheAnswerToItsOrder() {
        rig.fault("te-before-n");
        client.buyNow(1);

        assertEquals("wu wu te n oc wu tu bu", client.types());
        client.buy(2);
        assertEquals("on", client.types().replaceAll(" ?(wu|bu)", ""));
        rig.advance(1_000);
        assertTrue(client.types().contains("n"));
    }

    @Test
    void shouldEndOrdersByTheStatusThatIsSet() {
        rig.fault("order-ended status=\"RSN_PAUSE\" times=1");
        rig.fault("order-refused message=\"Invalid price.\" nth=2");

        List<String> ended = client.buy(1).take("[0,\"oc\"");
        List<String> refused = client.buy(2).take("[0,\"n\"");

        assertTrue(ended.get(0).contains(",\"RSN_PAUSE\","), ended.toString());
        assertTrue(refused.get(0).endsWith(",\"ERROR\",\"Invalid price.\"]]"), refused.toString());
    }

    @Test
    void shouldRefuseInputsBeyondTheirRate() {
        rig.fault("rate-limited most=2 within=1s");

        client.buy(1).buy(2).buy(3);

        List<String> answers = client.take("[0,\"n\"");
        assertTrue(
                answers.get(2).endsWith(",11010,\"ERROR\",\"ratelimit: error\"]]"), answers.get(2));
        assertTrue(answers.get(1).contains("\"SUCCESS\""));
        rig.advance(1_000);
        client.take();
        assertTrue(client.buy(4).take("[0,\"n\"").get(0).contains("\"SUCCESS\""));
    }

    @ParameterizedTest
    @CsvSource({
        "sequence-skipped by=2, 3 4",
        "sequence-repeated, 0 1",
        "sequence-back by=2, -2 -1",
    })
    void shouldCountWrongWhereTheRuleSays(String rule, String sequences) {
        client.send("{\"event\":\"conf\",\"flags\":65536}");
        rig.fault(rule + " channel=account nth=1");
        client.take();

        client.send("[0,\"oc\",null,{\"id\":1}]").send("[0,\"oc\",null,{\"id\":1}]");

        assertEquals(sequences, client.sequences());
    }

    @ParameterizedTest
    @CsvSource({
        "account-sequence-skipped by=5, 6",
        "account-sequence-repeated, 0",
        "account-sequence-back by=2, -2"
    })
    void shouldCountTheAccountWrongWhereTheRuleSays(String rule, int step) {
        client.send("{\"event\":\"conf\",\"flags\":65536}").buy(1);
        long before = accountNumber(client.take("[0,\"on\"").get(0));
        rig.advance(200);
        long computed = accountNumber(last(client.take("[0,\"bu\"")));
        rig.fault(rule + " type=on");

        client.buy(2);

        assertTrue(computed > before);
        assertEquals(computed + step, accountNumber(client.take("[0,\"on\"").get(0)));
    }

    private static String last(List<String> frames) {
        return frames.get(frames.size() - 1);
    }

    private static long accountNumber(String frame) {
        return Long.parseLong(frame.replaceAll(".*,(\\d+)\\]", "$1"));
    }

    @Test
    void shouldDropTheConnectionAtAnOrderThatItSwallows() {
        rig.fault("swallowed-order");

        client.buy(1);

        assertEquals(List.of("drop"), client.take());
    }

    @ParameterizedTest
    @CsvSource({
        "10100, apikey: invalid",
        "10111, payload: invalid",
        "10112, apikey: digest invalid",
        "10113, auth: hmac invalid",
        "10114, nonce: small",
        "11000, auth: not ready"
    })
    void shouldRefuseToAuthenticateInEachWay(int code, String message) {
        rig.fault("auth-refused code=" + code + " times=1");
        FaultRig.Client other = rig.connect();
        other.take();

        other.authenticate();

        assertEquals(
                List.of(
                        "{\"event\":\"auth\",\"status\":\"FAILED\",\"chanId\":0,\"code\":"
                                + code
                                + ",\"msg\":\""
                                + message
                                + "\"}"),
                other.take());
        assertTrue(other.authenticate().take().get(0).contains("\"status\":\"OK\""));
    }

    @Test
    void shouldPutClientsOutOfTheirAccountLater() {
        rig.fault("auth-revoked from=5s");
        rig.advance(5_000);

        assertEquals(
                List.of("{\"event\":\"unauth\",\"status\":\"OK\",\"chanId\":0}"), client.take("{"));
        assertTrue(client.buy(1).take().get(0).contains("auth: invalid"));
    }

    @Test
    void shouldFillAnOrderBetweenItsCancellationAndTheAnswer() {
        rig.fault("fill-before-cancel part=0.5 nth=1");
        rig.fault("fill-before-cancel nth=2");
        long id = id(client.buy(1).take("[0,\"on\"").get(0));
        client.send("[0,\"oc\",null,{\"id\":" + id + "}]");

        List<String> told = client.take();
        String ended = told.stream().filter(each -> each.startsWith("[0,\"oc\"")).findFirst().get();
        assertTrue(ended.contains("CANCELED was: PARTIALLY FILLED @ 1000.0(0.005)"), ended);
        assertTrue(told.stream().anyMatch(each -> each.startsWith("[0,\"te\"")));

        long second = id(client.buy(2).take("[0,\"on\"").get(0));
        client.send("[0,\"oc\",null,{\"id\":" + second + "}]");
        List<String> filled = client.take();
        assertTrue(filled.stream().anyMatch(each -> each.contains("EXECUTED @ 1000.0(0.01)")));
        assertTrue(filled.stream().anyMatch(each -> each.contains("\"Order not found.\"")));
        assertFalse(filled.stream().anyMatch(each -> each.contains("CANCELED")));
    }

    private static long id(String order) {
        return Long.parseLong(order.replaceAll("^\\[0,\"on\",\\[(\\d+),.*", "$1"));
    }

    @Test
    void shouldCountAndTellEachFaultWithTheFrameItTouched() {
        int number = rig.fault("lost-ack");
        client.buy(7);

        List<String> news = rig.news();
        assertEquals(1, news.size());
        assertTrue(
                news.get(0).startsWith("fault lost-ack 1 with client 1: [0,\"n\",["), news.get(0));
        assertEquals(
                List.of(new FaultControls.Entry(number, "lost-ack", 1)),
                rig.controls().faults().active());
        assertTrue(rig.controls().faults().remove(number));
        client.take();
        assertEquals("n on", client.buy(8).types().replaceAll(" ?(wu|bu)", ""));
    }
}
