package io.hayate.transport.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;

/** A client's frame with its mask taken off, as a server reads it. */
public final class ClientFrame {
    private final int head;
    private final byte[] payload;

    private ClientFrame(int head, byte[] payload) {
        this.head = head;
        this.payload = payload;
    }

    public int head() {
        return head;
    }

    public byte[] payload() {
        return payload;
    }

    public String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    public int closeCode() {
        return ByteBuffer.wrap(payload).getShort() & 0xFFFF;
    }

    public static ClientFrame read(DirectBuffer buffer, int offset, int length) {
        byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        try {
            ClientFrame frame = read(in);
            assertEquals(0, in.available(), "bytes behind the frame");
            return frame;
        } catch (IOException e) {
            throw new AssertionError("not a whole frame", e);
        }
    }

    public static ClientFrame read(DataInputStream in) throws IOException {
        int head = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        assertEquals(0x80, second & 0x80, "a client masks");
        long length = second & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = new byte[Math.toIntExact(length)];
        in.readFully(payload);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return new ClientFrame(head, payload);
    }
}
