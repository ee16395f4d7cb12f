package io.hayate.benchmarks;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueListener;
import io.hayate.venue.exchange.Exchange;
import io.hayate.venue.session.Outbox;
import io.hayate.venue.session.VenueSession;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Cost of one frame of the simulated venue, from the step of a market to the bytes that leave: the
 * exchange alone, on one thread, always at the next time at which something is due. Each client
 * listens to ticker, trades and book of each of its symbols.
 */
@OperationsPerInvocation(ExchangeBenchmark.BATCH)
public class ExchangeBenchmark extends BenchmarkDefaults {
    static final int BATCH = 16_384;

    private static final long NOW_MS = 1_764_000_000_000L;
    private static final long NS_PER_MS = 1_000_000;
    private static final int STEPS_PER_SECOND = 50;

    /** Clients that listen to the same. */
    @Param({"1", "20", "100"})
    int clients;

    private final Counted counted = new Counted();
    private Exchange exchange;
    private long wanted;

    /** Counts what goes out. */
    private static final class Counted implements Outbox {
        private long texts;
        private long bytes;

        @Override
        public void text(byte[] text, int length) {
            texts++;
            bytes += length + text[length - 1];
        }

        @Override
        public void masked(byte[] text, int length) {
            throw new AssertionError("nothing is to go wrong");
        }

        @Override
        public void close(int code, String reason) {
            throw new AssertionError(reason);
        }

        @Override
        public void drop() {
            throw new AssertionError("nobody is to go");
        }
    }

    /** Lets the clients come and subscribe. */
    @Setup
    public void setUp() {
        VenueConfig config = VenueConfig.DEFAULTS.withTickersPerSecond(STEPS_PER_SECOND);
        exchange = new Exchange(config, VenueListener.NONE, NOW_MS, 0);
        for (int i = 0; i < clients; i++) {
            VenueSession session = exchange.onConnected(counted, "a client");
            for (String symbol : config.symbols()) {
                for (String channel : new String[] {"ticker", "trades", "book"}) {
                    exchange.onText(
                            session,
                            "{\"event\":\"subscribe\",\"channel\":\"%s\",\"symbol\":\"%s\"}"
                                    .formatted(channel, symbol));
                }
            }
        }
        wanted = counted.texts;
    }

    /** Goes on until so many frames more have left. */
    @Benchmark
    public long exchange() {
        wanted += BATCH;
        while (counted.texts < wanted) {
            long nowNs = exchange.nextDueNs();
            exchange.onTime(NOW_MS + nowNs / NS_PER_MS, nowNs);
        }
        return counted.bytes;
    }
}
