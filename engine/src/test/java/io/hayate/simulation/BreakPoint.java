package io.hayate.simulation;

/** Where on its way an order is broken off. */
enum BreakPoint {
    /** Nothing of it is written down yet. */
    BEFORE_APPEND,
    /** It is in the journal, and no byte of it has left. */
    AFTER_APPEND,
    /** Half of its frame has left. */
    HALF_FRAME,
    /** Its frame has left, and nothing has come. */
    AFTER_WRITE,
    /** {@code n} has come. */
    AFTER_ANSWER,
    /** {@code on} has come. */
    AFTER_NEW,
    /** The first of two fills has come. */
    BETWEEN_FILLS,
    /** {@code oc} has come, and {@code tu} has not. */
    BEFORE_FEE,
    /** It rested, and its cancel has left. */
    CANCEL,
    /** It rested, and its update has left. */
    UPDATE,
    /** It has left with others in one message. */
    BATCH,
    /** The connection was lost, and the next one tells the open orders. */
    LIST
}
