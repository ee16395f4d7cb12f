package io.hayate.venue.mirror;

import io.hayate.venue.wire.WireCursor;

/** What follows the body of a text, and whether the text was whole. */
interface Tail {
    /** Reads on to the end of the text; false, and counted, when anything in it was wrong. */
    boolean isWhole(WireCursor cursor);

    MirrorCounts counts();
}
