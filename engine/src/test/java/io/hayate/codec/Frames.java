package io.hayate.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Frames for tests. */
final class Frames {
    static final String TICKER =
            "[204778,[118940,43.23174788,118950,44.36048532,-3710,-0.03025608,118910,372.10417038,"
                    + "122620,117190]]";
    static final String FUNDING_TICKER =
            "[209642,[0.00028313972602739723,0.00030136986301369865,120,20745655.56191528,0.000189,"
                    + "2,31161.03854597,0.00003248,0.1794,0.00021356,44274941.22836571,0.000233,"
                    + "7.1e-7,null,null,21978170.88340614]]";
    static final String ORDER_NEW =
            "[0,\"on\",[111172419114,null,1755757983971,\"tBTCUSD\",1755757983972,"
                    + "1755757983972,0.001,0.001,\"EXCHANGE LIMIT\",null,null,null,0,\"ACTIVE\","
                    + "null,null,10000,0,"
                    + "0,0,null,null,null,0,0,null,null,null,\"API>BFX\",null,null,"
                    + "{\"source\":\"api\"}]]";

    private Frames() {}

    /** What lies behind a frame: bytes that would make it another one if they counted. */
    private static final byte[] BEHIND = "1234],5]".getBytes(UTF_8);

    /** The frame as it lies in a receive buffer: off heap, between bytes of other frames. */
    static DirectBuffer buffer(String frame) {
        return buffer(frame.getBytes(UTF_8), BEHIND);
    }

    static DirectBuffer buffer(byte[] frame) {
        return buffer(frame, BEHIND);
    }

    static DirectBuffer buffer(byte[] frame, byte[] behind) {
        int capacity = OFFSET + frame.length + behind.length;
        UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(capacity));
        buffer.putBytes(0, "[[".getBytes(UTF_8));
        buffer.putBytes(OFFSET, frame);
        buffer.putBytes(OFFSET + frame.length, behind);
        return buffer;
    }

    /** Index of the frame in {@link #buffer}. */
    static final int OFFSET = 2;

    static int length(DirectBuffer buffer) {
        return buffer.capacity() - OFFSET - BEHIND.length;
    }

    /** The frames of {@code real-sample.jsonl}. */
    static List<String> sample() {
        return lines("real-sample.jsonl");
    }

    /** The lines of a file of {@code src/test/resources/frames}. */
    static List<String> lines(String file) {
        try (InputStream in = Frames.class.getResourceAsStream("/frames/" + file)) {
            return new String(in.readAllBytes(), ISO_8859_1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
