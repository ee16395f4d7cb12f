package io.hayate.testkit;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueListener;
import io.hayate.venue.exchange.Exchange;
import io.hayate.venue.exchange.VenueControls;
import io.hayate.venue.session.Outbox;
import io.hayate.venue.session.VenueSession;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The venue without sockets and threads, under a clock that the test turns. The same seed and the same
 * texts at the same times give the same frames. One thread.
 */
public final class VirtualVenue {
    private static final long NS_PER_MS = 1_000_000;

    private final Exchange exchange;
    private final VenueControls controls;
    private final long startMs;
    private long nowNs;
    private int clients;

    private VirtualVenue(VenueConfig config, long startMs) {
        this.startMs = startMs;
        exchange = new Exchange(config, VenueListener.NONE, startMs, 0);
        controls = exchange.controls(Runnable::run);
    }

    /**
     * A venue at this time.
     *
     * @param startMs since 1970
     * @param faults rules such as {@code late-ack delay=3s}, or files of them that end in .conf
     */
    public static VirtualVenue at(long startMs, VenueConfig config, String... faults) {
        return new VirtualVenue(VenueSetup.with(config, faults), startMs);
    }

    /** Lets so much time pass: what is due meanwhile happens at its time. */
    public void advance(Duration time) {
        long endNs = nowNs + time.toNanos();
        while (exchange.nextDueNs() <= endNs) {
            tell(Math.max(nowNs, exchange.nextDueNs()));
        }
        tell(endNs);
    }

    private void tell(long timeNs) {
        nowNs = timeNs;
        exchange.onTime(startMs + nowNs / NS_PER_MS, nowNs);
    }

    /** Puts a fault on, such as {@code lost-ack times=1}; its number. */
    public int fault(String rule) {
        return controls.faults().add(rule);
    }

    /** What moves its markets, drops its connections and breaks it by hand. */
    public VenueControls controls() {
        return controls;
    }

    /** What is wrong with its money, orders, books and positions: nothing, ever. */
    public List<String> findings() {
        return exchange.findings();
    }

    /** A client that comes now. */
    public Client connect() {
        return new Client();
    }

    /** One client: what it sends, and what it gets. */
    public final class Client {
        private final List<String> received = new ArrayList<>();
        private final VenueSession session =
                exchange.onConnected(new Inbox(), "10.0.0." + ++clients + ":1");
        private boolean ended;

        private Client() {}

        /** Sends a text. */
        public Client send(String text) {
            exchange.onRead(session);
            exchange.onText(session, text);
            return this;
        }

        /** What has come since the last time, oldest first. */
        public List<String> take() {
            List<String> taken = List.copyOf(received);
            received.clear();
            return taken;
        }

        /** True once the venue has ended the connection. */
        public boolean isEnded() {
            return ended;
        }

        /** Goes without a word. */
        public void leave() {
            ended = true;
            exchange.onLeft(session);
        }

        /** Where the venue puts what it sends to this one. */
        private final class Inbox implements Outbox {
            @Override
            public void text(byte[] bytes, int length) {
                received.add(new String(bytes, 0, length, StandardCharsets.UTF_8));
            }

            @Override
            public void masked(byte[] bytes, int length) {
                text(bytes, length);
            }

            @Override
            public void close(int code, String reason) {
                ended = true;
            }

            @Override
            public void drop() {
                ended = true;
            }
        }
    }
}
