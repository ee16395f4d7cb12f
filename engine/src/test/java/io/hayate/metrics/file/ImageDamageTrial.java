package io.hayate.metrics.file;

import io.hayate.metrics.CountersHeader;
import io.hayate.metrics.CountersLayout;
import io.hayate.metrics.CountersMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * Cuts a counters' memory, lets it grow, and alters each byte of its header, of its metadata in use and of its
 * errors: a program of its own, as it is run with the flags of the product, under which buffers check no bounds.
 */
final class ImageDamageTrial {
    private static final int BYTES_LOOKED_AT = 16 << 10; // of a part: all that is in use, and more

    private final byte[] whole;
    private int cases;
    private int refused;

    private ImageDamageTrial() {
        CountersMemory memory = CountersMemory.ofProcess(StoreRig.LAYOUT);
        StoreRig.fill(memory);
        memory.begin(77, 1, 2, Map.of("hayate", "1"));
        whole = new byte[memory.layout().bytes()];
        memory.buffer().getBytes(0, whole);
    }

    public static void main(String[] args) throws CountersException {
        ImageDamageTrial trial = new ImageDamageTrial();
        ImageParser.parse(trial.whole, "whole");
        trial.cut();
        trial.grow();
        trial.alter(was -> was ^ 0xFF);
        trial.alter(was -> was ^ 0x01);
        trial.alter(was -> was ^ 0x80);
        trial.alter(was -> was == 0 ? 0x7F : 0);
        trial.alterNumbers(Integer.MAX_VALUE);
        trial.alterNumbers(Integer.MIN_VALUE);
        trial.alterNumbers(-1);
        System.out.println("cases " + trial.cases + ", refused " + trial.refused);
    }

    private void cut() {
        for (int size = 0; size < whole.length; size += size < BYTES_LOOKED_AT ? 1 : 509) {
            expect(!isRead(Arrays.copyOf(whole, size)), "cut at " + size);
        }
    }

    private void grow() {
        for (int more = 1; more < BYTES_LOOKED_AT; more += 1_021) {
            expect(!isRead(Arrays.copyOf(whole, whole.length + more)), "grown by " + more);
        }
    }

    private void alter(IntUnaryOperator how) {
        CountersLayout layout = StoreRig.LAYOUT;
        for (int part : parts(layout)) {
            for (int at = part; at < Math.min(part + BYTES_LOOKED_AT, whole.length); at++) {
                byte[] altered = whole.clone();
                altered[at] = (byte) how.applyAsInt(whole[at]);
                boolean isRead = isRead(altered);
                boolean isFixed = at < CountersHeader.CRC_OFFSET + Integer.BYTES;
                expect(!isFixed || !isRead, "byte " + at + " altered to " + altered[at]);
            }
        }
    }

    private void alterNumbers(int value) {
        for (int part : parts(StoreRig.LAYOUT)) {
            for (int at = part; at < Math.min(part + BYTES_LOOKED_AT, whole.length); at += 4) {
                byte[] altered = whole.clone();
                ByteBuffer.wrap(altered).order(ByteOrder.nativeOrder()).putInt(at, value);
                isRead(altered);
            }
        }
    }

    private static int[] parts(CountersLayout layout) {
        return new int[] {
            0, layout.metadataOffset(), layout.channelMetadataOffset(), layout.errorsOffset()
        };
    }

    /** It is read, or refused by name; anything else ends the trial. */
    private boolean isRead(byte[] bytes) {
        cases++;
        try {
            CountersImage image = ImageParser.parse(bytes, "it");
            expect(image.counters().size() <= StoreRig.LAYOUT.counters(), "too many counters");
            expect(image.channels().size() <= StoreRig.LAYOUT.channels(), "too many channels");
            return true;
        } catch (CountersException e) {
            expect(e.getMessage().startsWith("it "), e.getMessage());
            refused++;
            return false;
        }
    }

    private static void expect(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }
}
