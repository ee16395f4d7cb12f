package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.event.Event;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameDecoderAllocationTest {
    private final WholeFrameReader reader = new WholeFrameReader();
    private final WholeFrameReader jackson = new WholeFrameReader(DecoderKind.JACKSON);

    private static final Pattern WANTED =
            Pattern.compile(
                    "\\[0,\"(n|os|on|ou|oc|te|tu|ws|wu|hb|ps|pn|pu|pc|fos|fon|fou|foc|bu)\",\\[.*|\\[(6957|6959|123),\".*");

    /** The sample's account frames, a few that are skipped, and rows that are short or long. */
    static Stream<String> frames() {
        Stream<String> sample =
                Frames.sample().stream().filter(frame -> WANTED.matcher(frame).matches());
        return Stream.concat(
                sample,
                Stream.of(
                        "[17082,[[1,2],[3]],5,6]", // a row of no subscription
                        "[0,\"on\",[" + "null,".repeat(31) + "null],5,6]",
                        "[0,\"os\",[],5,6]",
                        "[0,\"os\",[[1],[2],[9223372036854775807,1,1,\"tBTCUSD\",1.5]],5,6]",
                        "[0,\"on\",[1,null,2,\"tBTCUSD\",3,4,1,1,\"LIMIT\",null,null,null,0,\""
                                + "PARTIALLY FILLED @ 6516.1(0.005), ".repeat(9)
                                + "\"]]",
                        "[0,\"n\",[1,\"on-req\",null,null,null,null,\"ERROR\",\"\u20ac \\n\"],7]"));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void shouldAllocateNothingForFrame(String frame) throws IOException {
        assertEquals(0, allocations(reader, frame));
        assertEquals(0, allocations(jackson, frame));
    }

    private static long allocations(WholeFrameReader reader, String frame) throws IOException {
        DirectBuffer buffer = Frames.buffer(frame);
        int length = Frames.length(buffer);
        FrameDecoder decoder = reader.decoder;
        Event event = reader.event;

        return Allocations.of(
                i -> {
                    FrameKind kind = decoder.begin(buffer, Frames.OFFSET, length);
                    int rows = kind == FrameKind.ACCOUNT ? decoder.rows() : 0;
                    for (int row = 0; row < rows; row++) {
                        event.type(decoder.decodeRow(event.begin(0, i)));
                    }
                    decoder.end();
                });
    }

    @Test
    void shouldAllocateNothingForTheFirstFillOfADecoder() throws IOException {
        String wallet =
                Frames.sample().stream()
                        .filter(
                                frame ->
                                        frame.startsWith("[0,\"wu\"")
                                                && frame.contains("order_cid"))
                        .findFirst()
                        .orElseThrow();
        allocations(reader, wallet); // loads and links the code
        WholeFrameReader fresh = new WholeFrameReader();
        DirectBuffer buffer = Frames.buffer(wallet);
        int length = Frames.length(buffer);

        long before = Allocations.onThisThread();
        fresh.decoder.begin(buffer, Frames.OFFSET, length);
        fresh.event.type(fresh.decoder.decodeRow(fresh.event.begin(0, 1)));
        fresh.decoder.end();
        long bytes = Allocations.onThisThread() - before;

        assertEquals(0, bytes);
    }

    @Test
    void shouldAllocateNothingForPong() throws IOException {
        DirectBuffer buffer = Frames.buffer("{\"event\":\"pong\",\"ts\":1511545528111,\"cid\":1}");
        int length = Frames.length(buffer);
        FrameDecoder decoder = reader.decoder;
        ControlMessage message = new ControlMessage();

        long bytes =
                Allocations.of(
                        i -> {
                            decoder.begin(buffer, Frames.OFFSET, length);
                            decoder.decodeControl(message);
                            decoder.end();
                        });

        assertEquals(0, bytes);
    }

    @Test
    void shouldAllocateNothingForFramesLeftHalfWay() throws IOException {
        assertEquals(0, allocationsHalfWay(reader.decoder));
        assertEquals(0, allocationsHalfWay(jackson.decoder));
    }

    private static long allocationsHalfWay(FrameDecoder decoder) throws IOException {
        List<DirectBuffer> buffers =
                List.of(Frames.buffer(Frames.ORDER_NEW), Frames.buffer(Frames.TICKER));
        return Allocations.of(
                i -> {
                    DirectBuffer buffer = buffers.get(i & 1);
                    decoder.begin(buffer, Frames.OFFSET, Frames.length(buffer));
                });
    }
}
