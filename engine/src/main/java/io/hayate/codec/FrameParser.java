package io.hayate.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.hayate.model.FrameBytes;
import io.hayate.number.NumberReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One JSON parser for one frame after the other. It reads good frames for ever; a frame that breaks
 * or ends early leaves it of no use, and {@link #renew} puts a spare in its place.
 *
 * <p>The loop. Allocates nothing but a new spare, memory for a frame longer than any before of its
 * connection, and room for each name of an object that is new to the parser, once.
 */
final class FrameParser {
    /** Digits of a number; the venue's longest have 25 characters. */
    static final int NUMBER_LENGTH_MAX = 100;

    private static final int NESTING_DEPTH_MAX = 64;
    private static final int NAME_LENGTH_MAX = 128; // a parser remembers the names it has met
    private static final byte[] NOTHING = {};
    private static final int STRING_LENGTH_MAX = 1 << 20; // a copy takes several times as much

    /**
     * Names of objects inside account rows, as deep as any: a parser makes room for a name and for a
     * level when it first meets one, which is at its making then and not at the first fill.
     */
    private static final byte[] NAMES =
            """
            [[[[[{"reason":"TRADE","order_id":0.5,"order_id_oppo":0,"trade_price":0,"trade_amount":0,"order_cid":0,
            "order_gid":0,"liq_stage":0,"source":0,"aff_code":0,"make_visible":0,"$F7":0,"$F33":0}]]]]]
            """
                    .getBytes(StandardCharsets.US_ASCII);

    private final JsonFactory factory =
            JsonFactory.builder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(NESTING_DEPTH_MAX)
                                    .maxNumberLength(NUMBER_LENGTH_MAX)
                                    .maxNameLength(NAME_LENGTH_MAX)
                                    .maxStringLength(STRING_LENGTH_MAX)
                                    .build())
                    .build();

    private final NumberReader numbers = new NumberReader();
    private final int frameBytesMax;
    private final DirectBuffer bytes;
    private byte[] frame;
    private int start;
    private int end;
    private JsonParser parser = create();
    private JsonParser spare = create();

    FrameParser(int frameBytesMax) {
        this.frameBytesMax = frameBytesMax;
        frame = new byte[Math.min(FrameBytes.START, frameBytesMax)];
        bytes = new UnsafeBuffer(frame);
    }

    /**
     * Takes a copy of a frame, which must be an array or an object; the parser then stands before
     * its first token. What cannot be either is declined before the parser has seen any of it.
     */
    JsonParser load(DirectBuffer buffer, int offset, int length) throws IOException {
        if (length > frameBytesMax) {
            throw new MalformedFrameException(
                    "a frame of " + length + " bytes is over " + frameBytesMax);
        }
        if (length > frame.length) {
            grow(length);
        }
        buffer.getBytes(offset, frame, 0, length);
        trim(length);
        if (start == end) {
            throw new MalformedFrameException("the frame is empty");
        }
        if (frame[start] != '[' && frame[start] != '{') {
            throw new MalformedFrameException("the frame is no array or object");
        }
        feeder().feedInput(frame, start, end);
        return parser;
    }

    /** The transport has counted the memory before it let the frame through. */
    private void grow(int length) {
        frame = new byte[FrameBytes.room(length, frameBytesMax)];
        bytes.wrap(frame);
    }

    /** Lets go of what a large frame took, and of the parser that still has hold of it; between frames. */
    void shrink() {
        if (frame.length > FrameBytes.START) {
            frame = NOTHING; // the next may need the memory of this one
            bytes.wrap(frame);
            renew();
            frame = new byte[FrameBytes.START];
            bytes.wrap(frame);
        }
    }

    private void trim(int length) {
        start = 0;
        end = length;
        while (start < end && isSpace(frame[start])) {
            start++;
        }
        while (end > start && isSpace(frame[end - 1])) {
            end--;
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    /** True when every byte of the frame has been read. */
    boolean isDrained() {
        return feeder().needMoreInput();
    }

    /** Values in the list that is so many elements into the frame. */
    int rows(int element) {
        return RowCounter.count(bytes, start, end, element);
    }

    /** True when the body of the frame, which is one of data, is a list of rows, or empty. */
    boolean isList() {
        return RowCounter.isList(bytes, start, end);
    }

    /** True when the body of the frame, which has a type, holds a list. */
    boolean isWrapped() {
        return RowCounter.isWrapped(bytes, start, end);
    }

    /** Puts a fresh parser in the place of one that a frame has spoilt. */
    void renew() {
        parser = spare;
        spare = create();
    }

    private ByteArrayFeeder feeder() {
        return (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
    }

    private JsonParser create() {
        try {
            JsonParser made =
                    new DecimalParser(factory.createNonBlockingByteArrayParser(), numbers);
            ((ByteArrayFeeder) made.getNonBlockingInputFeeder()).feedInput(NAMES, 0, NAMES.length);
            while (made.nextToken() != JsonToken.NOT_AVAILABLE) {
                // each name is taken up
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // what it reads is ours
        }
    }
}
