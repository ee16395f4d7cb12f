package io.hayate.venue.account;

import io.hayate.venue.wire.JsonText;

/**
 * Writes the row of a wallet.
 *
 * <pre>["exchange","USD",31.06,0,31.06,null,null]</pre>
 */
public final class WalletRow {
    private WalletRow() {}

    /** Begins a row: all up to the unsettled interest. */
    public static JsonText begin(JsonText out, Wallet wallet) {
        out.openArray().text(wallet.type().word()).text(wallet.currency());
        return out.number(wallet.balance()).whole(0);
    }

    /** Appends the wallet without what is available, as snapshots have it. */
    public static void writeBare(JsonText out, Wallet wallet) {
        begin(out, wallet).nulls(3).closeArray();
    }

    /** The wallet with what is available. */
    public static JsonText computed(Wallet wallet) {
        return begin(new JsonText(), wallet).number(wallet.available()).nulls(2).closeArray();
    }
}
