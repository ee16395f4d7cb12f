package io.hayate.venue.matching;

import io.hayate.venue.account.AccountFeed;
import io.hayate.venue.account.Membership;
import io.hayate.venue.account.VenueAccount;
import io.hayate.venue.account.Wallet;
import io.hayate.venue.account.WalletRow;
import io.hayate.venue.ledger.MarginPosition;
import io.hayate.venue.ledger.MarginPositions;
import io.hayate.venue.ledger.OpenOrders;
import io.hayate.venue.order.OrderRow;
import io.hayate.venue.order.VenueOrder;
import io.hayate.venue.wire.JsonText;

/** Tells a connection that was let in how its account stands. */
public final class AccountSnapshots {
    private static final long NOT_YET = 0; // the account's sequence while snapshots are sent

    private final OpenOrders open;
    private final MarginPositions positions;

    /** Snapshots that tell of these orders. */
    public AccountSnapshots(OpenOrders open, MarginPositions positions) {
        this.open = open;
        this.positions = positions;
    }

    /**
     * Sends {@code ps}, {@code ws}, {@code os}, {@code fos}, {@code fcs}, {@code fls}; what is
     * computed follows a moment later: a {@code wu} of each wallet, and {@code bu}.
     */
    public void send(Membership member) {
        snapshot(member, "ps", positions(member));
        snapshot(member, "ws", wallets(member));
        snapshot(member, "os", orders(member));
        snapshot(member, "fos", new JsonText().openArray());
        snapshot(member, "fcs", new JsonText().openArray());
        snapshot(member, "fls", new JsonText().openArray());
        member.account().computeLater(member);
    }

    private static void snapshot(Membership member, String type, JsonText rows) {
        if (member.admitsAny(type)) {
            member.client().account(type, rows.closeArray(), NOT_YET);
        }
    }

    private static JsonText wallets(Membership member) {
        JsonText rows = new JsonText().openArray();
        for (Wallet wallet : member.account().wallets()) {
            if (member.admits("ws", wallet.subject())) {
                WalletRow.writeBare(rows, wallet);
            }
        }
        return rows;
    }

    private JsonText positions(Membership member) {
        JsonText rows = new JsonText().openArray();
        for (MarginPosition position : positions.of(member.account())) {
            if (member.admits("ps", position.symbol())) {
                PositionRow.writeComputed(rows, position, position.market().lastPrice());
            }
        }
        return rows;
    }

    private JsonText orders(Membership member) {
        JsonText rows = new JsonText().openArray();
        for (VenueOrder order : open.of(member.account())) {
            if (member.admits("os", order.symbol())) {
                OrderRow.write(rows, order);
            }
        }
        return rows;
    }

    /** Sends what is available in a wallet. */
    static void wallet(Membership member, Wallet wallet) {
        AccountFeed feed = member.account().feed();
        feed.tell(member, "wu", wallet.subject(), WalletRow.computed(wallet));
    }

    /** Sends what all is worth. */
    static void balance(Membership member) {
        VenueAccount account = member.account();
        account.feed().tell(member, "bu", "", account.balanceBody());
    }
}
