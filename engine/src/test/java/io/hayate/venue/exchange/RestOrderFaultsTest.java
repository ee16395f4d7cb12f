package io.hayate.venue.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.rest.RestResponse;
import io.hayate.venue.rest.SignedClient;
import io.hayate.venue.rule.FaultKind;
import io.hayate.venue.rule.FaultPoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong with orders by REST, and with their answers. */
class RestOrderFaultsTest {
    private static final String SUBMIT = "w/order/submit";

    private final FaultRig rig = FaultRig.still();
    private final FaultRig.Client listener = rig.demo();
    private final SignedClient demo = SignedClient.demo();
    private final List<String> answers = new ArrayList<>();

    private static String order(int cid) {
        return "{\"type\":\"EXCHANGE LIMIT\",\"symbol\":\"tBTCUSD\",\"amount\":\"0.01\",\"price\":\"1000\",\"cid\":"
                + cid
                + "}";
    }

    private void ask(SignedClient client, String path, String body) {
        rig.exchange().onRequest(client.request(path, body), this::onAnswer);
    }

    private void onAnswer(RestResponse response) {
        answers.add(
                response.isNone()
                        ? "none"
                        : response.isHeld() ? "held" : response.status() + " " + response.body());
    }

    private void submit(int cid) {
        ask(demo, SUBMIT, order(cid));
    }

    /** What was answered since the last time: the status of each answer. */
    private String statuses() {
        String statuses = String.join(" ", answers).replaceAll("(\\d{3}) \\[.*?\\](?= |$)", "$1");
        answers.clear();
        return statuses;
    }

    /** The client order ids in the answers since the last time. */
    private String cids() {
        String cids =
                String.join(
                        " ",
                        answers.stream()
                                .map(each -> each.replaceAll(".*\\[\\[\\d+,null,(\\d+),.*", "$1"))
                                .toList());
        answers.clear();
        return cids;
    }

    /** What the account's socket has heard of orders. */
    private String heard() {
        return listener.types().replaceAll("wu|bu", "").strip().replaceAll(" +", " ");
    }

    @ParameterizedTest
    @CsvSource({
        "lost-ack, none, on",
        "lost-ack rest=held, held, on",
        "lost-ack rest=504, 504, on",
        "lost-ack rest=429, 429, on",
        "lost-request, none, ''",
        "lost-request rest=held, held, ''",
        "lost-request rest=502, 502, ''",
        "doubled-request, 200, on on",
        "rate-limited most=0, 429, ''",
        "order-refused, 500, ''",
        "order-ended, 200, oc",
        "swallowed-order, none, ''",
        "swallowed-order filled=true, none, on",
        "lost-ack type=on-req, none, on",
        "lost-request type=on, none, ''",
        "lost-ack account=demo, none, on",
        "lost-ack symbol=tBTCUSD, none, on",
        "lost-request symbol=tBTCUSD, none, ''",
        "oc-without-on, 200, ''"
    })
    void shouldLetHappenToAnOrderWhatTheRuleSays(String rule, String status, String heard) {
        rig.fault(rule);

        submit(1);

        assertEquals(status, statuses());
        assertEquals(heard, heard());
        assertEquals(1, rig.controls().faults().active().get(0).made());
        assertEquals(1, rig.news().size());
    }

    /** Without a socket, whatever acts acts on REST. */
    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void shouldActByRestWhereTheTableSaysSo(FaultKind kind) {
        FaultRig alone = FaultRig.still();
        boolean frames = kind.point() == FaultPoint.FRAME;
        boolean limit = kind == FaultKind.RATE_LIMITED;
        alone.fault(kind.word() + (frames ? " channel=all" : "") + (limit ? " most=0" : ""));
        alone.exchange().onRequest(demo.request(SUBMIT, order(1)), this::onAnswer);
        String id = String.join("", answers).replaceAll(".*?\\[\\[(\\d+),.*|.*", "$1");
        String cancel = "{\"id\":" + (id.isEmpty() ? "0" : id) + "}";
        alone.exchange().onRequest(demo.request("w/order/cancel", cancel), this::onAnswer);

        long made = alone.controls().faults().active().get(0).made();

        boolean asked =
                switch (kind.point()) {
                    case FRAME, REQUEST, ORDER, CANCEL, HTTP -> !kind.byRest().isEmpty();
                    default -> made > 0; // it acts by itself, or when something else is asked
                };
        assertEquals(asked, made > 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doubled-ack",
                "te-before-n",
                "dropped channel=account type=on-req",
                "lost-ack connection=1",
                "lost-ack account=demo-2",
                "lost-ack symbol=tETHUSD",
                "lost-ack type=oc-req",
                "lost-request type=ou",
                "lost-request account=nobody",
                "late-ack nth=2 delay=1s"
            })
    void shouldAnswerAsUsualWhenTheRuleIsAboutOthers(String rule) {
        rig.fault(rule);

        submit(1);

        assertEquals("200", statuses());
        assertEquals("on", heard());
        assertEquals(0, rig.controls().faults().active().get(0).made());
        assertEquals(List.of(), rig.news());
    }

    @Test
    void shouldTellTheAnswerOrTheRequestThatItTouched() {
        rig.fault("lost-ack nth=1");
        rig.fault("lost-request nth=2");
        rig.fault("order-refused nth=2");

        submit(1);
        submit(2);
        submit(3);

        List<String> news = rig.news();
        assertTrue(
                news.get(0).startsWith("fault lost-ack 1 by REST: [" + FaultRig.NOW_MS / 1_000_000),
                news.get(0));
        assertTrue(news.get(0).contains(",\"on-req\",null,null,[["), news.get(0));
        assertTrue(
                news.get(1)
                        .startsWith(
                                "fault lost-request 1 by REST: POST /v2/auth/w/order/submit"
                                        + " {\"type\":\"EXCHANGE LIMIT\","),
                news.get(1));
        assertEquals("fault order-refused 1 by REST: at on", news.get(2));
    }

    @Test
    void shouldAnswerLaterWhatWasDoneAtOnce() {
        rig.fault("late-ack delay=3s");

        submit(1);

        assertEquals("on", heard());
        rig.advance(2_999);
        assertEquals("", statuses());
        rig.advance(1);
        assertEquals("200", statuses());
    }

    @Test
    void shouldDoLaterWhatCameInTime() {
        rig.fault("late-request delay=3s");

        submit(1);

        rig.advance(2_999);
        assertEquals("", heard());
        assertEquals("", statuses());
        rig.advance(1);
        assertEquals("on", heard());
        assertEquals("200", statuses());
    }

    @Test
    void shouldSwapAnAnswerWithTheNextOneOfTheAccount() {
        rig.fault("swapped-ack nth=1");
        submit(1);
        ask(SignedClient.second(), SUBMIT, order(7));
        assertEquals("7", cids());

        submit(2);

        assertEquals("2 1", cids());
    }

    @Test
    void shouldSwapTwoAnswersThatAreBothToBe() {
        rig.fault("swapped-ack");

        submit(1);
        submit(2);
        submit(3);

        assertEquals("2 1", cids());
        rig.advance(5_000);
        assertEquals("3", cids());
    }

    @Test
    void shouldSendASwappedAnswerAfterFiveSecondsWhenNoOtherComes() {
        rig.fault("swapped-ack times=1");
        submit(1);
        rig.advance(4_999);
        assertEquals("", statuses());

        rig.advance(1);

        assertEquals("200", statuses());
        submit(2);
        rig.advance(10_000);
        assertEquals("200", statuses());
    }

    @Test
    void shouldRefuseOrdersOfAnAccountBeyondTheirRate() {
        rig.fault("rate-limited most=2 within=1s");

        submit(1);
        submit(2);
        submit(3);
        assertEquals("[\"error\",11010,\"ratelimit: error\"]", answers.get(2).substring(4));
        assertEquals("200 200 429", statuses());
        ask(SignedClient.second(), SUBMIT, order(4));
        listener.buy(5);
        rig.advance(1_000);
        submit(6);

        assertEquals("200 200", statuses());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "submit | {\"type\":\"EXCHANGE MARKET\",\"symbol\":\"tBTCUSD\",\"amount\":\"0.01\"} | on",
                "update | {\"id\":1,\"price\":\"1001\"} | ou",
                "cancel | {\"id\":1} | oc",
                "cancel/multi | {\"all\":1} | oc_multi",
                "multi | {\"ops\":[[\"oc\",{\"id\":1}]]} | ox_multi",
                "multi | {\"ops\":[[\"oc\",{\"id\":1}]]} | oc"
            })
    void shouldLoseTheAnswerOfEachInput(String path, String body, String input) {
        rig.fault("lost-ack nth=1 type=" + input + "-req");
        rig.fault("lost-request nth=2 type=" + (path.equals("multi") ? "ox_multi" : input));

        ask(demo, "w/order/" + path, body);
        ask(demo, "w/order/" + path, body);

        assertEquals("none none", statuses());
        assertEquals(2, rig.news().size());
    }

    @Test
    void shouldDoNothingTwiceThatIsNoOrder() {
        rig.fault("lost-ack");
        rig.fault("lost-request");

        ask(demo, "r/wallets", "{}");
        ask(demo, "w/token", "{\"scope\":\"api\"}");
        ask(demo, "w/order/nothing", "{}");

        assertEquals("200 200 404", statuses());
    }

    @Test
    void shouldCarryOutAMultiRequestTwiceWhenItIsDoubled() {
        rig.fault("doubled-request");

        ask(
                demo,
                "w/order/multi",
                "{\"ops\":[[\"on\"," + order(1) + "],[\"on\"," + order(2) + "]]}");

        assertEquals("200", statuses());
        assertEquals("on on on on", heard());
    }

    @Test
    void shouldFillAnOrderBetweenItsCancellationAndTheAnswer() {
        rig.fault("fill-before-cancel part=0.5");
        submit(1);
        String id = answers.get(0).replaceAll(".*\\[\\[(\\d+),.*", "$1");

        ask(demo, "w/order/cancel", "{\"id\":" + id + "}");

        String heard = heard();
        assertTrue(heard.contains("te") && heard.endsWith("tu oc"), heard);
        assertEquals(List.of("fault fill-before-cancel 1 by REST: at oc"), rig.news());
    }

    @Test
    void shouldActAlikeWhenTheSeedIsTheSame() {
        assertEquals(outcomes(), outcomes());
        assertTrue(outcomes().contains("none") && outcomes().contains("200"));
    }

    private static String outcomes() {
        RestOrderFaultsTest run = new RestOrderFaultsTest();
        run.rig.fault("lost-ack chance=0.3");
        run.rig.fault("late-request delay=2s chance=0.3");
        for (int i = 0; i < 60; i++) {
            run.submit(i);
            run.rig.advance(500);
        }
        return String.join("\n", run.answers);
    }
}
