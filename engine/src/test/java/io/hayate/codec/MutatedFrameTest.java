package io.hayate.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every frame of the sample, cut and spoilt at every byte: the decoder reads it or says no, nothing
 * else, and then reads a good frame exactly as a fresh decoder does.
 */
class MutatedFrameTest {
    private static final byte[] SPOILERS = "\"[]{},:\\ 0-e.n\u0000\u00ff".getBytes(ISO_8859_1);

    private static final List<byte[]> GOOD =
            List.of(
                    Frames.TICKER.getBytes(ISO_8859_1),
                    Frames.ORDER_NEW.getBytes(ISO_8859_1),
                    "[0,\"n\",[1,\"on-req\",null,null,[1,null,2],null,\"SUCCESS\",\"x\"],7]"
                            .getBytes(ISO_8859_1),
                    "[0,\"ws\",[[\"exchange\",\"USD\",1,0,null],[\"margin\",\"UST\",2.5]],3,4]"
                            .getBytes(ISO_8859_1),
                    "{\"event\":\"pong\",\"ts\":1515023251265,\"cid\":3}".getBytes(ISO_8859_1),
                    "[6959,\"hb\",3603,1569715249702]".getBytes(ISO_8859_1));

    private final Random random = new Random(6);
    private final WholeFrameReader reader = new WholeFrameReader();
    private final List<List<Object>> expected = new ArrayList<>();
    private int next;

    @BeforeEach
    void readGoodFrames() throws IOException {
        for (byte[] good : GOOD) {
            expected.add(reader.readAll(good));
        }
    }

    @Test
    void shouldReadNextFrameWhenOneIsCutAtAnyByte() throws IOException {
        for (String frame : Frames.sample()) {
            byte[] bytes = frame.getBytes(ISO_8859_1);
            for (int length = 0; length < bytes.length; length++) {
                check(Arrays.copyOf(bytes, length));
            }
        }
    }

    @Test
    void shouldReadNextFrameWhenOneBeginsAtAnyByte() throws IOException {
        for (String frame : Frames.sample()) {
            byte[] bytes = frame.getBytes(ISO_8859_1);
            for (int start = 1; start < bytes.length; start++) {
                check(Arrays.copyOfRange(bytes, start, bytes.length));
            }
        }
    }

    @Test
    void shouldReadNextFrameWhenAnyByteIsSpoilt() throws IOException {
        for (String frame : Frames.sample()) {
            for (int at = 0; at < frame.length(); at++) {
                byte[] bytes = frame.getBytes(ISO_8859_1);
                bytes[at] = SPOILERS[random.nextInt(SPOILERS.length)];
                check(bytes);
            }
        }
    }

    @Test
    void shouldReadNextFrameWhenAnyByteIsPutIn() throws IOException {
        for (String frame : Frames.sample()) {
            for (int at = 0; at < frame.length(); at++) {
                byte spoiler = SPOILERS[random.nextInt(SPOILERS.length)];
                String spoilt = frame.substring(0, at) + (char) (spoiler & 0xff);
                check((spoilt + frame.substring(at)).getBytes(ISO_8859_1));
            }
        }
    }

    private void check(byte[] frame) throws IOException {
        try {
            reader.readAll(frame);
        } catch (MalformedFrameException e) {
            assertEquals(1, e.getMessage().lines().count());
        }
        next = (next + 1) % GOOD.size();
        assertEquals(
                expected.get(next), reader.readAll(GOOD.get(next)), new String(frame, ISO_8859_1));
    }
}
