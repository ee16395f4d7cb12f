package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.journal.JournalReader;
import io.hayate.journal.RecordType;
import io.hayate.journal.file.JournalFolder;
import io.hayate.metrics.Counter;
import io.hayate.rehearsal.WarmPath;
import io.hayate.transport.IdleTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.agrona.concurrent.SystemEpochClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps an engine's path warm, on its own threads, while a connection is open. */
@Timeout(120)
class KeptWarmSystemTest {
    private static final int ROUNDS = 1_000_000;
    private static final long FRAMES_OF_THE_BEGINNING = 6;
    private static final long FRAMES_OF_A_TRADE = 5;
    private static final long REQUESTS_OF_A_TRADE =
            5; // conf, auth, subscribe and ping before the order
    private static final int ROUNDS_A_TURN = 100;

    private final List<String> orders = new CopyOnWriteArrayList<>();
    private final FillingVenue fills = new FillingVenue(false);

    @TempDir Path state;

    /** Rounds on the loop's thread, many in a turn; none before they are wanted. */
    private static final class Rounds implements IdleTask {
        private final WarmPath path;
        private volatile boolean wanted;
        private volatile int done;

        private Rounds(WarmPath path) {
            this.path = path;
        }

        private int done() {
            return done;
        }

        @Override
        public void onIdle(long nowNs) {
            for (int i = 0; wanted && done < ROUNDS && i < ROUNDS_A_TURN; i++) {
                path.loopSide().onIdle(nowNs);
                path.strategySide().onIdle(nowNs);
                done = done() + 1; // one thread writes
            }
        }
    }

    @Test
    void shouldChangeNothingOfTheEngineInAMillionRounds() throws Exception {
        EveryNthTicker strategy = new EveryNthTicker(1);
        try (FastVenue venue = new FastVenue(this::onOrder)) {
            EngineConfig config = config(venue, "one-thread");
            Rounds rounds = new Rounds(WarmPath.of(config.path(), SystemEpochClock.INSTANCE));
            try (Engine engine = new Engine(config, venue.url("ws"), strategy)) {
                engine.keepWarm(rounds, IdleTask.NONE);
                engine.start();
                trade(venue, engine, 1);
                FastVenue.await(() -> venue.requests() == REQUESTS_OF_A_TRADE);
                Map<Counter, Long> before = counters(engine);
                List<RecordType> records = records();
                long sentBefore = rounds.path.orders();

                rounds.wanted = true;
                FastVenue.await(() -> rounds.done() == ROUNDS);

                assertTrue(rounds.path.orders() - sentBefore >= ROUNDS / 2 - 1);
                assertEquals(before, counters(engine));
                assertEquals(records, records());
                assertEquals(REQUESTS_OF_A_TRADE, venue.requests());

                trade(venue, engine, 2);
                assertEquals(numberOf(orders.get(0)) + 1, numberOf(orders.get(1)));
                assertEquals(2, engine.counters().get(Counter.ORDERS_SENT));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-thread", "split"})
    void shouldTradeWhileItIsKeptWarm(String topology) throws Exception {
        EveryNthTicker strategy = new EveryNthTicker(1);
        try (FastVenue venue = new FastVenue(this::onOrder)) {
            EngineConfig config = config(venue, topology);
            WarmPath warm = WarmPath.of(config.path(), SystemEpochClock.INSTANCE);
            long before = warm.orders();
            try (Engine engine = new Engine(config, venue.url("ws"), strategy)) {
                engine.keepWarm(warm.loopSide(), warm.strategySide());
                engine.start();
                for (int i = 1; i <= 100; i++) {
                    trade(venue, engine, i);
                    long sent = warm.orders();
                    FastVenue.await(() -> warm.orders() > sent);
                }
            }

            assertTrue(warm.orders() >= before + 100);
            assertEquals(100, orders.size());
        }
    }

    private void onOrder(FastVenue venue, String request) throws IOException {
        orders.add(request);
        fills.onOrder(venue, request);
    }

    private EngineConfig config(FastVenue venue, String topology) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("loop.topology", topology);
        settings.put("loop.idle", "yielding");
        settings.put("loop.keep-warm", "5us");
        settings.put("trading.orders-per-second-max", "off");
        settings.put("session.ping-interval", "1h"); // so that nothing else is sent or counted
        settings.put("session.heartbeat-timeout", "1h");
        settings.put("market.stale-after.ticker", "1h");
        return EngineRig.config(venue.url("ws"), state, settings);
    }

    private static void trade(FastVenue venue, Engine engine, int fills) throws Exception {
        FastVenue.await(engine::isLive);
        venue.say(FastVenue.TICKER);
        FastVenue.await(() -> engine.counters().get(Counter.FILLS) == fills);
        long frames = FRAMES_OF_THE_BEGINNING + FRAMES_OF_A_TRADE * fills;
        FastVenue.await(() -> engine.counters().get(Counter.FRAMES) == frames);
        FastVenue.await(() -> engine.path().ring().size() == 0 && engine.openOrders() == 0);
    }

    /** Not those that each tick of the time changes. */
    private static Map<Counter, Long> counters(Engine engine) {
        Map<Counter, Long> counters = new EnumMap<>(Counter.class);
        for (Counter each : Counter.values()) {
            counters.put(each, engine.counters().get(each));
        }
        counters.keySet().removeAll(List.of(Counter.EVENTS, Counter.RING_AGE_US));
        return counters;
    }

    /** Of the journal, but for the sums that it is given once the wallets have stood still for a while. */
    private List<RecordType> records() {
        List<RecordType> types = new ArrayList<>();
        JournalFolder folder = new JournalFolder(JournalFolder.allIn(state).get(0));
        try (JournalReader reader = new JournalReader(folder)) {
            while (reader.next()) {
                types.add(reader.record().type());
            }
        }
        types.removeAll(List.of(RecordType.BOOKS, RecordType.CURRENCY, RecordType.HOLDING));
        return types;
    }

    private static long numberOf(String request) {
        int start = request.indexOf("\"cid\":") + "\"cid\":".length();
        return Long.parseLong(request.substring(start, request.indexOf(',', start)));
    }
}
