package io.hayate.transport;

import io.hayate.transport.tls.TlsRecords;
import io.hayate.transport.websocket.FrameRoom;
import io.hayate.transport.websocket.Upgrade;
import io.hayate.transport.websocket.UpgradeException;
import io.hayate.transport.websocket.WebSocketDecoder;
import io.hayate.transport.websocket.WebSocketException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import javax.net.ssl.SSLException;

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
    private Upgrade upgrade;
    private String loss;
    private boolean open;
    private boolean paused;
    private TlsRecords records; // null without TLS, and where Netty opens

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
        buffer = new ReceiveBuffer(room, config.isSecure(), loop.clock());
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
        buffer.plain();
        records = null;
        loss = Details.CLOSED_RUDELY;
        decoder.reset();
    }

    /**
     * In a task of its own: the records of TLS are ours from now on, and no more Netty's.
     *
     * @return null where they stay with Netty's handler
     * @throws TransportException when they cannot be had, or the connection has ended meanwhile
     */
    TlsRecords takeOver(Channel secured, String peer) throws TransportException {
        if (socket == null) {
            return null;
        }
        ChannelPipeline pipeline = secured.pipeline();
        buffer.beginSecure();
        TlsRecords taken;
        try {
            SslHandler handler = pipeline.get(SslHandler.class);
            taken = TlsRecords.takeOver(pipeline, handler, socket.isShared());
        } catch (Exception | LinkageError e) {
            throw Details.ofTls(e, peer);
        }
        if (!buffer.takesSealed()) { // what the removal told has ended the connection: see close
            taken.free();
            throw Details.ofHandshake(Details.CLOSED, Phase.SECURING);
        }
        records = taken;
        buffer.secure(taken);
        return taken;
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
        buffer.plain();
        if (records != null) {
            records.free();
            records = null;
        }
    }

    /** As {@link Transport#keyUse}. */
    double keyUse() {
        return records == null ? 0 : (double) records.sealedCount() / TlsRecords.SEALED_MAX;
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

    /**
     * Asks the socket, where nobody tells of data, and TLS whether it has ended.
     *
     * @return the bytes read, 0 for none, -1 at the end, of which {@link #loss} tells
     */
    int poll() {
        try {
            return read();
        } catch (IOException | OutOfMemoryError e) {
            loss = Details.ofLoss(e);
            return -1;
        }
    }

    private int read() throws IOException {
        if (records != null && records.hasEnded()) {
            return endOfRecords();
        }
        if (buffer.hasSealed()) {
            buffer.open();
            return 1; // the loop is not idle before it is opened
        }
        return polls && open && !paused ? buffer.readFrom(socket) : 0;
    }

    private int endOfRecords() throws SSLException {
        if (records.failure() != null) {
            throw new SSLException(records.failure());
        }
        return -1;
    }

    /** The connection has ended: opens what was read before; true when there was something. */
    boolean openRest() {
        boolean hasSealed = buffer.hasSealed();
        if (hasSealed) {
            buffer.openAll();
        }
        return hasSealed;
    }

    /** How the connection was lost, for a person. */
    String loss() {
        return loss;
    }

    /** Takes in what Netty has read, and releases it. */
    void received(ByteBuf data) {
        try {
            buffer.received(data);
        } finally {
            data.release();
        }
    }

    /** A WebSocket is asked for: what the venue is to be sent. */
    byte[] beginUpgrade(TransportConfig config) {
        upgrade = new Upgrade();
        return upgrade.request(config.target(), config.hostHeader());
    }

    /** Reads the venue's answer to the upgrade; true when it is whole and good. */
    boolean readUpgrade() throws TransportException {
        try {
            int length = upgrade.read(buffer.buffer(), buffer.offset(), buffer.length());
            buffer.skip(length);
            return length > 0;
        } catch (UpgradeException e) {
            throw Details.ofUpgrade(e);
        }
    }

    /**
     * Reads the frames that are whole; false when it paused at one that is declined. Memory that is
     * missing for a message, here or where it is handled, ends the connection that brought it.
     */
    boolean decode() throws TransportException {
        try {
            buffer.skip(decoder.decode(buffer.buffer(), buffer.offset(), buffer.length()));
        } catch (WebSocketException e) {
            throw Details.ofBrokenRule(e);
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
