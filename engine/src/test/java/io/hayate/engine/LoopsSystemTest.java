package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Event;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.event.Ticker;
import io.hayate.event.Trade;
import io.hayate.metrics.Counter;
import io.hayate.model.Instrument;
import io.hayate.order.Order;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.venue.server.SimulatedVenue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several loops that write one ring: the order within a connection, and of the account, stays. */
class LoopsSystemTest {
    private static final int SYMBOLS = 6;
    private static final int PER_CONNECTION = 4; // of tickers and trades: three connections
    private static final int ROUNDS = 300;
    private static final int EVERY = 100; // tickers to an order
    private static final int AHEAD_MAX = 10 * SYMBOLS;

    @TempDir Path state;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void shouldKeepTheOrderOfEachConnectionAndOfEachOrder(int loops) {
        List<String> symbols =
                IntStream.range(0, SYMBOLS).mapToObj(i -> "tA0" + i + "USD").toList();
        Watcher watcher = new Watcher();
        try (SimulatedVenue venue =
                        SimulatedVenue.start(
                                EngineRig.stillVenue()
                                        .withSymbols(symbols)
                                        .withTickersPerSecond(1e-6));
                EngineRig rig =
                        new EngineRig(venue.url(), state, settings(symbols, loops), watcher)) {
            rig.awaitLive();
            rig.await(() -> venue.connections() == 4, "three connections and the account's");

            for (int i = 0; i < ROUNDS; i++) {
                venue.controls().advance(1);
                rig.await(() -> ticks(rig) >= venue.tickersSent() - AHEAD_MAX, "tickers");
            }
            rig.await(() -> ticks(rig) == venue.tickersSent(), "all tickers");
            rig.await(() -> rig.engine.openOrders() == 0, "all orders done");
            rig.await(() -> watcher.closed.get() == watcher.sent.get(), "all told");

            assertEquals("", watcher.complaint);
            assertTrue(watcher.sent.get() > 10, "" + watcher.sent);
            assertEquals(0, rig.count(Counter.ORDERS_REJECTED));
            assertTrue(rig.count(Counter.FILLS) >= watcher.sent.get());
            assertEquals(0, rig.count(Counter.SEQUENCE_GAPS));
            assertEquals(0, rig.count(Counter.UPDATES_DROPPED));
        }
    }

    private static Map<String, Object> settings(List<String> symbols, int loops) {
        List<String> channels = new ArrayList<>();
        for (String symbol : symbols) {
            channels.add("ticker " + symbol);
            channels.add("trades " + symbol);
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put("loop.loops", loops);
        settings.put("loop.topology", "split");
        settings.put("loop.idle", "yielding");
        settings.put("session.account-connection", "own");
        settings.put("session.subscriptions-max", PER_CONNECTION);
        settings.put("subscriptions.tickers", List.of());
        settings.put("subscriptions.channels", channels);
        settings.put("trading.orders-per-second-max", "off");
        return settings;
    }

    private static long ticks(EngineRig rig) {
        return IntStream.range(0, SYMBOLS).mapToLong(rig.engine::ticks).sum();
    }

    /** Complains of a number that is not behind the one before on its connection, or of a report. */
    private static final class Watcher implements Strategy {
        private final long[] last = new long[SYMBOLS];
        private final Map<Long, ReportKind> orders = new HashMap<>();
        private StrategyContext context;
        private int tickers;
        private final AtomicInteger sent = new AtomicInteger();
        private final AtomicInteger closed = new AtomicInteger();
        private volatile String complaint = "";

        @Override
        public void onStart(StrategyContext given) {
            context = given;
        }

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            check(ticker.event());
            if (++tickers % EVERY == 0 && context.buy(instrument, 0.5).isAccepted()) {
                sent.incrementAndGet();
            }
        }

        @Override
        public void onTrade(Instrument instrument, Trade trade) {
            check(trade.event());
        }

        /** Channels are on connections in the order in which they are asked for. */
        private void check(Event event) {
            int connection = event.channelId() / PER_CONNECTION;
            if (event.venueSequence() <= last[connection] || !context.isHealthy()) {
                complain(event.venueSequence() + " behind " + last[connection]);
            }
            last[connection] = event.venueSequence();
        }

        @Override
        public void onExecutionReport(ExecutionReport report, Order order) {
            if (report.kind() == ReportKind.NO_OPEN_ORDERS) {
                return;
            }
            ReportKind before = orders.put(report.clientOrderId(), report.kind());
            boolean isLate = before == ReportKind.CLOSED && report.kind() != ReportKind.FILL_FEE;
            if (isLate) {
                complain(report.kind() + " behind " + before);
            }
            closed.addAndGet(report.kind() == ReportKind.CLOSED ? 1 : 0);
        }

        private void complain(String what) {
            complaint = complaint.isEmpty() ? what : complaint;
        }
    }
}
