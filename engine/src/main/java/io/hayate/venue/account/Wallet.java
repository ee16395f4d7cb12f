package io.hayate.venue.account;

import java.math.BigDecimal;

/** Money of one currency on the exchange wallet: exact, and in part held by resting orders. */
final class Wallet {
    static final String TYPE = "exchange";

    private final String currency;
    private BigDecimal balance;
    private BigDecimal held = BigDecimal.ZERO;

    Wallet(String currency, BigDecimal balance) {
        this.currency = currency;
        this.balance = balance;
    }

    String currency() {
        return currency;
    }

    /** What filters call this wallet. */
    String subject() {
        return TYPE + "-" + currency;
    }

    BigDecimal balance() {
        return balance;
    }

    BigDecimal available() {
        return balance.subtract(held);
    }

    void add(BigDecimal amount) {
        balance = balance.add(amount);
    }

    void hold(BigDecimal amount) {
        held = held.add(amount);
    }

    void release(BigDecimal amount) {
        held = held.subtract(amount);
    }
}
