package io.hayate.venue;

/** What can go wrong with the first data of a subscription. */
public enum SnapshotFault {
    /** Nothing. */
    NONE,
    /** It does not come. */
    MISSING,
    /** It comes without rows. */
    EMPTY,
    /** It comes twice. */
    TWICE
}
