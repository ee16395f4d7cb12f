package io.hayate.engine;

import io.hayate.event.Commands;
import io.hayate.history.HistoryAccount;
import io.hayate.history.HistorySource;
import io.hayate.history.OrderHistory;
import io.hayate.metrics.Incidents;
import io.hayate.model.Clocks;
import io.hayate.model.Instruments;
import io.hayate.session.AuthSigner;
import java.net.URI;

/**
 * Where an engine asks what became of orders: at the venue's REST, where the account may trade and that
 * is known to be there.
 *
 * @param url of the venue's WebSocket
 * @param nonces of the account's key; null where there is none
 */
record AccountHistory(
        EngineConfig config, URI url, Nonces nonces, Incidents incidents, Clocks clocks) {
    HistorySource make(Instruments instruments, Commands commands) {
        URI rest = config.venue().restUrl(url);
        boolean mayTrade = config.path().orders().limits().tradingEnabled();
        if (rest == null || nonces == null || !mayTrade) {
            return HistorySource.NONE;
        }
        HistoryAccount account =
                new HistoryAccount(
                        config.credentials().apiKey(),
                        new AuthSigner(config.credentials().apiSecret())::sign,
                        () -> nonces.nextOfRest(clocks.epoch().time() * 1_000));
        return new OrderHistory(
                rest, account, instruments, commands, clocks.nano(), incidents::tell);
    }
}
