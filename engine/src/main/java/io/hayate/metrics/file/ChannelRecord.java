package io.hayate.metrics.file;

/**
 * A channel as it was read; its figures are in {@link CountersImage#statistics} by its number.
 *
 * @param id its number
 * @param kind the venue's word for it
 * @param name for people
 * @param reason why it is not live, where its loop said so; else empty
 */
public record ChannelRecord(int id, String kind, String name, String reason) {}
