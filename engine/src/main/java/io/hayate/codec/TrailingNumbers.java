package io.hayate.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hayate.event.Event;
import java.io.IOException;

/**
 * The numbers that the venue appends to an array frame, in whatever combination of flags: told apart
 * by their size, since no connection counts as far as its clock.
 *
 * <pre>[CHAN,[...],SEQ,TS]   [0,"on",[...],SEQ,ASEQ,TS]   [0,"n",[...],SEQ]   [CHAN,"hb",TS]</pre>
 *
 * <p>The first number below 10^12 is the connection's sequence, the second one, on channel 0, the
 * account's; the first above is the venue's time in ms. What is no whole number takes the place
 * of a sequence that is absent; whatever comes in addition is skipped. One below 0, or behind the
 * year 9999, is malformed.
 *
 * <p>Loop. Allocates nothing.
 */
final class TrailingNumbers {
    private static final long SEQUENCE_MAX = 1_000_000_000_000L;

    private boolean isAccount;
    private int sequences;
    private long venueSequence = Event.NO_SEQUENCE;
    private long accountSequence = Event.NO_SEQUENCE;
    private long venueTimeMs;

    /** Forgets the frame before. */
    void clear(long channelId) {
        isAccount = channelId == 0;
        sequences = 0;
        venueSequence = Event.NO_SEQUENCE;
        accountSequence = Event.NO_SEQUENCE;
        venueTimeMs = 0;
    }

    /** Reads from behind the body to the end of the frame, whose closing bracket is then next. */
    void read(JsonParser json) throws IOException {
        for (JsonToken token = Json.next(json);
                token != JsonToken.END_ARRAY;
                token = Json.next(json)) {
            if (token == JsonToken.VALUE_NUMBER_INT) {
                add(Json.integer(json));
            } else {
                sequences++;
                Json.leaveValue(json);
            }
        }
    }

    /** Takes the next number; one that can be neither a sequence nor a time is one of a later protocol. */
    void add(long number) {
        boolean isKnown = Bounds.isTimeMs(number);
        if (isKnown && number > SEQUENCE_MAX) {
            venueTimeMs = venueTimeMs == 0 ? number : venueTimeMs;
            return;
        }
        if (isKnown && sequences == 0) {
            venueSequence = number;
        } else if (isKnown && sequences == 1 && isAccount) {
            accountSequence = number;
        }
        sequences++;
    }

    long venueSequence() {
        return venueSequence;
    }

    long accountSequence() {
        return accountSequence;
    }

    long venueTimeMs() {
        return venueTimeMs;
    }
}
