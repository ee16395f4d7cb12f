package io.hayate.venue.mirror;

/**
 * How far a market goes by what it follows.
 *
 * @param isStrict true where nothing may trade on a book that may be wrong or old. A lost or unreadable text,
 *     a checksum that does not fit, an end of the channel and maintenance halt it until its next whole
 *     snapshot; its rows and trades count for nothing meanwhile
 * @param heardMs silence of the book's channel, heartbeats counted, after which a strict one is old
 * @param dataMs the same of its rows alone; 0 for never
 */
public record MirrorTrust(boolean isStrict, long heardMs, long dataMs) {
    /** As recordings are taken: what they lack lacks. */
    public static final MirrorTrust AS_TOLD = new MirrorTrust(false, 0, 0);

    /** True when a book that was heard, and told rows, so long ago is old. */
    boolean isOld(long sinceHeardMs, long sinceDataMs) {
        return isStrict && (sinceHeardMs > heardMs || (dataMs > 0 && sinceDataMs > dataMs));
    }
}
