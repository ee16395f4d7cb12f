package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.event.Ticker;
import io.hayate.metrics.Counter;
import io.hayate.model.Instrument;
import io.hayate.order.Order;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class StageTest {
    private static final List<String> SYMBOLS = List.of("tBTCUSD", "fUSD", "tDOGE:USD");

    @TempDir private Path state;

    /** Answers each cue, and counts what became of it. */
    private static final class Answering implements Strategy {
        private final AtomicInteger filled = new AtomicInteger();
        private volatile boolean started;
        private StrategyContext context;

        @Override
        public void onStart(StrategyContext given) {
            context = given;
            started = true;
        }

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            if (ticker.lastPrice() >= StageFrames.CUE) {
                assertTrue(context.buy(instrument, 0.01).isAccepted());
            }
        }

        @Override
        public void onExecutionReport(ExecutionReport report, Order order) {
            if (report.kind() == ReportKind.CLOSED && !order.isOpen()) {
                filled.incrementAndGet();
            }
        }
    }

    private EngineRig rig(Stage stage, Strategy strategy) {
        Map<String, Object> settings =
                Map.of(
                        "subscriptions.tickers",
                        SYMBOLS,
                        "trading.orders-per-second-max",
                        "off",
                        "trading.open-orders-max",
                        "off");
        return new EngineRig(stage.url(), state, settings, strategy);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldFillAnOrderForEachCue(boolean numbered) throws Exception {
        Answering strategy = new Answering();
        try (Stage stage = new Stage(SYMBOLS, numbered, 3_000);
                EngineRig rig = rig(stage, strategy)) {
            rig.awaitLive();
            rig.await(() -> strategy.started, "started");
            stage.begin();
            rig.await(stage::isDone, "done");
            // The stage ends with the batch that holds the last: all orders have been sent by then.
            long orders = rig.count(Counter.ORDERS_SENT);
            rig.await(() -> strategy.filled.get() == rig.count(Counter.ORDERS_SENT), "filled");

            assertTrue(orders >= 3_000, "orders " + orders);
            assertEquals(0, rig.count(Counter.FRAMES_MALFORMED));
            assertEquals(0, rig.count(Counter.FRAMES_UNKNOWN));
            assertEquals(0, rig.count(Counter.SEQUENCE_GAPS));
        }
    }

    @Test
    void shouldEndWhenItsClientGivesNoOrder() throws Exception {
        try (Stage stage = new Stage(SYMBOLS, true, 3_000);
                EngineRig rig = rig(stage, null)) {
            rig.awaitLive();
            stage.begin();
            rig.await(() -> !rig.strategy.tickers.isEmpty(), "a ticker");

            stage.abandon();

            rig.await(stage::isDone, "done");
        }
    }

    @Test
    void shouldEndWhenNobodyComes() throws Exception {
        Stage stage = new Stage(SYMBOLS, true, 1);

        stage.close();

        assertTrue(stage.isDone());
    }

    @Test
    void shouldEndWhenItsClientSaysNothing() throws Exception {
        Stage stage = new Stage(SYMBOLS, true, 1);
        Socket client = new Socket(InetAddress.getLoopbackAddress(), stage.url().getPort());

        stage.close();

        assertTrue(stage.isDone());
        client.close();
    }
}
