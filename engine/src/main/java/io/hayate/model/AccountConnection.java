package io.hayate.model;

/** Which connection the account has. */
public enum AccountConnection {
    /** One of its own: no market data delays what the venue says of orders. */
    OWN,
    /** One that market data fills up: fewest connections. */
    SHARED
}
