package io.hayate.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.io.IOException;

/**
 * The loop's way from the socket to whole frames. An open connection is read by Netty, when epoll tells
 * of data; or, on a loop that never sleeps and a {@link SharedSocket}, by asking the socket each turn,
 * which saves the call that would tell.
 *
 * <p>Loop. Allocates as {@link ReceiveBuffer} and {@link WebSocketDecoder} do.
 */
final class FrameReader {
    private final IoLoop loop;
    private final FrameRoom room;
    private final ReceiveBuffer buffer;
    private final WebSocketDecoder decoder;
    private final SharedSocket socket;
    private final boolean polls;
    private Channel channel;
    private boolean open;
    private boolean paused;

    /**
     * A reader that has yet to begin.
     *
     * @param socket null where Netty alone reads
     */
    FrameReader(
            IoLoop loop,
            TransportConfig config,
            SharedSocket socket,
            WebSocketDecoder.Handler handler) {
        this.loop = loop;
        this.socket = socket;
        room = new FrameRoom(config.frameBytesMax(), loop.frameBudget());
        buffer = new ReceiveBuffer(room, !config.isSecure(), loop.clock());
        decoder = new WebSocketDecoder(room, handler);
        polls = socket != null && !loop.blocks();
    }

    /** What Netty reads into. */
    ReceiveBuffer buffer() {
        return buffer;
    }

    /** {@link System#nanoTime} right after the last read. */
    long receiveTimeNs() {
        return buffer.receiveTimeNs();
    }

    /** A new connection: nothing is left of the last, of its memory what each begins with. */
    void reset() {
        if (room.shrink()) {
            buffer.release();
            decoder.release();
        }
        buffer.clear();
        decoder.reset();
    }

    /** The connection is open: from now on {@link #poll} reads it, where polling is better. */
    void open(Channel opened) {
        channel = opened;
        open = true;
        paused = false;
        if (polls) {
            channel.config().setAutoRead(false);
            loop.polled(true);
        }
    }

    /** The connection is over. */
    void close() {
        if (polls && open) {
            loop.polled(false);
        }
        open = false;
    }

    /** Reads no more until {@link #resume}. */
    private void pause() {
        paused = true;
        if (!polls) {
            channel.config().setAutoRead(false);
        }
    }

    void resume() {
        paused = false;
        if (!polls) {
            channel.config().setAutoRead(true);
        }
    }

    /** Asks the socket; returns the bytes read, 0 for none, -1 at the end. */
    int poll() throws IOException {
        return polls && open && !paused ? buffer.readFrom(socket) : 0;
    }

    /** Takes in what Netty has read, and releases it. */
    void received(ByteBuf data) {
        try {
            buffer.received(data);
        } finally {
            data.release();
        }
    }

    /** Reads the venue's answer to the upgrade; true when it is whole and good. */
    boolean readUpgrade(Upgrade upgrade) throws TransportException {
        int length = upgrade.read(buffer.buffer(), buffer.offset(), buffer.length());
        buffer.skip(length);
        return length > 0;
    }

    /**
     * Reads the frames that are whole; false when it paused at one that is declined. Memory that is
     * missing for a message, here or where it is handled, ends the connection that brought it.
     */
    boolean decode() throws TransportException {
        try {
            buffer.skip(decoder.decode(buffer.buffer(), buffer.offset(), buffer.length()));
        } catch (OutOfMemoryError e) {
            throw Details.ofMemory(e);
        }
        if (decoder.isDeclined()) {
            pause();
        }
        return !decoder.isDeclined();
    }

    /** Forgets what was read. */
    void clear() {
        buffer.clear();
    }

    /** True when the last decode stopped at a message that was not taken. */
    boolean isDeclined() {
        return decoder.isDeclined();
    }
}
