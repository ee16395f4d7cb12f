package io.hayate.backtest.result;

import io.hayate.venue.mirror.FillCause;
import java.math.BigDecimal;

/** What a {@link Ledger} asks of the market that it is about. The simulation's thread. */
public interface LedgerMarket {
    /** Since the start, in ns. */
    long timeNs();

    /** Half way between the best bid and ask of this pair now. */
    BigDecimal mid(String symbol);

    /** How the fill of a resting order came about; null for one that others than the recording made. */
    FillCause cause(long tradeId);
}
