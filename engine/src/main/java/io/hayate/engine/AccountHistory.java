package io.hayate.engine;

import io.hayate.event.Commands;
import io.hayate.event.TradingHalt;
import io.hayate.event.TrafficTap;
import io.hayate.guard.GuardThread;
import io.hayate.guard.KillGuard;
import io.hayate.history.HistoryAccount;
import io.hayate.history.HistorySource;
import io.hayate.history.OrderHistory;
import io.hayate.history.PairList;
import io.hayate.history.PublicRest;
import io.hayate.history.RestCall;
import io.hayate.history.RestNonces;
import io.hayate.history.RestTap;
import io.hayate.history.RestTrust;
import io.hayate.metrics.Incidents;
import io.hayate.model.AmountLimits;
import io.hayate.model.Clocks;
import io.hayate.model.Instruments;
import io.hayate.outbound.OpenNumbers;
import io.hayate.session.AuthSigner;
import java.net.URI;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * Where an engine asks what became of orders, and cancels them where its connection cannot: at the venue's
 * REST, where the account may trade and that is known to be there.
 *
 * @param url of the venue's WebSocket
 * @param nonces of the account's key; null where there is none
 * @param tap hears of what is asked and answered
 */
record AccountHistory(
        EngineConfig config,
        URI url,
        Nonces nonces,
        Incidents incidents,
        Clocks clocks,
        TrafficTap tap) {
    HistorySource make(Instruments instruments, Commands commands) {
        URI rest = address();
        if (rest == null) {
            return HistorySource.NONE;
        }
        return new OrderHistory(
                calls(rest, () -> nonces.nextOfRest(nowUs())),
                instruments,
                commands,
                clocks.nano(),
                incidents::tell);
    }

    /** What stands in for the kill switch's cancels; it does nothing where there is no REST. */
    GuardThread guard(
            Instruments instruments, TradingHalt halt, OpenNumbers numbers, IntSupplier foreign) {
        URI rest = address();
        if (rest == null) {
            return new GuardThread(null, incidents::tell);
        }
        RestCall calls = calls(rest, nonces.ofKill(this::nowUs));
        KillGuard guard =
                new KillGuard(
                        halt,
                        numbers,
                        foreign,
                        new KillGuard.KillVenue(calls, instruments),
                        clocks.nano(),
                        incidents::tell);
        return new GuardThread(guard, incidents::tell);
    }

    /** Null for nowhere. */
    private URI address() {
        boolean mayTrade = config.path().orders().limits().tradingEnabled();
        return nonces == null || !mayTrade ? null : config.venue().restUrl(url);
    }

    private RestCall calls(URI rest, RestNonces ofRest) {
        HistoryAccount account =
                new HistoryAccount(
                        config.credentials().apiKey(),
                        new AuthSigner(config.credentials().apiSecret())::sign,
                        ofRest);
        return new RestCall(rest, account, trust(), restTap());
    }

    /** The venue's list of pairs, from where market data comes. */
    PairList pairs(Instruments instruments, AmountLimits amounts, BooleanSupplier isLive) {
        URI publicUrl = config.venue().publicUrl();
        URI from = publicUrl == null ? url : publicUrl;
        PublicRest rest = new PublicRest(trust(), restTap());
        return new PairList(from, rest, instruments, amounts, isLive, incidents::report);
    }

    private RestTap restTap() {
        return new RestTap(tap, clocks.nano());
    }

    private RestTrust trust() {
        return RestTrust.of(config.transport().trustFile());
    }

    private long nowUs() {
        return clocks.epoch().time() * 1_000;
    }
}
