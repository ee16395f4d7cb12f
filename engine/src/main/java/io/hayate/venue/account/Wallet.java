package io.hayate.venue.account;

import java.math.BigDecimal;

/** Money of one currency on the exchange wallet: exact, and in part held by resting orders. */
public final class Wallet {
    /** The kind of wallet that there is. */
    public static final String TYPE = "exchange";

    private final String currency;
    private BigDecimal balance;
    private BigDecimal held = BigDecimal.ZERO;

    /** A wallet that holds so much, of which nothing is held back. */
    public Wallet(String currency, BigDecimal balance) {
        this.currency = currency;
        this.balance = balance;
    }

    /** What it holds. */
    public String currency() {
        return currency;
    }

    /** What filters call this wallet. */
    public String subject() {
        return TYPE + "-" + currency;
    }

    /** All that it holds. */
    public BigDecimal balance() {
        return balance;
    }

    /** What resting orders do not hold back. */
    public BigDecimal available() {
        return balance.subtract(held);
    }

    /** Adds an amount, which may be negative. */
    public void add(BigDecimal amount) {
        balance = balance.add(amount);
    }

    /** Holds so much back for an order. */
    public void hold(BigDecimal amount) {
        held = held.add(amount);
    }

    /** Holds so much back no longer. */
    public void release(BigDecimal amount) {
        held = held.subtract(amount);
    }
}
