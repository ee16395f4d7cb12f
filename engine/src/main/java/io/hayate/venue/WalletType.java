package io.hayate.venue;

import java.util.Locale;

/** What a wallet is for: each currency has one of each at most. */
public enum WalletType {
    /** Pays for orders on the spot market. */
    EXCHANGE,
    /** Stands behind positions. */
    MARGIN,
    /** Holds what is to be lent. */
    FUNDING;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** As frames and settings call it: {@code exchange}. */
    public String word() {
        return word;
    }

    /** The type of this word, or null. */
    public static WalletType find(String word) {
        for (WalletType type : values()) {
            if (type.word.equals(word)) {
                return type;
            }
        }
        return null;
    }
}
