package io.hayate.venue.order;

import io.hayate.model.Side;
import io.hayate.venue.account.VenueAccount;
import io.hayate.venue.account.Wallet;
import io.hayate.venue.market.Market;

/**
 * The wallets that an order trades on.
 *
 * @param base of what is traded; on margin that of the quote, as nothing else is paid there
 * @param quote of what it is traded for
 */
public record Purse(Wallet base, Wallet quote) {
    /** The wallets of an account for such orders in a market; those that are missing are opened. */
    public static Purse of(VenueAccount account, Market market, VenueOrderType type) {
        Wallet quote = account.wallet(type.wallet(), market.quote());
        return new Purse(
                type.exchange() ? account.wallet(type.wallet(), market.base()) : quote, quote);
    }

    /** The wallet that pays for an order of this side. */
    public Wallet paying(Side side) {
        return side == Side.BUY ? quote : base;
    }
}
