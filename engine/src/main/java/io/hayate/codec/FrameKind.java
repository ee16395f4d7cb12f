package io.hayate.codec;

/** What a frame is, as its head tells. */
public enum FrameKind {
    /** An object: {@code {"event":...}}. */
    CONTROL,
    /** {@code [CHAN,"hb"]}, of any channel. */
    HEARTBEAT,
    /** {@code [CHAN,[...]]}: a row or a list of rows of a subscribed channel. */
    DATA,
    /** {@code [CHAN,"te",[...]]}, {@code [CHAN,"cs",N]}: a body of a named type. */
    TYPED,
    /** {@code [0,"on",[...]]}: news of the account; see {@link AccountType}. */
    ACCOUNT
}
