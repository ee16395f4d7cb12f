package io.hayate.order;

import io.hayate.books.WalletCheck;
import io.hayate.portfolio.DayProfit;
import io.hayate.portfolio.Funds;
import io.hayate.portfolio.OpenUnits;
import io.hayate.portfolio.Portfolio;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sums of our fills an instrument, exact in units of 1e-8, as the portfolio holds them: of the account, and
 * beside it of each strategy where several run. The strategy thread adds, any thread reads. Allocates
 * nothing.
 */
public final class Positions {
    private final Portfolio portfolio;
    private final DayProfit day;
    private final OpenUnits open;
    private final Funds funds;
    private final WalletCheck wallets;
    private final Positions[] strategies;
    private final Map<String, Integer> former = new TreeMap<>();

    /** Of one strategy, or none. */
    public Positions() {
        this(0);
    }

    /**
     * Of an account with several strategies.
     *
     * @param names what they are called, by number
     * @param running the names of those that run
     */
    public Positions(Map<Integer, String> names, Set<String> running) {
        this(names.keySet().stream().mapToInt(Integer::intValue).max().orElse(0));
        names.forEach((number, name) -> former.put(name, number));
        former.keySet().removeAll(running);
    }

    /** Of an account with so many strategies. */
    public Positions(int count) {
        portfolio = new Portfolio();
        day = new DayProfit(portfolio);
        open = new OpenUnits(portfolio.currencies(), count);
        funds = new Funds(portfolio.currencies());
        wallets = new WalletCheck(portfolio, funds);
        strategies = new Positions[count];
        for (int i = 0; i < count; i++) {
            strategies[i] = new Positions(this, i + 1);
        }
    }

    private Positions(Positions account, int strategy) {
        portfolio = new Portfolio(account.portfolio);
        day = new DayProfit(portfolio);
        open = account.open.of(strategy);
        funds = account.funds;
        wallets = account.wallets;
        strategies = new Positions[0];
    }

    /** Those of one strategy, from 1; of 0 those of the account. */
    public Positions of(int strategy) {
        return strategy == 0 ? this : strategies[strategy - 1];
    }

    /** Numbers of strategies that ran before and run no more, by name; any thread. */
    public Map<String, Integer> former() {
        return former;
    }

    /** How many strategies have some of their own. */
    public int strategies() {
        return strategies.length;
    }

    /** What the fills have come to beside that: cost, profit and fees. */
    public Portfolio portfolio() {
        return portfolio;
    }

    /** What the day has brought; strategy thread. */
    DayProfit day() {
        return day;
    }

    /** The price of an instrument, for all of them. */
    public void onMark(int instrumentId, double price, long timeMs) {
        portfolio.onMark(instrumentId, price, timeMs);
        for (Positions each : strategies) {
            each.portfolio.onMark(instrumentId, price, timeMs);
        }
    }

    /** What open orders may still trade; strategy thread. */
    OpenUnits open() {
        return open;
    }

    /** What the exchange wallet holds; strategy thread. */
    public Funds funds() {
        return funds;
    }

    /** Whether the wallet holds what it should; strategy thread. */
    public WalletCheck wallets() {
        return wallets;
    }

    /** Bought less sold, by this run and those before that its journal knows, in the base currency. */
    public double amount(int instrumentId) {
        return portfolio.amount(instrumentId);
    }

    /** As {@link #amount}, exactly, in units of 1e-8. */
    public long units(int instrumentId) {
        return portfolio.units(instrumentId);
    }
}
