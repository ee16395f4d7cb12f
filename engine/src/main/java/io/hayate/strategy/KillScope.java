package io.hayate.strategy;

/** Whose open orders the kill switch has canceled. */
public enum KillScope {
    /** Those of ours. */
    OWN,
    /** All of the account, those of other programs and those placed by hand, too. */
    ACCOUNT
}
