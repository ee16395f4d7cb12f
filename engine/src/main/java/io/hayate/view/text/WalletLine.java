package io.hayate.view.text;

import io.hayate.event.WalletUpdate;

/** A wallet as one line: {@code wallet exchange USD: balance 9029.9, available 9029.9}. */
public final class WalletLine {
    private WalletLine() {}

    public static String of(WalletUpdate wallet) {
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
