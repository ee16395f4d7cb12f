package io.hayate.recording.export;

/**
 * What lies at a price now.
 *
 * @param price as the exchange wrote it
 * @param amount likewise, above 0; 0 for nothing
 */
record LevelChange(boolean isBid, String price, String amount) {}
