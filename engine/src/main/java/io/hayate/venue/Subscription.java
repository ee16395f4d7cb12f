package io.hayate.venue;

import io.hayate.model.Channel;

/** One channel of one connection: what a feed sends to one of its subscribers goes through here. */
final class Subscription {
    private final VenueSession session;
    private final long channelId;
    private final Feed feed;
    private final DataFaults faults;

    Subscription(VenueSession session, long channelId, Feed feed) {
        this.session = session;
        this.channelId = channelId;
        this.feed = feed;
        faults = session.faults().data();
    }

    VenueSession session() {
        return session;
    }

    long channelId() {
        return channelId;
    }

    Feed feed() {
        return feed;
    }

    /** True while the client's {@code conf} has this flag, such as {@link FrameWriter#BULK_FLAG}. */
    boolean hasFlag(long flag) {
        return session.writer().hasFlag(flag);
    }

    /** False while the client reads too slowly for anything that can be left out. */
    boolean hasRoom() {
        return session.writer().hasRoom();
    }

    /** The first data of this subscription: {@code [CHAN, BODY]}. */
    void snapshot(JsonText body) {
        SnapshotFault fault = faults.snapshot(kind());
        if (fault == SnapshotFault.MISSING) {
            return;
        }
        update(fault == SnapshotFault.EMPTY ? new JsonText().openArray().closeArray() : body);
        if (fault == SnapshotFault.TWICE) {
            update(body);
        }
    }

    /** Data that follow: {@code [CHAN, BODY]}. */
    void update(JsonText body) {
        if (!faults.isMuted(kind())) {
            session.writer().data(kind(), channelId, faults.edited(kind(), body));
        }
    }

    /** A row of a named type: {@code [CHAN, "te", ROW]}. */
    void typed(String type, JsonText row) {
        if (!faults.isMuted(kind())) {
            session.writer().typed(kind(), channelId, type, faults.edited(kind(), row));
        }
    }

    /** The checksum of a book: {@code [CHAN, "cs", N]}. */
    void checksum(int checksum) {
        if (!faults.isMuted(kind())) {
            session.writer().checksum(kind(), channelId, faults.checksum(checksum));
        }
    }

    private Channel kind() {
        return feed.spec().channel();
    }
}
