package io.hayate.view.terminal;

import io.hayate.event.WalletUpdate;

/** A wallet as one line: {@code wallet exchange USD: balance 9029.9, available 9029.9}. */
final class WalletLine {
    private WalletLine() {}

    static String of(WalletUpdate wallet) {
        String line =
                "wallet "
                        + wallet.walletType()
                        + " "
                        + wallet.currency()
                        + ": balance "
                        + Figures.exact(wallet.balance())
                        + ", available "
                        + Figures.exact(wallet.availableBalance());
        double interest = wallet.unsettledInterest();
        return interest == 0 || Double.isNaN(interest)
                ? line
                : line + ", unsettled interest " + Figures.exact(interest);
    }
}
