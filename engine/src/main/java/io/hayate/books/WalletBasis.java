package io.hayate.books;

import io.hayate.portfolio.Currencies;

/** Of each currency what the wallet held, and what fills and fees had brought of it. Strategy thread. */
final class WalletBasis {
    private final long[] wallets = new long[Currencies.COUNT_MAX];
    private final long[] books = new long[Currencies.COUNT_MAX];
    private boolean isKnown;

    /** True once it was set. */
    boolean isKnown() {
        return isKnown;
    }

    void known(boolean known) {
        isKnown = known;
    }

    /** Sets both of a currency; true when one is another than before. */
    boolean set(int currency, long walletUnits, long bookUnits) {
        boolean isOther = wallets[currency] != walletUnits || books[currency] != bookUnits;
        wallets[currency] = walletUnits;
        books[currency] = bookUnits;
        return isOther;
    }

    void take(WalletBasis other, int currency) {
        wallets[currency] = other.wallets[currency];
        books[currency] = other.books[currency];
    }

    void takeAll(WalletBasis other) {
        System.arraycopy(other.wallets, 0, wallets, 0, wallets.length);
        System.arraycopy(other.books, 0, books, 0, books.length);
        isKnown = true;
    }

    /** What the wallet should hold, as the books have gone on from those of {@code basis}. */
    long expectedFrom(WalletBasis basis, int currency) {
        return basis.wallets[currency] + books[currency] - basis.books[currency];
    }

    long wallet(int currency) {
        return wallets[currency];
    }

    long book(int currency) {
        return books[currency];
    }
}
