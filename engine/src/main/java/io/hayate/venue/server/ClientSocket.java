package io.hayate.venue.server;

import io.hayate.venue.base.VenueTraffic;
import io.hayate.venue.session.Outbox;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import java.util.function.Consumer;

/**
 * What goes out on one socket: puts the WebSocket header in front of each text, and hands over once
 * for all that was written in one turn of the loop. Venue thread.
 */
final class ClientSocket implements Outbox, Backlogs.Waiting, Runnable {
    private static final int CONTINUATION = 0x0;
    private static final int TEXT = 0x1;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int MASK = 0x5A5A5A5A;
    private static final int SHORT_MAX = 125;
    private static final int MEDIUM_MAX = 65_535;
    private static final int HEADER_MAX = 14;
    private static final int BATCH_BYTES = 4_096;

    private final Channel channel;
    private final VenueTraffic traffic;
    private final Backlogs backlogs;
    private final Consumer<String> onTooSlow;
    private ByteBuf batch;
    private int batchTexts;
    private boolean ended;
    private boolean reads = true; // as the venue's faults say
    private boolean hasRoom = true;

    /**
     * The way out to one client.
     *
     * @param onTooSlow told why when the client is to go because it reads too slowly
     */
    ClientSocket(
            Channel channel, VenueTraffic traffic, Backlogs backlogs, Consumer<String> onTooSlow) {
        this.channel = channel;
        this.traffic = traffic;
        this.backlogs = backlogs;
        this.onTooSlow = onTooSlow;
    }

    @Override
    public boolean isOpen() {
        return !ended;
    }

    @Override
    public long bytes() {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    @Override
    public void endAsTooSlow(String reason) {
        onTooSlow.accept(reason);
    }

    @Override
    public void text(byte[] bytes, int length) {
        fragments(bytes, length, length);
    }

    @Override
    public void fragments(byte[] bytes, int length, int fragmentBytes) {
        int offset = 0;
        do {
            int count = Math.min(fragmentBytes, length - offset);
            int opcode = offset == 0 ? TEXT : CONTINUATION;
            boolean last = offset + count == length;
            append(last ? opcode | FINAL : opcode, 0, bytes, offset, count);
            offset += count;
        } while (offset < length);
    }

    /** A client that is not read from fills its way here, and then waits. */
    @Override
    public void reading(boolean value) {
        reads = value;
        channel.config().setAutoRead(reads && hasRoom);
    }

    /** A client that does not read is not read from, either: it cannot ask for more. */
    void room(boolean value) {
        hasRoom = value;
        channel.config().setAutoRead(reads && hasRoom);
    }

    @Override
    public void masked(byte[] bytes, int length) {
        byte[] masked = new byte[length];
        for (int i = 0; i < length; i++) {
            masked[i] = (byte) (bytes[i] ^ MASK);
        }
        append(TEXT | FINAL, MASKED, masked, 0, length);
    }

    private void append(int opcode, int maskBit, byte[] bytes, int offset, int count) {
        if (ended || !channel.isActive()) {
            return;
        }
        if (batch == null) {
            batch = channel.alloc().buffer(Math.max(BATCH_BYTES, count + HEADER_MAX));
            channel.eventLoop().execute(this);
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

    /** The turn of the loop is over. */
    @Override
    public void run() {
        flush();
    }

    @Override
    public void flush() {
        ByteBuf written = batch;
        batch = null;
        int texts = batchTexts;
        batchTexts = 0;
        if (written != null) {
            handOver(written, texts, backlogs.hasRoom(this, written.readableBytes()));
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes the connection
    private void handOver(ByteBuf written, int texts, boolean hasRoom) {
        if (hasRoom) {
            traffic.textsSent(texts);
            channel.writeAndFlush(written, channel.voidPromise());
        } else {
            written.release();
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the session hears of it when it is closed
    public void close(int code, String reason) {
        if (ended) {
            return;
        }
        if (batch != null) {
            handOver(batch, batchTexts, !backlogs.isTooSlow(this));
        }
        forget();
        channel.writeAndFlush(new CloseWebSocketFrame(code, reason))
                .addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the session hears of it when it is closed
    public void drop() {
        if (batch != null) {
            batch.release();
        }
        forget();
        channel.close();
    }

    private void forget() {
        ended = true;
        batch = null;
        batchTexts = 0;
    }
}
