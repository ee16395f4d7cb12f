package io.hayate.venue.order;

import io.hayate.venue.WalletType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The type of an order: how it trades, and on which wallet.
 *
 * @param exchange true for the exchange wallet, false for the margin wallet
 */
public record VenueOrderType(OrderKind kind, boolean exchange) {
    private static final String EXCHANGE = "EXCHANGE ";
    private static final Map<String, VenueOrderType> BY_WORD = new LinkedHashMap<>();

    static {
        for (OrderKind kind : OrderKind.values()) {
            BY_WORD.put(kind.word(), new VenueOrderType(kind, false));
            BY_WORD.put(EXCHANGE + kind.word(), new VenueOrderType(kind, true));
        }
    }

    /** The type of this name, such as {@code EXCHANGE STOP LIMIT}; null for none. */
    public static VenueOrderType find(String word) {
        return BY_WORD.get(word);
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
