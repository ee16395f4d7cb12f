package io.hayate.benchmarks;

import io.hayate.codec.ControlMessage;
import io.hayate.codec.FrameDecoder;
import io.hayate.codec.FrameKind;
import io.hayate.event.Event;
import io.hayate.model.Instruments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Cost of reading every frame but a ticker. */
public class FrameDecodeBenchmark extends BenchmarkDefaults {
    private static final int FRAME_BYTES_MAX = 4_096;
    private static final int CACHE_LINE = 64;
    private static final String ORDER =
            "111172419114,null,1755757983971,\"tBTCUSD\",1755757983972,1755757983972,0.001,0.001,"
                    + "\"EXCHANGE LIMIT\",null,null,null,0,\"ACTIVE\",null,null,10000,0,0,0,"
                    + "null,null,null,0,0,null,null,null,\"API>BFX\",null,null,null";

    /** What a frame says. */
    public enum Form {
        HEARTBEAT("[204778,\"hb\",3603]"),
        SUBSCRIBED(
                "{\"event\":\"subscribed\",\"channel\":\"ticker\",\"chanId\":204778,"
                        + "\"symbol\":\"tBTCUSD\",\"pair\":\"BTCUSD\"}"),
        ORDER_ROW("[0,\"on\",[" + ORDER + "],3603,118]"),
        FILL_ROW(
                "[0,\"te\",[1789064976,\"tBTCUSD\",1755757983972,111172419114,0.001,118910,"
                        + "\"EXCHANGE LIMIT\",118910,-1,null,null,1755757983971],3603,118]"),
        WALLET("[0,\"wu\",[\"exchange\",\"USD\",43.358118629999986,0,null,null,null],3603,118]"),
        NOTIFICATION(
                "[0,\"n\",[1755757983972,\"on-req\",null,null,["
                        + ORDER
                        + "],null,\"SUCCESS\",\"Submitting exchange limit buy order.\"],3603,118]");

        private final String text;

        Form(String text) {
            this.text = text;
        }
    }

    @Param Form form;

    private final FrameDecoder decoder = new FrameDecoder(new Instruments(), FRAME_BYTES_MAX);
    private final UnsafeBuffer buffer =
            new UnsafeBuffer(BufferUtil.allocateDirectAligned(FRAME_BYTES_MAX, CACHE_LINE));
    private final ControlMessage control = new ControlMessage();
    private final Event event = Event.allocate();
    private int length;

    /** Writes the frame where a read leaves it. */
    @Setup
    public void setUp() {
        byte[] bytes = form.text.getBytes(StandardCharsets.US_ASCII);
        buffer.putBytes(0, bytes);
        length = bytes.length;
    }

    /** The same frame again and again. */
    @Benchmark
    public Event hayate() throws IOException {
        FrameKind kind = decoder.begin(buffer, 0, length);
        event.begin(0, 1);
        if (kind == FrameKind.CONTROL) {
            decoder.decodeControl(control);
        } else if (kind == FrameKind.ACCOUNT && decoder.rows() == 1) {
            event.type(decoder.decodeRow(event));
        }
        decoder.end();
        return event.venueSequence(decoder.venueSequence());
    }
}
