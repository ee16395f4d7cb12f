package io.hayate.venue.exchange;

import io.hayate.venue.BookConfig;
import io.hayate.venue.FaultConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueListener;
import io.hayate.venue.base.Random64;
import io.hayate.venue.fault.ChaosSchedule;
import io.hayate.venue.server.VenueClient;
import io.hayate.venue.session.VenueSession;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Clients of two accounts who trade with the market and with each other, by a seed, on an exchange that goes
 * wrong by the same seed in all ways that it can.
 */
final class ChaosScript {
    private static final long NOW_MS = 1_764_000_000_000L;
    private static final long NS_PER_MS = 1_000_000;
    private static final int CLIENTS = 4;
    private static final int GAP_MAX_NS = 120_000_000;
    private static final String[] TYPES = {
        "LIMIT", "LIMIT", "LIMIT", "MARKET", "IOC", "FOK", "STOP", "STOP LIMIT", "TRAILING STOP"
    };
    private static final String[] PRICES = {"86000", "86700", "86716", "86720", "86750", "87500"};

    /** One client and what it is to the exchange. */
    private record Client(VenueSession session, DigestOutbox outbox) {}

    private final Random64 random;
    private final DigestOutbox.Sum sum;
    private final Exchange exchange;
    private final VenueControls controls;
    private final List<Client> clients = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private long nowNs;
    private long clientsEver;
    private long nonce;
    private int orders;

    ChaosScript(long seed, MessageDigest digest) {
        random = Random64.of(seed, "script");
        sum = new DigestOutbox.Sum(digest);
        VenueConfig config =
                VenueConfig.DEFAULTS
                        .withSeed(seed)
                        .withTickersPerSecond(10)
                        .withSymbols(List.of("tBTCUSD", "tETHUSD"))
                        .withHeartbeatMs(2_000)
                        .withBooks(new BookConfig(100, 500, 200))
                        .withFaults(FaultConfig.NONE.with(ChaosSchedule.of(seed)));
        exchange = new Exchange(config, VenueListener.NONE, NOW_MS, 0);
        controls = exchange.controls(Runnable::run);
    }

    /** Goes on for so many things that clients do; the venue is held against itself now and then. */
    ChaosScript run(int acts) {
        for (int i = 0; i < acts; i++) {
            goTo(nowNs + 1 + random.below(GAP_MAX_NS));
            act();
            clients.removeIf(this::isGone);
            if (i % 200 == 199) {
                findings.addAll(exchange.findings());
            }
        }
        findings.addAll(exchange.findings());
        return this;
    }

    /** What was wrong with the venue, in words. */
    List<String> findings() {
        return findings;
    }

    /** Orders that were to be answered and were not. */
    long unanswered() {
        return ChaosTally.unanswered(exchange.totals(), controls.faults().active());
    }

    /** How often the faults have acted. */
    long faultsMade() {
        return ChaosTally.faultsMade(controls.faults().active());
    }

    /** Of all that went out to anyone, in its order. */
    String digest() {
        return HexFormat.of().formatHex(sum.digest());
    }

    private void goTo(long timeNs) {
        while (exchange.nextDueNs() <= timeNs) {
            tell(exchange.nextDueNs());
        }
        tell(timeNs);
    }

    private void tell(long timeNs) {
        nowNs = timeNs;
        exchange.onTime(NOW_MS + nowNs / NS_PER_MS, nowNs);
    }

    private boolean isGone(Client client) {
        if (client.outbox().isEnded()) {
            exchange.onLeft(client.session());
        }
        return client.outbox().isEnded();
    }

    private void act() {
        if (clients.size() < CLIENTS) {
            connect();
            return;
        }
        Client client = clients.get(random.below(clients.size()));
        exchange.onRead(client.session());
        int what = random.below(100);
        if (what == 0) {
            clients.remove(client);
            exchange.onLeft(client.session());
        } else {
            exchange.onText(client.session(), text(what));
        }
    }

    private void connect() {
        DigestOutbox outbox = new DigestOutbox(sum, ++clientsEver);
        VenueSession session = exchange.onConnected(outbox, "10.0.0." + clientsEver);
        clients.add(new Client(session, outbox));
        exchange.onText(session, "{\"event\":\"conf\",\"flags\":196608}");
        exchange.onText(session, subscribe());
        exchange.onText(session, auth());
    }

    private String text(int what) {
        if (what < 6) {
            return subscribe();
        } else if (what < 10) {
            return auth();
        } else if (what < 12) {
            return "{\"event\":\"ping\"}";
        } else if (what < 70) {
            return "[0,\"on\",null," + order() + "]";
        } else if (what < 75) {
            return "[0,\"ou\",null," + update() + "]";
        } else if (what < 80) {
            return "[0,\"ox_multi\",null,[[\"on\"," + order() + "],[\"oc\"," + named() + "]]]";
        }
        return what < 97 ? "[0,\"oc\",null," + named() + "]" : "[0,\"oc_multi\",null,{\"all\":1}]";
    }

    private String subscribe() {
        return "{\"event\":\"subscribe\",\"channel\":\"%s\",\"symbol\":\"%s\",\"len\":\"25\"}"
                .formatted(pick("book", "trades", "ticker"), pick("tBTCUSD", "tETHUSD"));
    }

    private String auth() {
        boolean first = random.below(2) == 0;
        return VenueClient.auth(
                first ? "demo-key" : "demo-key-2",
                first ? "demo-secret" : "demo-secret-2",
                ++nonce,
                pick("", ",\"dms\":4"));
    }

    private String order() {
        String type = pick("EXCHANGE ", "EXCHANGE ", "") + pick(TYPES);
        return ("{\"cid\":%d,\"type\":\"%s\",\"symbol\":\"tBTCUSD\",\"amount\":\"%s0.0%d\",\"price\":\"%s\","
                        + "\"price_aux_limit\":\"%s\",\"price_trailing\":\"50\",\"price_oco_stop\":\"%s\",\"flags\":%s}")
                .formatted(
                        ++orders,
                        type,
                        pick("", "-"),
                        1 + random.below(90),
                        pick(PRICES),
                        pick(PRICES),
                        pick(PRICES),
                        pick("0", "0", "0", "64", "4096", "1024", "512", "16384"));
    }

    /** One of the latest orders, by its client's id. */
    private String named() {
        int cid = Math.max(1, orders - random.below(12));
        return "{\"cid\":" + cid + ",\"cid_date\":\"2025-11-24\"}";
    }

    private String update() {
        String named = named();
        return named.substring(0, named.length() - 1)
                + pick(",\"price\":\"86600\"}", ",\"amount\":\"0.02\"}", ",\"delta\":\"-0.001\"}");
    }

    private String pick(String... words) {
        return words[random.below(words.length)];
    }
}
