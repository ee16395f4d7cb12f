package io.hayate.venue;

/** One channel of one connection: what a feed sends to one of its subscribers goes through here. */
final class Subscription {
    private final VenueSession session;
    private final long channelId;
    private final Feed feed;

    Subscription(VenueSession session, long channelId, Feed feed) {
        this.session = session;
        this.channelId = channelId;
        this.feed = feed;
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
        session.writer().data(channelId, body);
    }

    /** Data that follow: {@code [CHAN, BODY]}. */
    void update(JsonText body) {
        session.writer().data(channelId, body);
    }

    /** A row of a named type: {@code [CHAN, "te", ROW]}. */
    void typed(String type, JsonText row) {
        session.writer().typed(channelId, type, row);
    }

    /** The checksum of a book: {@code [CHAN, "cs", N]}. */
    void checksum(int checksum) {
        session.writer().checksum(channelId, checksum);
    }
}
