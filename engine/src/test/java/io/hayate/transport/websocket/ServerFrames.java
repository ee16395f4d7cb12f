package io.hayate.transport.websocket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Frames as a server writes them, put together by the letter of RFC 6455 and not by our encoder. */
public final class ServerFrames {
    private ServerFrames() {}

    public static byte[] text(String text) {
        return frame(0x81, bytes(text));
    }

    public static byte[] close(int code, String reason) {
        byte[] text = bytes(reason);
        return frame(
                0x88,
                ByteBuffer.allocate(2 + text.length).putShort((short) code).put(text).array());
    }

    public static byte[] frame(int head, byte[] payload) {
        int length = payload.length;
        ByteBuffer frame = ByteBuffer.allocate(10 + length).put((byte) head);
        if (length < 126) {
            frame.put((byte) length);
        } else if (length < 0x1_0000) {
            frame.put((byte) 126).putShort((short) length);
        } else {
            frame.put((byte) 127).putLong(length);
        }
        frame.put(payload).flip();
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return bytes;
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    public static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static String text(DirectBuffer buffer, int offset, int length) {
        byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public static DirectBuffer buffer(String text) {
        return new UnsafeBuffer(bytes(text));
    }
}
