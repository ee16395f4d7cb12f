package io.hayate.venue.exchange;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueListener;
import io.hayate.venue.server.VenueClient;
import io.hayate.venue.session.Outbox;
import io.hayate.venue.session.VenueSession;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** An exchange without sockets that goes wrong, at times that a test tells, and what it tells of it. */
final class FaultRig {
    static final long NOW_MS = 1_764_000_000_000L;

    private static final long MS = 1_000_000;

    private final List<String> news = new ArrayList<>();
    private final Exchange exchange;
    private final VenueControls controls;
    private long timeMs;
    private long nonce;

    FaultRig(VenueConfig config) {
        exchange = new Exchange(config, this::onNews, NOW_MS, 0);
        controls = exchange.controls(Runnable::run);
    }

    /** An exchange that stands still but for what clients and faults do. */
    static FaultRig still() {
        return new FaultRig(
                VenueConfig.DEFAULTS
                        .withTickersPerSecond(0)
                        .withHeartbeatMs(0)
                        .withSymbols(List.of("tBTCUSD", "tETHUSD")));
    }

    private void onNews(VenueListener.Subject subject, Supplier<String> text) {
        if (subject == VenueListener.Subject.FAULT) {
            news.add(text.get());
        }
    }

    Exchange exchange() {
        return exchange;
    }

    VenueControls controls() {
        return controls;
    }

    /** One more fault. */
    int fault(String line) {
        return controls.faults().add(line);
    }

    /** What was told of faults since the last time. */
    List<String> news() {
        List<String> told = List.copyOf(news);
        news.clear();
        return told;
    }

    /** Lets so much time go by. */
    void advance(long ms) {
        timeMs += ms;
        while (exchange.nextDueNs() <= timeMs * MS) {
            exchange.onTime(NOW_MS + exchange.nextDueNs() / MS, exchange.nextDueNs());
        }
        exchange.onTime(NOW_MS + timeMs, timeMs * MS);
    }

    /** A client that has not read anything yet. */
    Client connect() {
        return new Client();
    }

    /** A client in the first demo account, to which everything was told. */
    Client demo() {
        Client client = connect();
        client.authenticate();
        advance(200);
        client.take();
        return client;
    }

    /** One client: what it sends, and what it gets as text. */
    final class Client implements Outbox {
        private final List<String> received = new ArrayList<>();
        private final VenueSession session = exchange.onConnected(this, "10.0.0.1:1");

        /** Its connection is gone. */
        void leave() {
            exchange.onLeft(session);
        }

        Client send(String text) {
            exchange.onText(session, text);
            return this;
        }

        Client subscribe(String channel) {
            return send(
                    "{\"event\":\"subscribe\",\"channel\":\"%s\",\"symbol\":\"tBTCUSD\"}"
                            .formatted(channel));
        }

        Client authenticate() {
            return send(VenueClient.auth("demo-key", "demo-secret", ++nonce, ""));
        }

        /** Buys at a price that rests, with this id of its own. */
        Client buy(long cid) {
            return send(
                    "[0,\"on\",null,{\"cid\":%d,\"type\":\"EXCHANGE LIMIT\",\"symbol\":\"tBTCUSD\",\"amount\":\"0.01\",\"price\":\"1000\"}]"
                            .formatted(cid));
        }

        /** Buys at what the market asks. */
        Client buyNow(long cid) {
            return send(
                    "[0,\"on\",null,{\"cid\":%d,\"type\":\"EXCHANGE MARKET\",\"symbol\":\"tBTCUSD\",\"amount\":\"0.01\"}]"
                            .formatted(cid));
        }

        /** What has come since the last time. */
        List<String> take() {
            List<String> taken = List.copyOf(received);
            received.clear();
            return taken;
        }

        /** What of that begins so. */
        List<String> take(String start) {
            return take().stream().filter(frame -> frame.startsWith(start)).toList();
        }

        /** The types of the account's frames that have come, in their order. */
        String types() {
            return String.join(
                    " ", take("[0,").stream().map(frame -> frame.split("\"", 3)[1]).toList());
        }

        /** The last number of each frame that has come. */
        String sequences() {
            return String.join(
                    " ",
                    take("[").stream()
                            .map(frame -> frame.replaceAll(".*,(-?\\d+)\\]", "$1"))
                            .toList());
        }

        @Override
        public void text(byte[] bytes, int length) {
            received.add(new String(bytes, 0, length, StandardCharsets.UTF_8));
        }

        @Override
        public void fragments(byte[] bytes, int length, int fragmentBytes) {
            received.add("fragments of " + fragmentBytes);
        }

        @Override
        public void reading(boolean reads) {
            received.add(reads ? "reads" : "reads not");
        }

        @Override
        public void masked(byte[] bytes, int length) {
            received.add("masked " + new String(bytes, 0, length, StandardCharsets.UTF_8));
        }

        @Override
        public void close(int code, String reason) {
            received.add("close " + code + " " + reason);
        }

        @Override
        public void drop() {
            received.add("drop");
        }
    }
}
