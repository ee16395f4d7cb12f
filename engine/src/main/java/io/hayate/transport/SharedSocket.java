package io.hayate.transport;

import io.hayate.transport.tls.Tls;
import io.hayate.transport.tls.TlsRecords;
import io.netty.channel.Channel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.lang.ref.Reference;
import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The descriptor of a socket on epoll, for two threads that write it with no queue between them:
 * the loop, and the strategy where it has a thread of its own. The rule that keeps frames whole and in
 * order:
 *
 * <ol>
 *   <li>The socket has one holder at a time, and the holder alone writes.
 *   <li>The strategy takes it only while nobody holds it and none of its own frames waits in the queue.
 *       It writes one frame and lets go. What the socket did not take of a frame that has begun stays
 *       here, and the socket goes to the loop.
 *   <li>The loop holds it while anything waits to be written, takes frames from the queue only while it
 *       holds it, and holds it from before it closes the descriptor until the next one is open.
 *   <li>Who does not get it waits in a queue, never for the other. The one exception is the end of a
 *       connection: then the loop waits until the strategy is out of the one write that it is in.
 * </ol>
 *
 * <p>Under TLS, once the loop has taken the records over, the holder seals and writes in one step: what is
 * sealed is written, whole and in that order, whatever happens to the text in it. The reader is in the same
 * SSL: the strategy that finds it there lets go, and its frame takes the queue; see {@link TlsRecords#tryUse}.
 *
 * <p>Allocates nothing, but where a write fails, or for a text of the loop's that is longer than any before.
 */
public final class SharedSocket {
    private static final int FREE = 0;
    private static final int LOOP = 1;
    private static final int STRATEGY = 2;
    private static final int LEFT = 3;

    /** The longest frame that the strategy may write: a batch of fifteen orders. */
    static final int FRAME_BYTES_MAX = 8_448;

    private final AtomicInteger holder = new AtomicInteger(LOOP);
    private final UnsafeBuffer remainder = new UnsafeBuffer(0, 0);
    private final UnsafeBuffer sealed = new UnsafeBuffer(0, 0); // the holder's, under TLS
    private final Runnable wake;
    private boolean shared;
    private boolean heldByLoop = true;
    private Socket socket;
    private TlsRecords records; // null without TLS, and until they are taken over
    private int remainderLength;

    private SharedSocket(boolean isSecure, Runnable wake) {
        this.wake = wake;
        int most = isSecure ? TlsRecords.sealedMax(FRAME_BYTES_MAX) : FRAME_BYTES_MAX;
        remainder.wrap(BufferUtil.allocateDirectAligned(most, 64));
        if (isSecure) {
            sealed.wrap(BufferUtil.allocateDirectAligned(most, 64));
        }
    }

    /**
     * A socket that the loop holds; null on NIO, and where the records of TLS stay with Netty's handler:
     * there Netty alone reads and writes.
     *
     * @param tls null for none
     */
    static SharedSocket of(IoLoop loop, Tls tls) {
        boolean isOurs = loop.isNative() && (tls == null || tls.isByAddress());
        return isOurs ? new SharedSocket(tls != null, loop::wake) : null;
    }

    // The strategy's side

    /** Strategy: takes the socket; false when somebody holds it. {@link #release} must follow a true. */
    public boolean tryHold() {
        return holder.compareAndSet(FREE, STRATEGY);
    }

    /**
     * Strategy, while it holds the socket: writes a whole frame, or as much of it as the socket takes;
     * the loop writes the rest.
     *
     * @param frame in direct memory, at most {@link #FRAME_BYTES_MAX} long
     * @return false when nothing of it was written, so that it may go another way
     */
    public boolean write(DirectBuffer frame, int offset, int length) {
        return records == null
                ? writeText(frame, offset, length)
                : writeSealed(frame, offset, length);
    }

    private boolean writeText(DirectBuffer frame, int offset, int length) {
        int written = 0;
        try {
            written = socket.sendAddress(frame.addressOffset(), offset, offset + length);
        } catch (IOException e) {
            // The socket is dead and took nothing; the loop finds that out by reading.
        }
        if (written <= 0) {
            return false;
        }
        leave(frame, offset + written, length - written);
        return true;
    }

    /** Once it is sealed it is sent: of a dead socket, too, the loop is to find that out by writing it. */
    private boolean writeSealed(DirectBuffer frame, int offset, int length) {
        if (!records.tryUse()) {
            return false;
        }
        int count;
        try {
            count = seal(frame, offset, length);
        } finally {
            records.endUse();
        }
        if (count < 0) {
            return false;
        }
        int written = 0;
        try {
            written = Math.max(0, socket.sendAddress(sealed.addressOffset(), 0, count));
        } catch (IOException e) {
            written = 0;
        }
        leave(sealed, written, count - written);
        return true;
    }

    private int seal(DirectBuffer text, int offset, int length) {
        try {
            return records.seal(
                    text.addressOffset() + offset,
                    length,
                    sealed.addressOffset(),
                    sealed.capacity());
        } finally {
            Reference.reachabilityFence(text); // while BoringSSL reads it, nobody else may have it
        }
    }

    private void leave(DirectBuffer bytes, int offset, int length) {
        remainderLength = length;
        remainder.putBytes(0, bytes, offset, length);
    }

    /** Strategy: lets go of the socket. */
    public void release() {
        if (remainderLength == 0) {
            holder.set(FREE);
        } else {
            holder.set(LEFT);
            wake.run();
        }
    }

    // The loop's side

    /** Says that another thread writes from now on; before the loop starts. */
    SharedSocket share() {
        shared = true;
        return this;
    }

    /** Loop: a new connection, held by the loop. */
    void open(Channel channel) {
        socket = (Socket) ((EpollSocketChannel) channel).fd();
    }

    /** Loop, while it holds the socket: from now on all is sealed, until {@link #close}. */
    void secure(TlsRecords taken) {
        records = taken;
    }

    /** Loop: true when texts must be sealed. */
    boolean isSecured() {
        return records != null;
    }

    /** True when a second thread writes. */
    boolean isShared() {
        return shared;
    }

    /** Loop: takes the socket, unless it has it; false while the strategy is in its write. */
    boolean hold() {
        heldByLoop =
                heldByLoop || holder.compareAndSet(FREE, LOOP) || holder.compareAndSet(LEFT, LOOP);
        return heldByLoop;
    }

    /** Loop: what the strategy left behind. */
    boolean hasRemainder() {
        return shared && holder.get() == LEFT;
    }

    /** Loop, while it holds the socket: bytes that come before all others; 0 for none. */
    int takeRemainder() {
        int length = remainderLength;
        remainderLength = 0;
        return length;
    }

    DirectBuffer remainder() {
        return remainder;
    }

    /** Loop: lets go, as nothing waits any more. */
    void letGo() {
        if (shared && heldByLoop) {
            heldByLoop = false;
            holder.set(FREE);
        }
    }

    /** Loop: takes the socket for good, as the connection ends; waits for a write that is under way. */
    @SuppressWarnings("ThreadPriorityCheck") // the other thread may need this very core to get on
    void close() {
        while (!hold()) {
            Thread.yield();
        }
        remainderLength = 0;
        records = null;
    }

    /** Loop, while it holds the socket: writes what the socket takes of these bytes. */
    int send(DirectBuffer bytes, int offset, int length) throws IOException {
        try {
            return socket.sendAddress(bytes.addressOffset(), offset, offset + length);
        } finally {
            Reference.reachabilityFence(bytes);
        }
    }

    /**
     * Loop, while it holds the socket: seals a text; the strategy is not in the SSL then, nor the reader.
     *
     * @return bytes that lie in {@link #sealed}; -1 when nothing can be sealed any more
     */
    int sealText(DirectBuffer text, int offset, int length) {
        int most = TlsRecords.sealedMax(length);
        if (sealed.capacity() < most) {
            sealed.wrap(BufferUtil.allocateDirectAligned(most, 64));
        }
        return seal(text, offset, length);
    }

    /** Loop: why nothing can be sealed any more. */
    String failure() {
        return records.failure();
    }

    /** Loop, while it holds the socket: seals goodbye; returns its bytes, which lie in {@link #sealed}. */
    int sealGoodbye() {
        return records.goodbye(sealed.addressOffset(), sealed.capacity());
    }

    /** Loop, while it holds the socket: what was sealed last. */
    DirectBuffer sealed() {
        return sealed;
    }

    /** Loop: reads what there is, into direct memory; 0 for nothing, -1 at the end. */
    int receive(DirectBuffer target, int offset, int limit) throws IOException {
        return socket.recvAddress(target.addressOffset(), offset, limit);
    }
}
