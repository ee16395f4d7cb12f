package io.hayate.engine;

import io.hayate.event.Commands;
import io.hayate.history.HistorySource;
import io.hayate.journal.SegmentSource;
import io.hayate.journal.past.PastOrders;
import io.hayate.model.AmountLimits;
import io.hayate.model.Instruments;
import io.hayate.order.ClientOrderIds;
import io.hayate.outbound.OpenNumbers;
import io.hayate.session.Credentials;
import io.hayate.session.NonceSource;
import java.util.function.BiFunction;

/**
 * The account of a {@link TradingPath}, and the numbers of what is sent for it.
 *
 * @param credentials or NONE to hear public channels alone
 * @param nonces not asked where there is no account
 * @param clientOrderIds what orders are numbered by
 * @param amounts what the venue's lists say of each instrument
 * @param openNumbers where other threads find the open orders; as many are known at once
 * @param journal where the journal of orders has its memory from
 * @param past what runs before have left without an end
 * @param history makes what is asked for the account's history
 */
record PathAccount(
        Credentials credentials,
        NonceSource nonces,
        ClientOrderIds clientOrderIds,
        AmountLimits amounts,
        OpenNumbers openNumbers,
        SegmentSource journal,
        PastOrders past,
        BiFunction<Instruments, Commands, HistorySource> history) {}
