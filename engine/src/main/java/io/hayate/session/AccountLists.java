package io.hayate.session;

import io.hayate.codec.AccountType;
import java.util.concurrent.TimeUnit;

/** Which lists of the account have come whole on its connection. Loop thread. */
final class AccountLists {
    private static final long DUE_NS = TimeUnit.SECONDS.toNanos(5); // seen: milliseconds

    private boolean areAwaited;
    private boolean wereMissed;
    private long dueNs;
    private boolean hasPositions;
    private boolean hasWallets;
    private boolean hasOrders;

    /** A connection begins with none. */
    void clear() {
        areAwaited = false;
        wereMissed = false;
        hasPositions = false;
        hasWallets = false;
        hasOrders = false;
    }

    /** A list has come, and was understood to its end. */
    void onListed(AccountType type) {
        hasPositions |= type == AccountType.POSITIONS;
        hasWallets |= type == AccountType.WALLETS;
        hasOrders |= type == AccountType.OPEN_ORDERS;
    }

    boolean isWhole() {
        return hasPositions && hasWallets && hasOrders;
    }

    /** Each tick: true once, when one has not come in time. */
    boolean areMissed(long nowNs) {
        if (isWhole() || wereMissed) {
            return false;
        }
        if (!areAwaited) {
            areAwaited = true;
            dueNs = nowNs + DUE_NS;
        }
        wereMissed = nowNs - dueNs >= 0;
        return wereMissed;
    }

    /** What is missing: {@code the venue has not sent ps (positions), os (open orders)}. */
    String missing() {
        StringBuilder names = new StringBuilder("the venue has not sent ");
        int start = names.length();
        add(names, start, hasPositions, "ps (positions)");
        add(names, start, hasWallets, "ws (wallets)");
        add(names, start, hasOrders, "os (open orders)");
        return names.toString();
    }

    private static void add(StringBuilder names, int start, boolean isThere, String name) {
        if (!isThere) {
            names.append(names.length() == start ? "" : ", ").append(name);
        }
    }
}
