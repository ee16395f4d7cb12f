package io.hayate.transport.websocket;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * Reads the venue's WebSocket frames where they lie.
 *
 * <pre>FIN 1 bit | RSV 3 | opcode 4 | MASK 1 | length 7, or 126 and 16 bits, or 127 and 64 | payload</pre>
 *
 * <p>A frame that is not whole yet is left to the next call. Knows no socket; allocates nothing but
 * for close frames, broken rules, and room for fragments.
 */
public final class WebSocketDecoder {
    /** More than any header of the venue takes; with a mask, as we send them, it would be 14. */
    public static final int HEADER_BYTES_MAX = 10;

    private static final int CONTROL_BYTES_MAX = 125;
    private static final int LENGTH_IN_16_BITS = 126;
    private static final int LENGTH_IN_64_BITS = 127;

    private final Handler handler;
    private final FrameRoom room;
    private final Fragments fragments;
    private int roomBytes;

    private boolean fragmented;
    private boolean declined;
    private boolean closed;

    /** Takes what frames hold; buffers are valid until each call returns. */
    public interface Handler {
        /** Takes a whole message; false leaves it, and all behind it, to the next decode. */
        boolean onText(DirectBuffer buffer, int offset, int length);

        void onPing(DirectBuffer buffer, int offset, int length);

        /** The last call of a connection; {@code code} is 1005 when the frame has none. */
        void onClose(int code, String reason);
    }

    /** Takes messages that there is, or can be, room for: of 125 bytes at least. */
    public WebSocketDecoder(FrameRoom room, Handler handler) {
        this.room = room;
        this.handler = handler;
        fragments = new Fragments(room);
        roomBytes = room.bytes();
    }

    /** Begins a new connection. */
    public void reset() {
        fragments.cut(0);
        roomBytes = room.bytes();
        fragmented = false;
        declined = false;
        closed = false;
    }

    /** Lets go of the memory of a long message. */
    public void release() {
        fragments.release();
    }

    /** True when the last decode stopped at a message that was not taken. */
    public boolean isDeclined() {
        return declined;
    }

    /**
     * Reads frames until one is not whole, a message is declined, or the venue closes.
     *
     * @return how many bytes are done with; the next call begins behind them
     * @throws WebSocketException when the venue broke a rule: nothing more can be read
     */
    public int decode(DirectBuffer buffer, int offset, int length) throws WebSocketException {
        int index = offset;
        int end = offset + length;
        declined = false;
        while (!declined && !closed) {
            int next = frame(buffer, index, end);
            if (next < 0) {
                return index - offset;
            }
            index = next;
        }
        return closed ? length : index - offset;
    }

    /** The index behind the frame at {@code index}; -1 when it is not whole; its own if declined. */
    private int frame(DirectBuffer buffer, int index, int end) throws WebSocketException {
        if (end - index < 2) {
            return -1;
        }
        int head = buffer.getByte(index) & 0xFF;
        int lengthCode = buffer.getByte(index + 1) & 0xFF;
        if (head != FrameHead.TEXT_WHOLE || lengthCode > LENGTH_IN_64_BITS || fragmented) {
            checkHead(head, lengthCode);
        }
        int payload = index + headerBytes(lengthCode);
        if (payload > end) {
            return -1;
        }
        int length = payloadLength(buffer, index, head, lengthCode);
        if (end - payload < length) {
            return -1;
        }
        boolean taken = take(head, buffer, payload, length);
        declined = !taken;
        return taken ? payload + length : index;
    }

    private void checkHead(int head, int lengthCode) throws WebSocketException {
        if ((head & FrameHead.RESERVED_BITS) != 0) {
            throw broken("a frame with reserved bits");
        }
        if (lengthCode > LENGTH_IN_64_BITS) {
            throw broken("a masked frame");
        }
        if (FrameHead.isControl(head)) {
            checkControl(head, lengthCode);
        } else {
            checkMessage(FrameHead.opcode(head));
        }
    }

    private static void checkControl(int head, int lengthCode) throws WebSocketException {
        if (FrameHead.opcode(head) > FrameHead.PONG) {
            throw broken("a frame with the reserved opcode " + FrameHead.opcode(head));
        }
        if (!FrameHead.isFinal(head)) {
            throw broken("a fragmented control frame");
        }
        if (lengthCode > CONTROL_BYTES_MAX) {
            throw broken("a control frame over 125 bytes");
        }
    }

    private void checkMessage(int opcode) throws WebSocketException {
        if (opcode > FrameHead.BINARY) {
            throw broken("a frame with the reserved opcode " + opcode);
        }
        if (opcode == FrameHead.CONTINUATION && !fragmented) {
            throw broken("a continuation of no message");
        }
        if (opcode != FrameHead.CONTINUATION && fragmented) {
            throw broken("a new message inside a fragmented one");
        }
        if (opcode == FrameHead.BINARY) {
            throw new WebSocketException(CloseCode.UNACCEPTABLE, "the venue sent a binary message");
        }
    }

    private static int headerBytes(int lengthCode) {
        return lengthCode < LENGTH_IN_16_BITS ? 2 : lengthCode == LENGTH_IN_16_BITS ? 4 : 10;
    }

    private int payloadLength(DirectBuffer buffer, int index, int head, int lengthCode)
            throws WebSocketException {
        if (lengthCode < LENGTH_IN_16_BITS && !fragmented) {
            return lengthCode;
        }
        long length = lengthCode;
        if (lengthCode == LENGTH_IN_16_BITS) {
            length = buffer.getShort(index + 2, ByteOrder.BIG_ENDIAN) & 0xFFFFL;
        } else if (lengthCode == LENGTH_IN_64_BITS) {
            length = buffer.getLong(index + 2, ByteOrder.BIG_ENDIAN);
        }
        checkLength(length, head, lengthCode);
        return (int) length;
    }

    private void checkLength(long length, int head, int lengthCode) throws WebSocketException {
        int held = FrameHead.isControl(head) ? 0 : fragments.length();
        if (length < 0 || length > roomBytes - held) {
            room.grow(length < 0 ? length : length + held); // below 0 is over 63 bits
            roomBytes = room.bytes();
        }
        long least = lengthCode == LENGTH_IN_64_BITS ? 0x1_0000 : LENGTH_IN_16_BITS;
        if (lengthCode >= LENGTH_IN_16_BITS && length < least) {
            throw broken("a length in more bytes than it needs");
        }
    }

    private boolean take(int head, DirectBuffer buffer, int payload, int length)
            throws WebSocketException {
        if (head == FrameHead.TEXT_WHOLE) {
            return takeText(buffer, payload, length);
        }
        switch (FrameHead.opcode(head)) {
            case FrameHead.TEXT, FrameHead.CONTINUATION -> {
                return takeFragment(head, buffer, payload, length);
            }
            case FrameHead.PING -> handler.onPing(buffer, payload, length);
            case FrameHead.CLOSE -> takeClose(buffer, payload, length);
            default -> {
                // A pong asks for nothing.
            }
        }
        return true;
    }

    private boolean takeText(DirectBuffer buffer, int offset, int length)
            throws WebSocketException {
        if (!Utf8.isValid(buffer, offset, length)) {
            throw invalidText("a message");
        }
        return handler.onText(buffer, offset, length);
    }

    private boolean takeFragment(int head, DirectBuffer buffer, int payload, int length)
            throws WebSocketException {
        int before = fragments.length();
        fragments.append(buffer, payload, length);
        fragmented = true;
        if (!FrameHead.isFinal(head)) {
            return true;
        }
        if (!takeText(fragments.buffer(), 0, fragments.length())) {
            fragments.cut(before); // the frame stays and will be appended again
            return false;
        }
        fragments.cut(0);
        fragmented = false;
        return true;
    }

    private void takeClose(DirectBuffer buffer, int payload, int length) throws WebSocketException {
        int code = CloseCode.NONE;
        String reason = "";
        if (length > 0) {
            code = closeCode(buffer, payload, length);
            if (!Utf8.isValid(buffer, payload + 2, length - 2)) {
                throw invalidText("a close reason");
            }
            reason = buffer.getStringWithoutLengthUtf8(payload + 2, length - 2);
        }
        closed = true;
        handler.onClose(code, reason);
    }

    private static int closeCode(DirectBuffer buffer, int payload, int length)
            throws WebSocketException {
        int code = length < 2 ? 0 : buffer.getShort(payload, ByteOrder.BIG_ENDIAN) & 0xFFFF;
        if (!CloseCode.maySend(code)) {
            throw broken("a close frame with the code " + code);
        }
        return code;
    }

    private static WebSocketException invalidText(String where) {
        return new WebSocketException(
                CloseCode.NOT_UTF8, "the venue sent " + where + " that is not UTF-8");
    }

    private static WebSocketException broken(String what) {
        return new WebSocketException(CloseCode.PROTOCOL, "the venue sent " + what);
    }
}
