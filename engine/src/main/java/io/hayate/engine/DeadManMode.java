package io.hayate.engine;

/** Whether the venue is to cancel the account's open orders when its connection ends: the dead-man switch. */
public enum DeadManMode {
    /** It is, but not while orders of others are open at the start: until then no new order leaves. */
    TRUE,

    /** It is not. */
    FALSE,

    /** It is, whoever placed what is open. */
    FORCE
}
