package io.hayate.venue.exchange;

import io.hayate.model.Channel;
import io.hayate.venue.BookConfig;
import io.hayate.venue.FaultConfig;
import io.hayate.venue.FrameFault;
import io.hayate.venue.SnapshotFault;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueListener;
import io.hayate.venue.base.Random64;
import io.hayate.venue.server.VenueClient;
import io.hayate.venue.session.VenueSession;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Clients of one exchange who do, by a seed, all that clients can do and much that they should not,
 * while it misbehaves by the same seed. Time goes from one thing that is due to the next.
 */
final class ExchangeScript {
    private static final long NOW_MS = 1_764_000_000_000L;
    private static final long NS_PER_MS = 1_000_000;
    private static final int CLIENTS_MAX = 12;
    private static final int GAP_MAX_NS = 4_000_000;
    private static final String[] SYMBOLS = {
        "tBTCUSD", "tETHUSD", "tXRPUSD", "tETHBTC", "tBTTUSD", "tBTCF0:USTF0", "fUSD"
    };
    private static final String[] PRECISIONS = {"P0", "P1", "P2", "P3", "P4", "R0"};
    private static final String[] KEYS = {
        "trade:1m:tBTCUSD", "trade:5m:tETHUSD", "trade:1D:tXRPUSD", "trade:1m:fUSD:p2"
    };
    private static final String[] STATUS_KEYS = {"deriv:tBTCF0:USTF0", "liq:global", "deriv:tX"};
    private static final long[] FLAGS = {0, 32_768, 65_536, 131_072, 536_870_912};

    /** One client and what it is to the exchange. */
    private record Client(VenueSession session, DigestOutbox outbox) {}

    private final Random64 random;
    private final DigestOutbox.Sum sum;
    private final Exchange exchange;
    private final VenueControls controls;
    private final List<Client> clients = new ArrayList<>();
    private final long startNs;
    private long nowNs;
    private long clientsEver;
    private long nonce;
    private int orders;

    ExchangeScript(long seed, MessageDigest digest) {
        random = Random64.of(seed, "script");
        sum = new DigestOutbox.Sum(digest);
        startNs = random.next() >> 2; // of whatever clock
        nowNs = startNs;
        VenueConfig config =
                VenueConfig.DEFAULTS
                        .withSeed(seed)
                        .withTickersPerSecond(200)
                        .withSymbols(List.of(SYMBOLS))
                        .withSubscriptionsMax(12)
                        .withIdleTimeoutMs(5_000)
                        .withHeartbeatMs(2_000)
                        .withBooks(new BookConfig(100, 500, 500))
                        .withFaults(FaultConfig.NONE.with(FrameFault.WRONG_CHECKSUM, 50));
        exchange = new Exchange(config, VenueListener.NONE, NOW_MS, nowNs);
        controls = exchange.controls(Runnable::run);
    }

    /** Goes on until so many texts have gone out. */
    ExchangeScript run(long frames) {
        while (sum.frames() < frames) {
            goTo(nowNs + 1 + random.below(GAP_MAX_NS));
            act();
            clients.removeIf(this::isGone);
        }
        return this;
    }

    /** Of all that went out to anyone, in its order. */
    String digest() {
        return HexFormat.of().formatHex(sum.digest());
    }

    /** Bytes of texts that went out. */
    long bytes() {
        return sum.bytes();
    }

    /** The time that has gone by, of the exchange. */
    long elapsedMs() {
        return (nowNs - startNs) / NS_PER_MS;
    }

    private void goTo(long timeNs) {
        while (exchange.nextDueNs() <= timeNs) {
            tell(exchange.nextDueNs());
        }
        tell(timeNs);
    }

    private void tell(long timeNs) {
        nowNs = timeNs;
        exchange.onTime(NOW_MS + elapsedMs(), nowNs);
    }

    private boolean isGone(Client client) {
        if (client.outbox().isEnded()) {
            exchange.onLeft(client.session());
        }
        return client.outbox().isEnded();
    }

    private void act() {
        int what = random.below(1_000);
        if (clients.size() < 3 || (what < 20 && clients.size() < CLIENTS_MAX)) {
            DigestOutbox outbox = new DigestOutbox(sum, ++clientsEver);
            VenueSession session = exchange.onConnected(outbox, "10.0.0." + clientsEver);
            clients.add(new Client(session, outbox));
        } else if (what < 30) {
            misbehave();
        } else {
            Client client = clients.get(random.below(clients.size()));
            exchange.onRead(client.session());
            act(client, what);
        }
    }

    private void act(Client client, int what) {
        VenueSession session = client.session();
        if (what < 33) {
            clients.remove(client);
            exchange.onLeft(session);
        } else if (what < 60) {
            exchange.onRoom(session, random.below(4) != 0);
        } else {
            exchange.onText(session, text(what, client.outbox().channelId()));
        }
    }

    private String text(int what, String channelId) {
        if (what < 250) {
            return subscribe();
        } else if (what < 300) {
            return "{\"event\":\"unsubscribe\",\"chanId\":" + channelId + "}";
        } else if (what < 350) {
            long flags = flag();
            flags |= flag();
            return "{\"event\":\"conf\",\"flags\":" + flags + "}";
        } else if (what < 450) {
            return auth();
        } else if (what < 500) {
            return pick(
                    "{\"event\":\"ping\",\"cid\":1.5e-7}",
                    "{\"event\":\"unauth\"}",
                    "[0,\"calc\",null,[[\"balance\"],[\"wallet_exchange_USD\"]]]",
                    "{\"event\":\"nope\",\"b\":{\"z\":1,\"a\":[1e99,null]}}",
                    "no JSON");
        } else if (what < 900) {
            return order();
        }
        return cancel();
    }

    private long flag() {
        return FLAGS[random.below(FLAGS.length)];
    }

    private String subscribe() {
        String symbol = pick(SYMBOLS);
        String rest =
                switch (random.below(6)) {
                    case 0 -> "\"channel\":\"ticker\",\"symbol\":\"" + symbol + "\"";
                    case 1 -> "\"channel\":\"trades\",\"symbol\":\"" + symbol + "\"";
                    case 2 -> "\"channel\":\"candles\",\"key\":\"" + pick(KEYS) + "\"";
                    case 3 -> "\"channel\":\"status\",\"key\":\"" + pick(STATUS_KEYS) + "\"";
                    default ->
                            "\"channel\":\"book\",\"symbol\":\"%s\",\"prec\":\"%s\",\"len\":%s"
                                    .formatted(symbol, pick(PRECISIONS), pick("1", "25", "250"));
                };
        return "{\"event\":\"subscribe\"," + rest + "}";
    }

    private String auth() {
        String secret = random.below(10) == 0 ? "wrong" : "demo-secret";
        String more = pick("", ",\"dms\":4", ",\"filter\":[\"trading-tBTCUSD\",\"wallet\"]");
        return VenueClient.auth("demo-key", secret, ++nonce, more);
    }

    private String order() {
        String symbol = pick("tBTCUSD", "tETHUSD", "tXRPUSD", "tETHBTC");
        String type = random.below(3) == 0 ? "EXCHANGE MARKET" : "EXCHANGE LIMIT";
        String sign = random.below(2) == 0 ? "" : "-";
        String price = pick("86700", "86720", "3120.5", "2.1345", "0.035981", "90000");
        return "[0,\"on\",null,{\"cid\":%d,\"gid\":%d,\"type\":\"%s\",\"symbol\":\"%s\",\"amount\":\"%s0.%d\",\"price\":\"%s\",\"flags\":%s}]"
                .formatted(
                        ++orders,
                        random.below(4),
                        type,
                        symbol,
                        sign,
                        1 + random.below(90),
                        price,
                        pick("0", "0", "4096"));
    }

    private String cancel() {
        return switch (random.below(4)) {
            case 0 -> "[0,\"oc_multi\",null,{\"all\":1}]";
            case 1 -> "[0,\"oc_multi\",null,{\"gid\":[" + random.below(4) + "]}]";
            case 2 -> "[0,\"oc\",null,{\"cid\":%d,\"cid_date\":\"2025-11-24\"}]".formatted(orders);
            default -> "[0,\"oc\",null,{\"id\":" + random.below(1_000_000) + "}]";
        };
    }

    private void misbehave() {
        FrameFault[] faults = FrameFault.values();
        int n = random.below(200);
        switch (random.below(12)) {
            case 0 -> controls.data().frames(faults[random.below(faults.length)], null, n);
            case 1 -> controls.swallowOrders(1, random.below(2) == 0);
            case 2 -> controls.liquidate("tBTCF0:USTF0");
            case 3 -> controls.data().snapshots(Channel.BOOK, SnapshotFault.TWICE);
            case 4 -> controls.data().snapshots(Channel.BOOK, SnapshotFault.NONE);
            case 5 -> controls.data().refuseSubscriptions(2, 10_305);
            case 6 -> controls.data().growRows(Channel.TICKER, random.below(2));
            case 7 -> controls.closeConnection(random.below(4), 1_001, "by hand");
            case 8 -> controls.sendInfo(20_051);
            case 9 -> controls.advance(random.below(5));
            case 10 -> controls.advanceBooks(random.below(3));
            default -> controls.pace(1 + random.below(3));
        }
    }

    private String pick(String... words) {
        return words[random.below(words.length)];
    }
}
