package io.hayate.paper;

import io.hayate.simulation.LatencySpec;
import io.hayate.venue.FeeConfig;
import io.hayate.venue.QueueModel;
import io.hayate.venue.WalletConfig;
import io.hayate.venue.mirror.MirrorTrust;
import java.math.BigDecimal;
import java.util.List;

/**
 * What paper trading is told.
 *
 * @param isEnabled true for a run whose account is of paper
 * @param latency how long a request of the account is under way to the exchange and an answer back
 * @param model where cancels are taken to have been in the queues of books that tell levels
 * @param fees what the account pays
 * @param wallets what it begins with
 * @param trust when prices are too old to trade on
 * @param ignored what of credentials lies ready and is not read; empty for nothing
 */
public record PaperConfig(
        boolean isEnabled,
        LatencySpec latency,
        QueueModel model,
        FeeConfig fees,
        List<WalletConfig> wallets,
        MirrorTrust trust,
        String ignored) {
    /** How all that tells of its orders marks them. */
    public static final String MARK = "PAPER";

    public PaperConfig {
        wallets = List.copyOf(wallets);
    }

    /** The mark of what it tells; empty where orders are not of paper. */
    public String mark() {
        return isEnabled ? MARK : "";
    }

    /** Rates and latency as a person reads them: {@code maker 0.1 %, taker 0.2 %, latency 100 ms}. */
    public String terms() {
        return "fees "
                + percent(fees.tiers().get(0).maker())
                + " maker, "
                + percent(fees.tiers().get(0).taker())
                + " taker; latency "
                + latency;
    }

    private static String percent(BigDecimal rate) {
        return rate.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
