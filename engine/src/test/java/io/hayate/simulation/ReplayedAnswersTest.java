package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.PathConfig;
import io.hayate.model.ChannelSpec;
import io.hayate.model.OrderStatus;
import io.hayate.order.Order;
import io.hayate.recording.capture.Recorder;
import io.hayate.replay.ReplayTotals;
import io.hayate.venue.VenueConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that asked the exchange's REST what became of its orders replays by the answers of then. */
class ReplayedAnswersTest {
    private static final PathConfig CONFIG =
            SimulationRig.config(ChannelSpec.ticker("tBTCUSD"), ChannelSpec.ticker("tETHUSD"));
    private static final String REST = "{\"k\":\"rest\"";
    private static final String FILLS = "/v2/auth/r/trades/tETHUSD/hist";

    @TempDir private Path folder;

    private SimulationRig rig;
    private SimulatedEngine engine;
    private Recorder recorder;

    @BeforeEach
    void begin() throws IOException {
        VenueConfig venue = VenueConfig.DEFAULTS.withSymbols(List.of("tBTCUSD", "tETHUSD"));
        rig = new SimulationRig(venue, 7);
        recorder = ReplayRig.recorder(folder, rig.simulation.clock());
        recorder.begin();
        rig.simulation.record(recorder.tap());
        engine = rig.simulation.engine(CONFIG, SimulationRig.DEMO, new SimulationRig.Trader(10));
        rig.comeLive(engine);
    }

    private void run(int seconds) {
        for (int i = 0; i < seconds; i++) {
            rig.simulation.runFor(SECOND);
            while (recorder.doWork() > 0) {
                assertEquals(0, recorder.lost());
            }
        }
    }

    /** The connection is lost as an order is under way, which is filled: REST tells of it. */
    private void loseAnOrderAndSettleIt() {
        run(10);
        assertTrue(rig.simulation.runUntil(() -> orders(OrderStatus.SUBMITTED) > 0, 60 * SECOND));
        engine.faults().get(0).cutAfter(0);
        assertTrue(rig.simulation.runUntil(() -> orders(OrderStatus.UNKNOWN) > 0, 60 * SECOND));
        run(60);
        assertEquals(0, orders(OrderStatus.UNKNOWN));
        recorder.onClose();
    }

    private int orders(OrderStatus status) {
        List<Order> found = new ArrayList<>();
        engine.path()
                .orders()
                .forEach(
                        order -> {
                            if (order.status() == status) {
                                found.add(order);
                            }
                        });
        return found.size();
    }

    private ReplayTotals replay() throws IOException {
        return ReplayRig.replay(folder, CONFIG, new SimulationRig.Trader(10));
    }

    private List<String> answers() throws IOException {
        return ReplayRig.lines(folder).stream().filter(line -> line.startsWith(REST)).toList();
    }

    @Test
    void shouldReplayWithoutADifferenceWhenALostOrderWasSettledByTheHistory() throws IOException {
        loseAnOrderAndSettleIt();

        ReplayTotals totals = replay();

        assertEquals("", totals.difference());
        assertTrue(totals.answers() >= 3, "answers: " + totals.answers()); // open, ended, fills
        assertTrue(totals.decisions() > 5, "decisions: " + totals.decisions());
    }

    @Test
    void shouldRecordWhatWasAskedAndAnsweredWithoutHeadersKeyOrSecret() throws IOException {
        loseAnOrderAndSettleIt();

        List<String> answers = answers();

        String all = String.join("\n", answers);
        assertTrue(all.contains("\"path\":\"" + FILLS + "\",\"asked\":{\"start\":"), all);
        assertTrue(all.contains(",\"status\":200,\"body\":[["), all);
        String text = String.join("\n", ReplayRig.lines(folder));
        assertFalse(text.contains("bfx-"), "a header");
        assertFalse(text.contains(SimulationRig.DEMO.apiKey()), "the key");
        assertFalse(text.contains(SimulationRig.DEMO.apiSecret()), "the secret");
    }

    @Test
    void shouldReplayRefusalsAndAnswersThatCameLateWithoutADifference() throws IOException {
        engine.historyFaults().refuse(3);
        engine.historyFaults().slow(3 * SECOND);
        engine.historyFaults().behind(20_000);

        loseAnOrderAndSettleIt();

        assertEquals("", replay().difference());
        assertTrue(String.join("\n", answers()).contains("\"status\":503}"));
    }

    @Test
    void shouldNameWhatAnAnswerTellsOtherwise() throws IOException {
        loseAnOrderAndSettleIt();

        ReplayRig.rewrite(
                folder,
                line ->
                        line.startsWith(REST) && line.contains(FILLS)
                                ? line.replaceAll("\"body\":.*", "\"body\":[]}}")
                                : line);

        String difference = replay().difference();
        assertTrue(difference.contains("the account's history told FILL_FEE"), difference);
        assertTrue(difference.contains("tells now the end of "), difference);
    }

    @Test
    void shouldNameWhatIsAskedOtherwise() throws IOException {
        loseAnOrderAndSettleIt();

        ReplayRig.rewrite(
                folder,
                line ->
                        line.startsWith(REST)
                                ? line.replace("\"limit\":500", "\"limit\":250")
                                : line);

        String difference = replay().difference();
        assertTrue(difference.contains("the exchange was asked /v2/auth/r/orders/"), difference);
        assertTrue(difference.contains("\nis asked now /v2/auth/r/orders/"), difference);
    }

    @Test
    void shouldTakeWhatWasTakenUpAsItIsWhenAnswersAreNotRecorded() throws IOException {
        loseAnOrderAndSettleIt();

        ReplayRig.rewrite(folder, line -> line.startsWith(REST) ? "" : line);

        ReplayTotals totals = replay();
        assertEquals("", totals.difference());
        assertEquals(0, totals.answers());
    }

    @Test
    void shouldTakeWhatWasTakenUpAsItIsWhenAnAnswerWasTooLongToBeKept() throws IOException {
        loseAnOrderAndSettleIt();

        ReplayRig.rewrite(
                folder,
                line ->
                        line.startsWith(REST) && line.contains("/hist")
                                ? line.replaceAll("\"body\":.*", "\"left\":2000000}}")
                                : line);

        assertEquals("", replay().difference());
    }
}
