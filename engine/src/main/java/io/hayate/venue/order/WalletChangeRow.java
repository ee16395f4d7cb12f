package io.hayate.venue.order;

import io.hayate.venue.account.Wallet;
import io.hayate.venue.account.WalletRow;
import io.hayate.venue.wire.Amounts;
import io.hayate.venue.wire.JsonText;

/**
 * Writes the row of a wallet that a trade has changed.
 *
 * <pre>["exchange","USD",31.06,0,null,"Exchange 0.1 BTC for USD @ 113940.0",{"reason":"TRADE",..}]
 * </pre>
 */
public final class WalletChangeRow {
    private static final String REASON = "TRADE";

    private WalletChangeRow() {}

    /** The wallet after its part of an exchange. */
    public static void exchanged(JsonText out, Wallet wallet, Fill fill) {
        String what = "Exchange " + fill.amountText() + " for " + fill.quote() + fill.atText();
        ofTrade(out, wallet, what, fill);
    }

    /** The wallet after the profit, or loss, of what was closed of a position. */
    public static void realized(JsonText out, Wallet wallet, Fill fill) {
        String what = "Position closed in part or whole: " + fill.amountText() + fill.atText();
        ofTrade(out, wallet, what, fill);
    }

    /** The wallet after the fee was taken from it. */
    public static void charged(JsonText out, Wallet wallet, Fill fill) {
        String what = "Trading fees for " + fill.amountText() + " (" + fill.pair() + ")";
        String where = fill.atText() + " on BFX (" + fill.feePercentText() + "%)";
        ofTrade(out, wallet, what + where, fill);
    }

    private static void ofTrade(JsonText out, Wallet wallet, String what, Fill fill) {
        VenueOrder order = fill.order();
        WalletRow.begin(out, wallet).nul().text(what);
        out.openObject().key("reason").text(REASON).key("order_id").whole(order.id());
        out.key("order_id_oppo").whole(fill.oppositeId());
        out.key("trade_price").text(Amounts.withPoint(fill.price()));
        out.key("trade_amount").text(Amounts.plain(fill.signedAmount()));
        out.key("order_cid")
                .whole(order.origin().clientOrderId())
                .key("order_gid")
                .value(order.origin().groupId());
        out.closeObject().closeArray();
    }
}
