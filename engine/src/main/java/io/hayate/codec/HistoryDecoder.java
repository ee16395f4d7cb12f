package io.hayate.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hayate.event.Event;
import io.hayate.event.ReportKind;
import io.hayate.model.Instruments;
import java.io.IOException;
import org.agrona.DirectBuffer;

/**
 * Decodes the rows that the venue's REST tells of an account's orders and fills, with the decoders of the
 * live frames, as they are the same rows.
 *
 * <pre>
 * while (decoder.next(event)) {
 *     take(event, decoder.unclear());
 * }
 * </pre>
 *
 * <p>One thread, no trading thread.
 */
public final class HistoryDecoder {
    /** What the rows of a list are. */
    public enum Kind {
        /** Orders that are open. */
        OPEN,
        /** Orders that have ended. */
        ENDED,
        /** Fills, with their fees. */
        FILLS
    }

    private final FrameParser parser;
    private final OrderRowDecoder open;
    private final OrderRowDecoder ended;
    private final FillRowDecoder fills;
    private RowDecoder rows;
    private JsonParser json;
    private boolean isSpoilt;

    /**
     * A decoder of nothing yet.
     *
     * @param instruments where symbols are registered
     * @param bytesMax the longest list
     */
    public HistoryDecoder(Instruments instruments, int bytesMax) {
        parser = new FrameParser(bytesMax);
        open = new OrderRowDecoder(ReportKind.OPEN_ORDER, instruments);
        ended = new OrderRowDecoder(ReportKind.CLOSED, instruments);
        fills = new FillRowDecoder(ReportKind.FILL_FEE, instruments);
    }

    /**
     * Begins a list, whatever became of the one before.
     *
     * @throws MalformedFrameException when it is none, as an error of the venue's is
     */
    public void begin(Kind kind, DirectBuffer text, int offset, int length) throws IOException {
        if (isSpoilt) {
            parser.renew();
        }
        isSpoilt = true; // until it has been read to its end
        rows =
                switch (kind) {
                    case OPEN -> open;
                    case ENDED -> ended;
                    case FILLS -> fills;
                };
        json = parser.load(text, offset, length);
        if (Json.next(json) != JsonToken.START_ARRAY) {
            throw Json.unexpected(json.currentToken(), "a list");
        }
    }

    /**
     * Reads the next row into the body and the instrument of an event.
     *
     * @return false when there is none
     * @throws MalformedFrameException when it cannot be read, nor any behind it
     */
    public boolean next(Event event) throws IOException {
        if (Json.next(json) == JsonToken.END_ARRAY) {
            if (!parser.isDrained()) {
                throw new MalformedFrameException("more follows the end of the list");
            }
            isSpoilt = false;
            parser.shrink();
            return false;
        }
        Json.checkRow(json);
        rows.decode(json, event);
        return true;
    }

    /** What of the row was not understood, in words for a person; null when all of it was. */
    public String unclear() {
        return rows.unclear();
    }
}
