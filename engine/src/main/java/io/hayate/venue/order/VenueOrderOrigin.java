package io.hayate.venue.order;

import io.hayate.venue.account.VenueAccount;
import java.math.BigDecimal;

/**
 * Where an order comes from.
 *
 * @param purse the wallets of the account that it trades on
 * @param connection the number of the one that sent it: orders outlive connections
 * @param clientOrderId the client's, or the time of the order when it gave none
 * @param groupId the client's group, or null
 * @param placedBy the id of the order that caused this one; 0 for none
 */
public record VenueOrderOrigin(
        VenueAccount account,
        Purse purse,
        long connection,
        long clientOrderId,
        BigDecimal groupId,
        long placedBy) {
    /** The same in another group. */
    public VenueOrderOrigin withGroup(BigDecimal value) {
        return new VenueOrderOrigin(account, purse, connection, clientOrderId, value, placedBy);
    }
}
