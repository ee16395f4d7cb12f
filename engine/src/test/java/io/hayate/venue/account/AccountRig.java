package io.hayate.venue.account;

import io.hayate.venue.AccountConfig;
import io.hayate.venue.AccountRules;
import io.hayate.venue.AccountsConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueListener;
import io.hayate.venue.exchange.Exchange;
import io.hayate.venue.server.VenueClient;
import io.hayate.venue.session.Outbox;
import io.hayate.venue.session.VenueSession;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An exchange without sockets whose clients are in accounts, at times that a test tells. */
public final class AccountRig {
    /** Where no client asks for another. */
    public static final VenueConfig STILL =
            VenueConfig.DEFAULTS.withTickersPerSecond(0).withSymbols(List.of("tBTCUSD"));

    private static final long NOW_MS = 1_764_000_000_000L;
    private static final long MS = 1_000_000;

    private final Exchange exchange;
    private long timeMs;
    private long nonce;

    public AccountRig(VenueConfig config) {
        exchange = new Exchange(config, VenueListener.NONE, NOW_MS, 0);
    }

    /** An exchange with these accounts. */
    public static AccountRig of(AccountRules rules, AccountConfig... accounts) {
        return new AccountRig(STILL.withAccounts(new AccountsConfig(List.of(accounts), rules)));
    }

    /** An exchange with the demo accounts under other rules. */
    public static AccountRig of(AccountRules rules) {
        return new AccountRig(STILL.withAccounts(AccountsConfig.DEMO.withRules(rules)));
    }

    public Exchange exchange() {
        return exchange;
    }

    /** Lets so much time go by. */
    public void advance(long ms) {
        timeMs += ms;
        while (exchange.nextDueNs() <= timeMs * MS) {
            exchange.onTime(NOW_MS + exchange.nextDueNs() / MS, exchange.nextDueNs());
        }
        exchange.onTime(NOW_MS + timeMs, timeMs * MS);
    }

    /** A client that was greeted. */
    public Client connect() {
        Client client = new Client();
        client.take();
        return client;
    }

    /** A client in the first demo account, to which everything was told. */
    public Client demo(String more) {
        Client client = connect();
        client.authenticate("demo-key", "demo-secret", more);
        advance(200);
        client.take();
        return client;
    }

    /** One client: what it sends, and what it gets as text. */
    public final class Client implements Outbox {
        private final List<String> received = new ArrayList<>();
        private final VenueSession session = exchange.onConnected(this, "10.0.0.1:1");

        public Client send(String text) {
            exchange.onText(session, text);
            return this;
        }

        /** Asks to be let in, with a nonce that is larger than any before. */
        public Client authenticate(String key, String secret, String more) {
            return send(VenueClient.auth(key, secret, ++nonce, more));
        }

        /** Says goodbye and goes. */
        public void close() {
            exchange.onFarewell(session);
            exchange.onLeft(session);
        }

        /** Is gone without a word. */
        public void die() {
            exchange.onLeft(session);
        }

        /** What has come since the last time. */
        public List<String> take() {
            List<String> taken = List.copyOf(received);
            received.clear();
            return taken;
        }

        /** What of that begins so. */
        public List<String> take(String start) {
            return take().stream().filter(frame -> frame.startsWith(start)).toList();
        }

        @Override
        public void text(byte[] bytes, int length) {
            received.add(new String(bytes, 0, length, StandardCharsets.UTF_8));
        }

        @Override
        public void masked(byte[] bytes, int length) {
            received.add("masked");
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
