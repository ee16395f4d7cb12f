package io.hayate.order;

import io.hayate.event.Event;
import io.hayate.event.WalletUpdate;
import java.util.ArrayList;
import java.util.List;

/**
 * The latest word of the venue on each wallet. Balances stay the venue's doubles: we never add them
 * up. Strategy thread; allocates when a wallet is seen for the first time.
 */
public final class Balances {
    private static final int WALLETS_MAX = 1_024;

    private final List<Event> wallets = new ArrayList<>();
    private final WalletUpdate known = new WalletUpdate();

    /** Takes the venue's word on a wallet: {@code update} reads {@code event}. */
    public void onWallet(Event event, WalletUpdate update) {
        for (int i = 0; i < wallets.size(); i++) {
            if (known.wrap(wallets.get(i)).isSameWallet(update)) {
                wallets.get(i).copyFrom(event);
                return;
            }
        }
        if (wallets.size() < WALLETS_MAX) {
            Event copy = Event.allocate();
            copy.copyFrom(event);
            wallets.add(copy);
        }
    }

    /** Total of a wallet such as {@code exchange}, {@code USD}; NaN when the venue told none. */
    public double balance(String walletType, String currency) {
        return isFound(walletType, currency) ? known.balance() : Double.NaN;
    }

    /** What new orders may use of a wallet; NaN while the venue has not computed it. */
    public double available(String walletType, String currency) {
        return isFound(walletType, currency) ? known.availableBalance() : Double.NaN;
    }

    private boolean isFound(String walletType, String currency) {
        for (int i = 0; i < wallets.size(); i++) {
            if (known.wrap(wallets.get(i)).isWallet(walletType, currency)) {
                return true;
            }
        }
        return false;
    }

    /** How many wallets are known. */
    public int size() {
        return wallets.size();
    }

    /** The venue's latest word on a wallet; read it with {@link WalletUpdate}. */
    public Event get(int index) {
        return wallets.get(index);
    }
}
