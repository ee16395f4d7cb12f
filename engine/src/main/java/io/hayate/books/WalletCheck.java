package io.hayate.books;

import io.hayate.number.Decimals;
import io.hayate.number.ExactSum;
import io.hayate.portfolio.Currencies;
import io.hayate.portfolio.Funds;
import io.hayate.portfolio.HeldWords;
import io.hayate.portfolio.Holding;
import io.hayate.portfolio.Portfolio;
import io.hayate.portfolio.WalletDifferences;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;

/**
 * Holds what the exchange wallet gained and lost of each currency against what fills and fees have brought,
 * since both were first known, or somebody has adopted a difference. It looks only while the account is told
 * and nothing has changed for a while, as fills and wallets are told one after the other. Strategy thread;
 * allocates when it has something to tell.
 */
public final class WalletCheck {
    private static final long PERIOD_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long STEADY_NS = TimeUnit.SECONDS.toNanos(3);
    private static final long ROUNDED_UNITS = 100; // what fees of more decimals may add up to

    private final Portfolio portfolio;
    private final Funds funds;
    private final WalletDifferences differences;
    private final WalletDifferences.Difference difference = new WalletDifferences.Difference();
    private final ExactSum[] sums = new ExactSum[Currencies.COUNT_MAX];
    private final ExactSum fees = new ExactSum();
    private final Holding held = new Holding();
    private final WalletBasis now = new WalletBasis();
    private final WalletBasis basis = new WalletBasis();
    private long lookedNs;
    private long steadySinceNs;
    private boolean isTold; // what differs, since the account was told last
    private boolean hasChanged;
    private String news = "";
    private String adopted = "";

    /** Has seen nothing yet. */
    public WalletCheck(Portfolio portfolio, Funds funds) {
        this.portfolio = portfolio;
        this.funds = funds;
        differences = portfolio.differences();
        for (int i = 0; i < sums.length; i++) {
            sums[i] = new ExactSum();
        }
    }

    /** What is held against: of each currency what the wallet held, and what the books had brought. */
    WalletBasis basis() {
        return basis;
    }

    /**
     * Looks, once a second.
     *
     * @param isSettled true while the account is told whole, and the outcome of each order is known
     */
    public void onTime(long nowNs, boolean isSettled) {
        if (nowNs - lookedNs < PERIOD_NS) {
            return;
        }
        lookedNs = nowNs;
        if (!isSettled || !funds.isTold()) {
            steadySinceNs = nowNs;
            isTold = false;
        } else if (isOther()) {
            steadySinceNs = nowNs;
        } else if (nowNs - steadySinceNs >= STEADY_NS) {
            look();
        }
    }

    /** Reads wallets and books; true when one is another than the last time. */
    private boolean isOther() {
        int count = portfolio.currencies().count();
        for (int i = 0; i < count; i++) {
            sums[i].set(portfolio.readFees(i, fees));
        }
        boolean fits = true;
        for (int i = 0; i < portfolio.tradedCount(); i++) {
            fits &= add(portfolio.traded(i));
        }
        boolean isOther = !fits;
        for (int i = 0; i < count; i++) {
            isOther |= now.set(i, funds.units(i), sums[i].floorUnits());
        }
        return isOther;
    }

    private boolean add(int id) {
        portfolio.read(id, held);
        ExactSum base = sums[portfolio.currencies().base(id)];
        ExactSum quote = sums[portfolio.currencies().quote(id)];
        return base.addProduct(held.units(), 1)
                && quote.add(held.realised())
                && quote.subtract(held.cost());
    }

    private void look() {
        if (!basis.isKnown()) {
            basis.takeAll(now);
            hasChanged = true;
        }
        StringJoiner words = isTold ? null : new StringJoiner("\n");
        for (int i = 0; i < portfolio.currencies().count(); i++) {
            long expected = now.expectedFrom(basis, i);
            long off = Math.abs(now.wallet(i) - expected);
            boolean isDifferent = off > ROUNDED_UNITS + portfolio.history().count();
            differences.set(i, isDifferent ? expected : now.wallet(i), now.wallet(i));
            if (isDifferent && words != null) {
                words.add(words(i));
            }
        }
        news = words == null ? news : words.toString();
        isTold = true;
    }

    private String words(int currency) {
        differences.read(currency, difference);
        String name = portfolio.currencies().name(currency);
        String amount = HeldWords.amount(difference.units());
        return name
                + ": by our books the wallet holds "
                + HeldWords.amount(difference.expectedUnits())
                + ", it holds "
                + HeldWords.amount(difference.heldUnits())
                + ": "
                + amount
                + " came without us; adopt "
                + name
                + " "
                + amount
                + " takes it as it is";
    }

    /** What differs, a line each, once after the account was told; else empty. */
    public String takeNews() {
        String taken = news;
        news = "";
        return taken;
    }

    /**
     * Takes a difference as it is: the wallet is right, whatever has brought it.
     *
     * @param currency its number
     * @param amount what the wallet holds more, as it is shown
     * @return false when that is not what differs
     */
    public boolean adopt(int currency, double amount) {
        if (currency < 0 || currency >= portfolio.currencies().count()) {
            return false;
        }
        long units = differences.read(currency, difference).units();
        if (units == 0 || Decimals.toUnits(amount) != units) {
            return false;
        }
        basis.take(now, currency);
        differences.set(currency, now.wallet(currency), now.wallet(currency));
        String what = portfolio.currencies().name(currency) + " " + HeldWords.amount(units);
        adopted = adopted.isEmpty() ? what : adopted + ", " + what;
        hasChanged = true;
        return true;
    }

    /** True once after what is held against has changed: it is to be written down. */
    boolean takeChange() {
        boolean changed = hasChanged;
        hasChanged = false;
        return changed;
    }

    /** What was adopted, once; else empty. */
    String takeAdopted() {
        String taken = adopted;
        adopted = "";
        return taken;
    }
}
