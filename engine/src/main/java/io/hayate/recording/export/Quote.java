package io.hayate.recording.export;

/** The best of a book, as texts; empty where there is none, or it was not told. */
record Quote(String askAmount, String askPrice, String bidPrice, String bidAmount) {}
