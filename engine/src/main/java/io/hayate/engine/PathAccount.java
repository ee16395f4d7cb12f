package io.hayate.engine;

import io.hayate.journal.SegmentSource;
import io.hayate.model.AmountLimits;
import io.hayate.order.ClientOrderIds;
import io.hayate.session.Credentials;
import io.hayate.session.NonceSource;

/**
 * The account of a {@link TradingPath}, and the numbers of what is sent for it.
 *
 * @param credentials or NONE to hear public channels alone
 * @param nonces not asked where there is no account
 * @param clientOrderIds what orders are numbered by
 * @param amounts what the venue's lists say of each instrument
 * @param ordersKept how many orders are known at once
 * @param journal where the journal of orders has its memory from
 */
record PathAccount(
        Credentials credentials,
        NonceSource nonces,
        ClientOrderIds clientOrderIds,
        AmountLimits amounts,
        int ordersKept,
        SegmentSource journal) {}
