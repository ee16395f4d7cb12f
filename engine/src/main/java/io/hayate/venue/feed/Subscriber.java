package io.hayate.venue.feed;

import io.hayate.venue.wire.ConfFlags;
import io.hayate.venue.wire.JsonText;

/** One listener of a {@link Feed}: a channel of a connection. */
public interface Subscriber {
    /** True while the client's {@code conf} has this flag, such as {@link ConfFlags#BULK}. */
    boolean hasFlag(long flag);

    /** False while the client reads too slowly for anything that can be left out. */
    boolean hasRoom();

    /** The first data of this subscription: {@code [CHAN, BODY]}. */
    void snapshot(JsonText body);

    /** Data that follow: {@code [CHAN, BODY]}. */
    void update(JsonText body);

    /** A row of a named type: {@code [CHAN, "te", ROW]}. */
    void typed(String type, JsonText row);

    /** The checksum of a book: {@code [CHAN, "cs", N]}. */
    void checksum(int checksum);
}
