package io.hayate.metrics.file;

/**
 * One counter as it was read.
 *
 * @param typeId of its type, which a newer engine may have and this one not know
 * @param first word of its key; empty for none
 * @param second word of its key; empty for none
 * @param label the words for a person
 * @param value as it was
 */
public record CounterRecord(int typeId, String first, String second, String label, long value) {}
