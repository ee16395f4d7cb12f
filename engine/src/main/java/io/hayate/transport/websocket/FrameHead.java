package io.hayate.transport.websocket;

/** The first byte of a WebSocket frame: end of message, reserved bits, and what the frame is. */
final class FrameHead {
    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;

    static final int FINAL = 0x80;
    static final int RESERVED_BITS = 0x70;

    /** What nearly every frame begins with: a text message in one frame. */
    static final int TEXT_WHOLE = FINAL | TEXT;

    private FrameHead() {}

    static int opcode(int head) {
        return head & 0x0F;
    }

    static boolean isFinal(int head) {
        return (head & FINAL) != 0;
    }

    static boolean isControl(int head) {
        return (head & 0x08) != 0;
    }
}
