package io.hayate.view.web.server;

/** What streams tell. Thread {@code web}. */
interface EventFeed {
    /** Those who listen. */
    EventStreams streams();

    /** What one who begins to listen is told first: all there is, in the form of the stream. */
    String first();
}
