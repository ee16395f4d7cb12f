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
final class WalletChangeRow {
    private static final String REASON = "TRADE";

    private WalletChangeRow() {}

    /** The wallet after its part of an exchange. */
    static JsonText exchanged(Wallet wallet, Fill fill) {
        String what = "Exchange " + fill.amountText() + " for " + fill.quote() + fill.atText();
        return ofTrade(wallet, what, fill);
    }

    /** The wallet after the profit, or loss, of what was closed of a position. */
    static JsonText realized(Wallet wallet, Fill fill) {
        String what = "Position closed in part or whole: " + fill.amountText() + fill.atText();
        return ofTrade(wallet, what, fill);
    }

    /** The wallet after the fee was taken from it. */
    static JsonText charged(Wallet wallet, Fill fill) {
        String what = "Trading fees for " + fill.amountText() + " (" + fill.pair() + ")";
        String where = fill.atText() + " on BFX (" + fill.feePercentText() + "%)";
        return ofTrade(wallet, what + where, fill);
    }

    private static JsonText ofTrade(Wallet wallet, String what, Fill fill) {
        VenueOrder order = fill.order();
        JsonText out = WalletRow.begin(new JsonText(), wallet).nul().text(what);
        out.openObject().key("reason").text(REASON).key("order_id").whole(order.id());
        out.key("order_id_oppo").whole(fill.oppositeId());
        out.key("trade_price").text(Amounts.withPoint(fill.price()));
        out.key("trade_amount").text(Amounts.plain(fill.signedAmount()));
        out.key("order_cid")
                .whole(order.origin().clientOrderId())
                .key("order_gid")
                .value(order.origin().groupId());
        return out.closeObject().closeArray();
    }
}
