package io.hayate.venue.order;

import io.hayate.venue.WalletType;

/**
 * The type of an order: how it trades, and on which wallet.
 *
 * @param exchange true for the exchange wallet, false for the margin wallet
 */
public record VenueOrderType(OrderKind kind, boolean exchange) {
    private static final String EXCHANGE = "EXCHANGE ";

    /** The type of this name, such as {@code EXCHANGE STOP LIMIT}; null for none. */
    public static VenueOrderType find(String word) {
        if (word == null) {
            return null;
        }
        boolean exchange = word.startsWith(EXCHANGE);
        OrderKind kind = OrderKind.find(exchange ? word.substring(EXCHANGE.length()) : word);
        return kind == null ? null : new VenueOrderType(kind, exchange);
    }

    /** As the wire names it. */
    public String word() {
        return exchange ? EXCHANGE + kind.word() : kind.word();
    }

    /** The type of wallet that it trades on. */
    public WalletType wallet() {
        return exchange ? WalletType.EXCHANGE : WalletType.MARGIN;
    }

    /** The same with another kind. */
    public VenueOrderType with(OrderKind other) {
        return new VenueOrderType(other, exchange);
    }
}
