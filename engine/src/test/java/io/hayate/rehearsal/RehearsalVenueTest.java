package io.hayate.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.EngineRig;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.event.Ticker;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instrument;
import io.hayate.model.MarketChannel;
import io.hayate.order.Order;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RehearsalVenueTest {
    private static final List<String> SYMBOLS = List.of("tBTCUSD", "fUSD", "tDOGE:USD");
    private static final List<ChannelSpec> CHANNELS =
            SYMBOLS.stream().map(ChannelSpec::ticker).toList();
    private static final List<String> ALL_FORMS =
            List.of(
                    "trades BTCUSD",
                    "trades fUSD",
                    "book BTCUSD",
                    "book BTCUSD R0",
                    "book fUSD",
                    "book fUSD R0",
                    "candles 1m BTCUSD",
                    "status BTCF0:USTF0",
                    "status liquidations");

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

    private EngineRig rig(RehearsalVenue stage, Strategy strategy) {
        return rig(stage, strategy, List.of(), false);
    }

    private EngineRig rig(
            RehearsalVenue stage, Strategy strategy, List<String> channels, boolean bulk) {
        Map<String, Object> settings =
                Map.of(
                        "subscriptions.tickers",
                        SYMBOLS,
                        "subscriptions.channels",
                        channels,
                        "market.bulk-updates",
                        bulk,
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
        try (RehearsalVenue stage = new RehearsalVenue(CHANNELS, numbered, 3_000);
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

    @ParameterizedTest
    @CsvSource({"true, false", "true, true", "false, false"})
    void shouldPlayAllFormsOfChannelsAsTheVenueDoes(boolean numbered, boolean bulk)
            throws Exception {
        Answering strategy = new Answering();
        List<ChannelSpec> channels = StageCast.ofAllForms(CHANNELS);
        try (RehearsalVenue stage = new RehearsalVenue(channels, numbered, 6_000);
                EngineRig rig = rig(stage, strategy, ALL_FORMS, bulk)) {
            rig.awaitLive();
            rig.await(() -> strategy.started, "started");
            stage.begin();
            rig.await(stage::isDone, "done");
            rig.await(() -> strategy.filled.get() == rig.count(Counter.ORDERS_SENT), "filled");

            assertEquals(0, rig.count(Counter.FRAMES_MALFORMED));
            assertEquals(0, rig.count(Counter.FRAMES_UNKNOWN));
            assertEquals(0, rig.count(Counter.TYPES_UNKNOWN));
            assertEquals(0, rig.count(Counter.SEQUENCE_GAPS));
            assertEquals(0, rig.count(Counter.UPDATES_DROPPED));
            assertEquals(channels.size(), rig.engine.channels().count());
            for (MarketChannel channel : all(rig)) {
                assertPlayed(rig, channel);
            }
        }
    }

    private static List<MarketChannel> all(EngineRig rig) {
        return IntStream.range(0, rig.engine.channels().count())
                .mapToObj(rig.engine.channels()::get)
                .toList();
    }

    private static void assertPlayed(EngineRig rig, MarketChannel channel) {
        ToLongFunction<Figure> figure = of -> rig.engine.statistics().get(channel.id(), of);
        String name = channel.displayName();
        assertTrue(figure.applyAsLong(Figure.FRAMES) > 100, name);
        if (channel.kind() == Channel.BOOK && !channel.isFunding()) {
            assertTrue(figure.applyAsLong(Figure.CHECKSUMS_PASSED) > 30, name);
            assertEquals(2, figure.applyAsLong(Figure.CHECKSUMS_FAILED), name);
            assertEquals(2, figure.applyAsLong(Figure.RESYNCS), name);
            assertEquals(0, figure.applyAsLong(Figure.HEALTH), name);
        }
    }

    @Test
    void shouldEndWhenItsClientGivesNoOrder() throws Exception {
        try (RehearsalVenue stage = new RehearsalVenue(CHANNELS, true, 3_000);
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
        RehearsalVenue stage = new RehearsalVenue(CHANNELS, true, 1);

        stage.close();

        assertTrue(stage.isDone());
    }

    @Test
    void shouldEndWhenItsClientSaysNothing() throws Exception {
        RehearsalVenue stage = new RehearsalVenue(CHANNELS, true, 1);
        Socket client = new Socket(InetAddress.getLoopbackAddress(), stage.url().getPort());

        stage.close();

        assertTrue(stage.isDone());
        client.close();
    }
}
