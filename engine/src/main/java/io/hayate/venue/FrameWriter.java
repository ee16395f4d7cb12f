package io.hayate.venue;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.agrona.concurrent.EpochClock;

/**
 * Writes the frames of one connection: appends the numbers that the client's flags ask for, puts
 * the WebSocket header in front, and flushes once for all that was written in one turn of the loop.
 *
 * <pre>[CHAN, BODY, SEQ, TS]   [0, TYPE, BODY, SEQ, ASEQ, TS]</pre>
 */
final class FrameWriter implements Runnable {
    static final long TIMESTAMP_FLAG = 32_768;
    static final long SEQ_ALL_FLAG = 65_536;
    static final long CHECKSUM_FLAG = 131_072;
    static final long BULK_FLAG = 536_870_912;

    private static final int CONTINUATION = 0x0;
    private static final int TEXT = 0x1;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int MASK = 0x5A5A5A5A;
    private static final int SHORT_MAX = 125;
    private static final int MEDIUM_MAX = 65_535;
    private static final int HEADER_MAX = 14;
    private static final int BATCH_BYTES = 4_096;
    private static final long NONE = -1;

    private final Channel channel;
    private final FaultPlan faults;
    private final VenueTraffic traffic;
    private final EpochClock clock;
    private final IntPredicate room;
    private final VenueLoop loop;
    private final JsonText text = new JsonText();
    private ByteBuf batch;
    private int batchTexts;
    private long flags;
    private long sequence;
    private boolean muted;
    private byte[] held; // goes behind the next

    /**
     * A writer without flags.
     *
     * @param room answers whether so many bytes more may wait for the client
     */
    FrameWriter(
            Channel channel,
            FaultPlan faults,
            VenueTraffic traffic,
            EpochClock clock,
            IntPredicate room,
            VenueLoop loop) {
        this.channel = channel;
        this.faults = faults;
        this.traffic = traffic;
        this.clock = clock;
        this.room = room;
        this.loop = loop;
    }

    /** Replaces the flags; the sequence starts anew where SEQ_ALL was off before. */
    void flags(long replacing) {
        if ((flags & SEQ_ALL_FLAG) == 0) {
            sequence = 0;
        }
        flags = replacing;
    }

    /** True while the client asks for this. */
    boolean hasFlag(long flag) {
        return (flags & flag) != 0;
    }

    /** False while the client reads too slowly for anything that can be left out. */
    boolean hasRoom() {
        return channel.isWritable();
    }

    /** From now on everything is dropped: the client hears no more. */
    void mute() {
        muted = true;
    }

    /** An object. */
    void event(JsonText event) {
        frame(event);
    }

    /** Data of this kind of channel: {@code [CHAN, BODY]}. */
    void data(io.hayate.model.Channel kind, long channelId, JsonText body) {
        begin(channelId).raw(body);
        end(NONE, faults.data().next(kind));
    }

    /** A row of a named type: {@code [CHAN, "te", ROW]}. */
    void typed(io.hayate.model.Channel kind, long channelId, String type, JsonText row) {
        begin(channelId).text(type).raw(row);
        end(NONE, faults.data().next(kind));
    }

    /** The checksum of a book: {@code [CHAN, "cs", N]}. */
    void checksum(io.hayate.model.Channel kind, long channelId, int checksum) {
        begin(channelId).text("cs").whole(checksum);
        end(NONE, faults.data().next(kind));
    }

    void heartbeat(long channelId) {
        begin(channelId).text("hb");
        end(NONE, null);
    }

    /** A frame of channel 0 with the sequence of the account. */
    void account(String type, JsonText body, long accountSequence) {
        begin(0).text(type).raw(body);
        end(accountSequence, faults.data().next(io.hayate.model.Channel.ACCOUNT));
    }

    /** The answer to a request of channel 0, which carries no sequence of the account. */
    void notification(JsonText body) {
        account("n", body, NONE);
    }

    private JsonText begin(long channelId) {
        return text.clear().openArray().whole(channelId);
    }

    private void end(long accountSequence, FrameFault fault) {
        if (hasFlag(SEQ_ALL_FLAG)) {
            sequence += fault == null ? 1 : stepOf(fault);
            text.whole(sequence);
            if (accountSequence != NONE) {
                text.whole(accountSequence);
            }
        }
        if ((flags & TIMESTAMP_FLAG) != 0) {
            text.whole(clock.time());
        }
        text.closeArray();
        if (fault == null) {
            frame(text);
        } else {
            faulty(fault);
        }
        if (held != null && fault != FrameFault.SWAPPED) {
            raw(held, held.length);
            held = null;
        }
    }

    private static int stepOf(FrameFault fault) {
        return switch (fault) {
            case SEQUENCE_SKIPPED -> 2;
            case SEQUENCE_REPEATED -> 0;
            default -> 1;
        };
    }

    private void faulty(FrameFault fault) {
        switch (fault) {
            case DROPPED -> {}
            case SWAPPED -> hold();
            case DOUBLED -> {
                frame(text);
                frame(text);
            }
            case CORRUPTED -> {
                byte[] bytes = Arrays.copyOf(text.bytes(), text.length());
                bytes[faults.data().random().below(bytes.length)] = '#';
                raw(bytes, bytes.length);
            }
            case CUT -> raw(text.bytes(), text.length() / 2);
            default -> frame(text);
        }
    }

    /** Keeps this frame until another has gone; one that was kept goes now, behind this. */
    private void hold() {
        byte[] before = held;
        held = Arrays.copyOf(text.bytes(), text.length());
        if (before != null) {
            raw(held, held.length);
            raw(before, before.length);
            held = null;
        }
    }

    private void frame(JsonText frame) {
        raw(frame.bytes(), frame.length());
    }

    /** A text message of these bytes, whatever they are, in fragments when the plan says so. */
    void raw(byte[] bytes, int length) {
        int fragment = faults.fragmentBytes() > 0 ? faults.fragmentBytes() : length;
        int offset = 0;
        do {
            int count = Math.min(fragment, length - offset);
            int opcode = offset == 0 ? TEXT : CONTINUATION;
            boolean last = offset + count == length;
            append(last ? opcode | FINAL : opcode, 0, bytes, offset, count);
            offset += count;
        } while (offset < length);
    }

    /** A frame that is masked, which no server may send. */
    void masked(byte[] bytes) {
        byte[] masked = bytes.clone();
        for (int i = 0; i < masked.length; i++) {
            masked[i] ^= (byte) MASK;
        }
        append(TEXT | FINAL, MASKED, masked, 0, masked.length);
    }

    private void append(int opcode, int maskBit, byte[] bytes, int offset, int count) {
        if (muted || faults.isSilent() || !channel.isActive()) {
            return;
        }
        if (batch == null) {
            batch = channel.alloc().buffer(Math.max(BATCH_BYTES, count + HEADER_MAX));
            channel.eventLoop().execute(() -> loop.input(this));
        }
        batch.writeByte(opcode);
        batchTexts += (opcode & FINAL) == 0 ? 0 : 1;
        writeLength(maskBit, count);
        if (maskBit != 0) {
            batch.writeInt(MASK);
        }
        batch.writeBytes(bytes, offset, count);
    }

    private void writeLength(int maskBit, int count) {
        if (count <= SHORT_MAX) {
            batch.writeByte(maskBit | count);
        } else if (count <= MEDIUM_MAX) {
            batch.writeByte(maskBit | 126).writeShort(count);
        } else {
            batch.writeByte(maskBit | 127).writeLong(count);
        }
    }

    /** Hands what was written in this turn to the socket. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes the connection
    public void run() {
        ByteBuf written = batch;
        batch = null;
        int texts = batchTexts;
        batchTexts = 0;
        if (written == null) {
            return;
        }
        text.trim();
        if (muted || !room.test(written.readableBytes())) {
            written.release();
        } else {
            traffic.textsSent(texts);
            channel.writeAndFlush(written, channel.voidPromise());
        }
    }
}
