package io.hayate.venue;

/** One channel of one connection. */
record Subscription(VenueSession session, long channelId, TickerFeed feed) {
    String symbol() {
        return feed.source().instrument().symbol();
    }
}
