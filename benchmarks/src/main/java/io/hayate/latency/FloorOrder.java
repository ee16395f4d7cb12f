package io.hayate.latency;

import io.hayate.transport.FloorWire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes masked frames; an order is a template, masked once, whose id is overwritten. */
final class FloorOrder {
    private static final int MASK = 0x37fa213d;
    private static final int HEADER = 6;
    private static final int ID_DIGITS = 7;
    private static final String FIRST_ID = Integer.toString(Triggers.FIRST_ID);

    private final FloorWire wire;
    private final ByteBuffer order;
    private final int idAt;

    FloorOrder(FloorWire wire) {
        this.wire = wire;
        String text = ClientTexts.order(Triggers.FIRST_ID);
        order = masked(text);
        idAt = text.indexOf(FIRST_ID);
    }

    private static ByteBuffer masked(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer frame = ByteBuffer.allocateDirect(HEADER + 2 + bytes.length);
        frame.put((byte) 0x81);
        if (bytes.length < 126) {
            frame.put((byte) (0x80 | bytes.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) bytes.length);
        }
        frame.putInt(MASK);
        for (int i = 0; i < bytes.length; i++) {
            frame.put((byte) (bytes[i] ^ maskByte(i)));
        }
        return frame.flip();
    }

    private static int maskByte(int index) {
        return MASK >> (24 - 8 * (index & 3));
    }

    void say(String text) throws IOException {
        wire.write(masked(text));
    }

    /** Sends the order that answers a trigger. */
    void send(int id) throws IOException {
        int rest = id;
        for (int i = idAt + ID_DIGITS - 1; i >= idAt; i--) {
            order.put(HEADER + i, (byte) ('0' + rest % 10 ^ maskByte(i)));
            rest /= 10;
        }
        wire.write(order);
        order.rewind();
    }
}
