package io.hayate.venue.account;

import io.hayate.venue.WalletType;
import java.math.BigDecimal;

/** Money of one currency for one purpose: exact, and in part held by resting orders. */
public final class Wallet {
    private final WalletType type;
    private final String currency;
    private final String subject;
    private BigDecimal balance;
    private BigDecimal held = BigDecimal.ZERO;

    /** A wallet that holds so much, of which nothing is held back. */
    public Wallet(WalletType type, String currency, BigDecimal balance) {
        this.type = type;
        this.currency = currency;
        subject = type.word() + "-" + currency;
        this.balance = balance;
    }

    /** What it is for. */
    public WalletType type() {
        return type;
    }

    /** What it holds. */
    public String currency() {
        return currency;
    }

    /** What filters call this wallet: {@code exchange-BTC}. */
    public String subject() {
        return subject;
    }

    /** All that it holds. */
    public BigDecimal balance() {
        return balance;
    }

    /** What is held back for orders. */
    public BigDecimal held() {
        return held;
    }

    /** What resting orders do not hold back. */
    public BigDecimal available() {
        return balance.subtract(held);
    }

    /** Adds an amount, which may be negative. */
    public void add(BigDecimal amount) {
        balance = balance.add(amount);
    }

    /** Holds so much more back for orders, or less when it is negative. */
    public void hold(BigDecimal change) {
        held = held.add(change);
    }
}
