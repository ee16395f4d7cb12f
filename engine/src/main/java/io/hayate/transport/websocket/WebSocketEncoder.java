package io.hayate.transport.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteOrder;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes the frames of a client: whole messages, each under a mask of its own.
 *
 * <pre>FIN and opcode 1 | 128 + length 1, or 254 and 2, or 255 and 8 | mask 4 | payload ^ mask</pre>
 *
 * <p>One thread. Allocates nothing after construction, but for close frames.
 */
public final class WebSocketEncoder {
    private static final int MASKED = 0x80;
    private static final int LENGTH_IN_16_BITS = 126;
    private static final int LENGTH_IN_64_BITS = 127;
    private static final int REASON_BYTES_MAX = 123;

    private final MaskSource masks = new MaskSource();

    /** The bytes that a frame around so long a text takes. */
    public static int frameLength(int textLength) {
        return headerLength(textLength) + textLength;
    }

    private static int headerLength(int textLength) {
        return textLength < LENGTH_IN_16_BITS ? 6 : textLength <= 0xFFFF ? 8 : 14;
    }

    /**
     * Writes a text frame at {@code index} of the target.
     *
     * @return the frame's length, which is {@link #frameLength} of the text's
     */
    public int encodeText(
            MutableDirectBuffer target, int index, DirectBuffer text, int offset, int length) {
        return encode(FrameHead.TEXT, target, index, text, offset, length);
    }

    /** Answers a ping with the same payload. */
    public int encodePong(
            MutableDirectBuffer target, int index, DirectBuffer payload, int offset, int length) {
        return encode(FrameHead.PONG, target, index, payload, offset, length);
    }

    /** Writes a close frame; code 1005 stands for none. Allocates. */
    public int encodeClose(MutableDirectBuffer target, int index, int code, String reason) {
        if (code == CloseCode.NONE) {
            return encode(FrameHead.CLOSE, target, index, new UnsafeBuffer(0, 0), 0, 0);
        }
        byte[] text = cut(reason.getBytes(UTF_8));
        UnsafeBuffer payload = new UnsafeBuffer(new byte[Short.BYTES + text.length]);
        payload.putShort(0, (short) code, ByteOrder.BIG_ENDIAN);
        payload.putBytes(Short.BYTES, text);
        return encode(FrameHead.CLOSE, target, index, payload, 0, payload.capacity());
    }

    private static byte[] cut(byte[] text) {
        int end = Math.min(text.length, REASON_BYTES_MAX);
        while (end < text.length && (text[end] & 0xC0) == 0x80) {
            end--; // not inside a character
        }
        return Arrays.copyOf(text, end);
    }

    private int encode(
            int opcode,
            MutableDirectBuffer target,
            int index,
            DirectBuffer payload,
            int offset,
            int length) {
        int mask = masks.next();
        int start = index + putHeader(opcode, target, index, length);
        target.putInt(start - Integer.BYTES, mask);
        mask(mask, target, start, payload, offset, length);
        return start - index + length;
    }

    private static int putHeader(int opcode, MutableDirectBuffer target, int index, int length) {
        target.putByte(index, (byte) (FrameHead.FINAL | opcode));
        if (length < LENGTH_IN_16_BITS) {
            target.putByte(index + 1, (byte) (MASKED | length));
        } else if (length <= 0xFFFF) {
            target.putByte(index + 1, (byte) (MASKED | LENGTH_IN_16_BITS));
            target.putShort(index + 2, (short) length, ByteOrder.BIG_ENDIAN);
        } else {
            target.putByte(index + 1, (byte) (MASKED | LENGTH_IN_64_BITS));
            target.putLong(index + 2, length, ByteOrder.BIG_ENDIAN);
        }
        return headerLength(length);
    }

    /** Eight bytes at a time: a mask twice over looks the same in either byte order. */
    private static void mask(
            int mask,
            MutableDirectBuffer target,
            int start,
            DirectBuffer payload,
            int offset,
            int length) {
        long twice = ((long) mask << Integer.SIZE) | Integer.toUnsignedLong(mask);
        int done = 0;
        for (; length - done >= Long.BYTES; done += Long.BYTES) {
            target.putLong(start + done, payload.getLong(offset + done) ^ twice);
        }
        for (; done < length; done++) {
            byte key = target.getByte(start - Integer.BYTES + (done & 3));
            target.putByte(start + done, (byte) (payload.getByte(offset + done) ^ key));
        }
    }
}
