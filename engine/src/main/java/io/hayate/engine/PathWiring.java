package io.hayate.engine;

import io.hayate.event.TradingHalt;
import io.hayate.outbound.OrderConnection;
import io.hayate.outbound.OrderSender;
import io.hayate.session.SessionOutcome;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * What a {@link TradingPath} is joined to.
 *
 * @param loops turn the sessions, that of the account first
 * @param outcome told, on the loops, how it ends
 * @param halt who halts trading
 * @param senders how orders leave
 * @param isOneHost true when the venue counts all connections together
 * @param random spreads reconnects
 * @param traffic who hears of the traffic
 * @param storeBytes what books, prints and candles of all channels may take
 */
record PathWiring(
        List<LoopPort> loops,
        SessionOutcome outcome,
        TradingHalt halt,
        Function<OrderConnection, OrderSender> senders,
        boolean isOneHost,
        RandomGenerator random,
        PathTraffic traffic,
        long storeBytes) {}
