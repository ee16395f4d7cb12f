package io.hayate.venue.matching;

import io.hayate.model.Side;
import io.hayate.venue.WalletType;
import io.hayate.venue.account.VenueAccount;
import io.hayate.venue.account.Wallet;
import io.hayate.venue.book.BookOrder;
import io.hayate.venue.ledger.MarginPosition;
import io.hayate.venue.ledger.VenueLedger;
import io.hayate.venue.market.Market;
import io.hayate.venue.order.VenueOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the venue against itself: money, orders, books and positions. It finds nothing, whatever clients
 * send and whatever faults are on, or the venue is wrong. Venue thread.
 */
public final class VenueAudit {
    private final List<VenueAccount> accounts;
    private final List<Market> markets;
    private final MatchingEngine engine;
    private final Map<String, BigDecimal> deposits;

    /** An audit from now on, while nothing was traded. */
    public VenueAudit(List<VenueAccount> accounts, List<Market> markets, MatchingEngine engine) {
        this.accounts = accounts;
        this.markets = markets;
        this.engine = engine;
        deposits = assets();
    }

    /** What is wrong, in words; empty when nothing is. */
    public List<String> findings() {
        List<String> findings = new ArrayList<>();
        checkMoney(findings);
        accounts.forEach(account -> checkAccount(account, findings));
        markets.forEach(market -> checkBook(market, findings));
        return findings;
    }

    /** What all accounts own: wallets, and positions at their cost. */
    private Map<String, BigDecimal> assets() {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (VenueAccount account : accounts) {
            for (Wallet wallet : account.wallets()) {
                sums.merge(wallet.currency(), wallet.balance(), BigDecimal::add);
            }
            for (MarginPosition position : engine.positions().of(account)) {
                sums.merge(position.base(), position.amount(), BigDecimal::add);
                sums.merge(position.quote(), position.cost().negate(), BigDecimal::add);
            }
        }
        return sums;
    }

    private void checkMoney(List<String> findings) {
        VenueLedger ledger = engine.ledger();
        assets().forEach(
                        (currency, now) -> {
                            BigDecimal before = deposits.getOrDefault(currency, BigDecimal.ZERO);
                            BigDecimal gone =
                                    ledger.fees(currency).add(ledger.tradedAway(currency));
                            if (now.add(gone).compareTo(before) != 0) {
                                findings.add(
                                        currency
                                                + ": accounts began with "
                                                + before.toPlainString()
                                                + ", have "
                                                + now.toPlainString()
                                                + " and paid "
                                                + gone.toPlainString());
                            }
                        });
    }

    private void checkAccount(VenueAccount account, List<String> findings) {
        Map<Wallet, BigDecimal> held = new LinkedHashMap<>();
        for (VenueOrder order : engine.open().of(account)) {
            if (order.held().signum() != 0) {
                held.merge(Settlement.paying(order), order.held(), BigDecimal::add);
            }
            if (!order.isOpen() || order.remainingUnits() <= 0) {
                findings.add(account.name() + ": order " + order.id() + " is open and over");
            }
        }
        for (Wallet wallet : account.wallets()) {
            String name = account.name() + " " + wallet.subject();
            BigDecimal expected = held.getOrDefault(wallet, BigDecimal.ZERO);
            if (expected.compareTo(wallet.held()) != 0) {
                findings.add(name + " holds back " + wallet.held() + ", its orders " + expected);
            }
            if (wallet.type() == WalletType.EXCHANGE && wallet.available().signum() < 0) {
                findings.add(name + " has " + wallet.available() + " available");
            }
        }
        for (Market market : markets) {
            String symbol = market.instrument().symbol();
            long filled = engine.ledger().positionUnits(account.name(), symbol);
            if (filled != -engine.positions().closingUnits(account, market)) {
                findings.add(account.name() + ": the position in " + symbol + " is not its fills");
            }
        }
    }

    private void checkBook(Market market, List<String> findings) {
        for (Side taker : Side.values()) {
            BookOrder[] last = new BookOrder[1];
            market.book()
                    .forEach(
                            taker,
                            next -> {
                                check(market, taker, last[0], next, findings);
                                last[0] = next;
                                return true;
                            });
        }
        BookOrder bid = market.book().bestFor(Side.SELL);
        BookOrder ask = market.book().bestFor(Side.BUY);
        if (bid != null && ask != null && bid.price() >= ask.price()) {
            findings.add(market.instrument().symbol() + ": the book is crossed");
        }
        for (VenueAccount account : accounts) {
            for (VenueOrder order : engine.open().of(account)) {
                if (order.market() == market && !order.isWaiting() && order.bookOrder() == null) {
                    findings.add("order " + order.id() + " is open and nowhere");
                }
            }
        }
    }

    private static void check(
            Market market, Side taker, BookOrder last, BookOrder next, List<String> findings) {
        String where = market.instrument().symbol() + ": order " + next.id();
        if (last != null && (next.price() - last.price()) * taker.sign() < 0) {
            findings.add(where + " comes behind a worse price");
        }
        if (next.owner() instanceof Resting resting) {
            VenueOrder order = resting.order();
            if (order.bookOrder() != next || order.remainingUnits() != next.units()) {
                findings.add(where + " lies in the book as another than it is");
            }
        }
    }
}
