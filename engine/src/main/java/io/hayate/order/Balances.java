package io.hayate.order;

import io.hayate.event.Event;
import io.hayate.event.EventText;
import io.hayate.event.WalletUpdate;
import io.hayate.portfolio.Currencies;
import io.hayate.portfolio.Funds;
import java.util.ArrayList;
import java.util.List;
import org.agrona.AsciiSequenceView;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The latest word of the venue on each wallet. Balances stay the venue's doubles: we never add them
 * up. Strategy thread; allocates when a wallet is seen for the first time.
 */
public final class Balances {
    private static final int WALLETS_MAX = 1_024;
    private static final String EXCHANGE = "exchange";

    private final List<Wallet> wallets = new ArrayList<>();
    private final WalletUpdate known = new WalletUpdate();
    private final Funds funds;
    private final UnsafeBuffer text = new UnsafeBuffer(new byte[EventText.LENGTH_MAX]);
    private final AsciiSequenceView currency = new AsciiSequenceView();
    private int snapshots;

    /** The latest word on one wallet, and how many snapshots had begun when it came. */
    private static final class Wallet {
        private final Event event = Event.allocate();
        private int toldIn;
    }

    /** Without a wallet. */
    public Balances() {
        this(new Funds(new Currencies()));
    }

    /** Without a wallet; {@code funds} is told what the exchange wallet holds. */
    public Balances(Funds funds) {
        this.funds = funds;
    }

    /**
     * Takes the venue's word on a wallet: {@code update} reads {@code event}. A whole snapshot leaves
     * no wallet that it does not name: an empty one leaves none.
     */
    public void onWallet(Event event, WalletUpdate update) {
        if (update.isSnapshot() && event.isFirst()) {
            snapshots++;
            funds.onSnapshot();
        }
        if (update.isOfType(EXCHANGE)) {
            currency.wrap(text, 0, update.copyCurrency(text, 0));
            funds.onBalance(currency, update.balance());
        }
        Wallet wallet = update.isNone() ? null : wallet(update);
        if (wallet != null) {
            wallet.event.copyFrom(event);
            wallet.toldIn = snapshots;
        }
        if (update.isSnapshot() && event.isLast()) {
            forgetUntold();
        }
    }

    /** The wallet of this update, made if need be; null when there are too many. */
    private Wallet wallet(WalletUpdate update) {
        for (int i = 0; i < wallets.size(); i++) {
            if (known.wrap(wallets.get(i).event).isSameWallet(update)) {
                return wallets.get(i);
            }
        }
        if (wallets.size() == WALLETS_MAX) {
            return null;
        }
        Wallet wallet = new Wallet();
        wallets.add(wallet);
        return wallet;
    }

    private void forgetUntold() {
        for (int i = wallets.size() - 1; i >= 0; i--) {
            if (wallets.get(i).toldIn != snapshots) {
                wallets.remove(i);
            }
        }
    }

    /**
     * Total of a wallet such as {@code exchange}, {@code USD}, in its currency; NaN when the venue
     * told none.
     */
    public double balance(String walletType, String currency) {
        return isFound(walletType, currency) ? known.balance() : Double.NaN;
    }

    /**
     * Amount of a wallet that new orders may use, in its currency; NaN while the venue has not
     * computed it.
     */
    public double available(String walletType, String currency) {
        return isFound(walletType, currency) ? known.availableBalance() : Double.NaN;
    }

    private boolean isFound(String walletType, String currency) {
        for (int i = 0; i < wallets.size(); i++) {
            if (known.wrap(wallets.get(i).event).isWallet(walletType, currency)) {
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
        return wallets.get(index).event;
    }
}
