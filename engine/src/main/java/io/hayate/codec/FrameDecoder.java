package io.hayate.codec;

import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import java.io.IOException;
import org.agrona.DirectBuffer;

/**
 * Reads the venue's frames, one after the other: {@link #begin} tells what a frame is, a decode
 * method reads its body, {@link #end} reads what is appended to it and checks that it is whole.
 *
 * <pre>
 * {"event":...}      [CHAN,[...],SEQ]           [CHAN,"hb",SEQ]
 * [0,"hb",SEQ]       [CHAN,"te",[...],SEQ]      [0,"on",[...],SEQ,ASEQ]
 * </pre>
 *
 * <p>The length of an array is never checked: a missing tail reads as nulls, and what the venue
 * appends is skipped. A body that is no array where a row is due, as in a frame that a client sent
 * ({@code [0,"on",null,{...}]}), is malformed. An exception ends its frame alone: the next one
 * starts afresh.
 *
 * <p>The scanner has the first look at rows of numbers. Where it declines, at the head or half way,
 * the parser reads the frame from its start and passes over the rows that have been decoded, so that
 * what comes out never depends on the scanner.
 *
 * <p>The loop. Allocates nothing for a good frame that is no control event.
 */
public final class FrameDecoder {
    /** The channel of a frame that has none: a control event. */
    public static final long NO_CHANNEL = JsonFrameDecoder.NO_CHANNEL;

    private final FrameScanner scanner;
    private final boolean scans;
    private final JsonFrameDecoder parser;

    private DirectBuffer buffer;
    private int offset;
    private int length;
    private Stage stage = Stage.PARSER;

    /** Whose the frame is. */
    private enum Stage {
        /** The scanner's, as far as it has been read. */
        SCANNER,
        /** The scanner's, which has read every byte of it. */
        SCANNER_END,
        /** The parser's. */
        PARSER
    }

    /** A decoder with scanner. */
    public FrameDecoder(Instruments instruments, int frameBytesMax) {
        this(instruments, frameBytesMax, DecoderKind.SCANNER);
    }

    /**
     * A decoder of its own parser.
     *
     * @param instruments where symbols of account frames are registered
     * @param frameBytesMax the longest frame that is read; memory grows to that on need
     */
    public FrameDecoder(Instruments instruments, int frameBytesMax, DecoderKind kind) {
        scanner = new FrameScanner(frameBytesMax);
        scans = kind == DecoderKind.SCANNER && RowScanner.IS_SUPPORTED;
        parser = new JsonFrameDecoder(instruments, frameBytesMax);
    }

    /**
     * Reads the head of a frame. What became of the frame before does not matter.
     *
     * @param frame holds it until it has ended or the next one begins; bytes behind it do not count,
     *     but the scanner takes only a frame that has 8 of them
     * @throws MalformedFrameException when it is empty, too long, no JSON, or no frame of the venue
     */
    public FrameKind begin(DirectBuffer frame, int frameOffset, int frameLength)
            throws IOException {
        if (scans && scanner.begin(frame, frameOffset, frameLength)) {
            buffer = frame;
            offset = frameOffset;
            length = frameLength;
            stage = Stage.SCANNER;
            return scanner.kind();
        }
        stage = Stage.PARSER;
        return parser.begin(frame, frameOffset, frameLength);
    }

    /** Lets go of the memory of a large frame, and of what the last one said; between frames. */
    public void shrink() {
        parser.shrink();
    }

    /** The parser, which goes on where the scanner stopped if that had the frame until now. */
    private JsonFrameDecoder parser() throws IOException {
        if (stage == Stage.SCANNER_END) {
            throw new IllegalStateException("the frame has ended");
        }
        if (stage != Stage.PARSER) {
            stage = Stage.PARSER;
            parser.begin(buffer, offset, length);
            parser.skipRows(scanner.rowsRead());
        }
        return parser;
    }

    /** The channel of the array frame begun; 0 is the account. */
    public long channelId() {
        return stage == Stage.PARSER ? parser.channelId() : scanner.channelId();
    }

    /** What the ACCOUNT frame begun tells. */
    public AccountType accountType() {
        return stage == Stage.PARSER ? parser.accountType() : AccountType.UNKNOWN;
    }

    /**
     * Rows of the frame begun: that {@link #decodeRow} will find in one of ACCOUNT, and {@link
     * #decodeMarketRow} in one of DATA or TYPED; 0 for one of no use.
     */
    public int rows() {
        return stage == Stage.PARSER ? parser.rows() : scanner.rows();
    }

    /** What the TYPED frame begun tells: a print, or a checksum. */
    public MarketType marketType() {
        return stage == Stage.PARSER ? parser.marketType() : scanner.marketType();
    }

    /**
     * True when the body of the DATA frame begun is a list of rows, or empty: a snapshot, several
     * updates of a book at once, or liquidations. Then {@link #rows} says how many rows there are.
     */
    public boolean isList() {
        return stage == Stage.PARSER ? parser.isList() : scanner.isList();
    }

    /**
     * Reads the next row of a DATA or TYPED frame into the body of an event, and of a liquidation its
     * instrument into the header.
     *
     * @param channel what it came on, which says how to read it
     * @return the type that the event then has, which the caller sets; NONE for a row of no use
     */
    public EventType decodeMarketRow(MarketChannel channel, Event event) throws IOException {
        EventType scanned = stage == Stage.SCANNER ? scanner.decodeRow(channel, event) : null;
        return scanned != null ? scanned : parser().decodeMarketRow(channel, event);
    }

    /**
     * When the venue sent the frame ended, in ms since 1970 UTC by its own clock; 0 if it did not say.
     */
    public long venueTimeMs() {
        return trailing().venueTimeMs();
    }

    /**
     * The account's number of the ACCOUNT frame ended: the second number behind its body; {@link
     * Event#NO_SEQUENCE} if it has none.
     */
    public long accountSequence() {
        return trailing().accountSequence();
    }

    /**
     * Reads the next row of an ACCOUNT frame into the body and the instrument of an event.
     *
     * @return the type that the event then has, which the caller sets; NONE for a notification that
     *     answers no order request
     */
    public EventType decodeRow(Event event) throws IOException {
        return parser().decodeRow(event);
    }

    /**
     * What of the ACCOUNT frame whose rows have been read was not understood, in words for a person; null
     * when all of it was.
     */
    public String unclear() {
        return stage == Stage.PARSER ? parser.unclear() : null;
    }

    /**
     * True when the ACCOUNT frame whose row has been read answers a request of the account's: the only
     * number behind it may be the account's.
     */
    public boolean isRequestAnswer() {
        return stage == Stage.PARSER && parser.isRequestAnswer();
    }

    /** Reads a CONTROL frame. */
    public void decodeControl(ControlMessage message) throws IOException {
        parser().decodeControl(message);
    }

    /**
     * Skips what is left of the frame, reads the numbers appended to it, and checks that it closes
     * and that nothing follows.
     */
    public void end() throws IOException {
        if (stage == Stage.SCANNER && scanner.end()) {
            stage = Stage.SCANNER_END;
        } else {
            parser().end();
        }
    }

    /**
     * The connection's number of the frame ended: the first number behind its body; {@link
     * Event#NO_SEQUENCE} if it has none.
     */
    public long venueSequence() {
        return trailing().venueSequence();
    }

    private TrailingNumbers trailing() {
        return stage == Stage.PARSER ? parser.trailing() : scanner.trailing();
    }
}
