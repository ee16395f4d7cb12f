package io.hayate.metrics;

import org.agrona.concurrent.status.CountersReader;

/**
 * Where what lies in the counters' memory, from its start: header, counters (metadata, values), channels
 * (metadata, values), and the log of distinct errors. Each part begins on a page.
 *
 * @param counters how many counters there may be
 * @param channels how many channels, of two counters each
 * @param errorBytes of the log of errors
 */
public record CountersLayout(int counters, int channels, int errorBytes) {
    /** Bytes of the header. */
    public static final int HEADER_BYTES = 4_096;

    /** Counters of a channel: {@link ChannelSlot}. */
    static final int SLOTS = 2;

    private static final int PAGE_BYTES = 4_096;
    private static final int COUNTERS = 2_048;
    private static final int ERROR_BYTES = 1 << 17;

    /** Room for all that an engine counts, and this many channels. */
    public static CountersLayout of(int channels) {
        return new CountersLayout(COUNTERS, channels, ERROR_BYTES);
    }

    /** Where the metadata of counters begins. */
    public int metadataOffset() {
        return HEADER_BYTES;
    }

    /** Bytes of it. */
    public int metadataBytes() {
        return counters * CountersReader.METADATA_LENGTH;
    }

    /** Where their values begin. */
    public int valuesOffset() {
        return next(metadataOffset(), metadataBytes());
    }

    /** Bytes of them. */
    public int valuesBytes() {
        return counters * CountersReader.COUNTER_LENGTH;
    }

    /** Where the metadata of channels begins. */
    public int channelMetadataOffset() {
        return next(valuesOffset(), valuesBytes());
    }

    /** Bytes of it. */
    public int channelMetadataBytes() {
        return channels * SLOTS * CountersReader.METADATA_LENGTH;
    }

    /** Where their figures begin. */
    public int channelValuesOffset() {
        return next(channelMetadataOffset(), channelMetadataBytes());
    }

    /** Bytes of them. */
    public int channelValuesBytes() {
        return channels * SLOTS * CountersReader.COUNTER_LENGTH;
    }

    /** Where the log of errors begins. */
    public int errorsOffset() {
        return next(channelValuesOffset(), channelValuesBytes());
    }

    /** Bytes of all. */
    public int bytes() {
        return next(errorsOffset(), errorBytes);
    }

    private static int next(int offset, int bytes) {
        return (offset + bytes + PAGE_BYTES - 1) & -PAGE_BYTES;
    }
}
