package io.hayate.codec;

import com.fasterxml.jackson.core.JsonParser;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import java.io.IOException;

/** Decodes one kind of row of an account frame. I/O thread. Allocates nothing. */
interface RowDecoder {
    /**
     * Fills the body and the instrument of {@code event} from a parser on the opening bracket of a
     * row, and leaves the parser on the closing one.
     *
     * @return what the event has become; NONE for a row that nobody needs
     */
    EventType decode(JsonParser json, Event event) throws IOException;

    /** What of the row decoded last was not understood, for a person; null when all of it was. */
    String unclear();
}
