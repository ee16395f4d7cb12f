package io.hayate.venue;

import java.util.Locale;

/** What a key may read or write, in the order in which {@code caps} tells it. */
public enum PermissionArea {
    BFXPAY,
    ORDERS,
    ACCOUNT,
    FUNDING,
    HISTORY,
    WALLETS,
    SETTINGS,
    WITHDRAW,
    POSITIONS,
    UI_WITHDRAW;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** As frames and settings call it: {@code ui_withdraw}. */
    public String word() {
        return word;
    }

    /** The area of this word, or null. */
    public static PermissionArea find(String word) {
        for (PermissionArea area : values()) {
            if (area.word.equals(word)) {
                return area;
            }
        }
        return null;
    }
}
