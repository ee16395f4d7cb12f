package io.hayate.metrics.file;

/**
 * A distinct error as it was read.
 *
 * @param count how often it came
 * @param firstMs when first, in ms since 1970
 * @param lastMs when last
 * @param text in a line
 */
public record ErrorRecord(int count, long firstMs, long lastMs, String text) {}
