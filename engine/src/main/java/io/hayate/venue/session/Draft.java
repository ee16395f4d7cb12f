package io.hayate.venue.session;

import io.hayate.model.Channel;
import io.hayate.venue.wire.JsonText;
import java.util.List;

/**
 * A frame that has no numbers yet.
 *
 * @param channel null for an event
 * @param symbol what it is about, or null
 * @param types what it is, as rules of faults name it
 * @param word its second element, or null where that is the body
 * @param body or null
 * @param accountSequence negative for none
 */
record Draft(
        Channel channel,
        String symbol,
        List<String> types,
        long channelId,
        String word,
        JsonText body,
        long accountSequence) {
    /** This with another body, which is copied. */
    Draft kept(JsonText other) {
        JsonText copy = other == null ? null : new JsonText().raw(other);
        return new Draft(channel, symbol, types, channelId, word, copy, accountSequence);
    }

    boolean isEvent() {
        return channel == null;
    }
}
