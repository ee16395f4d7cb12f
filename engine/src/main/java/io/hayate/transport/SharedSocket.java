package io.hayate.transport;

import io.netty.channel.Channel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The descriptor of a plain socket on epoll, for two threads that write it with no queue between them:
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
 * <p>Allocates nothing, but where a write fails.
 */
public final class SharedSocket {
    private static final int FREE = 0;
    private static final int LOOP = 1;
    private static final int STRATEGY = 2;
    private static final int LEFT = 3;

    /** The longest frame that the strategy may write: a batch of fifteen orders. */
    static final int FRAME_BYTES_MAX = 8_448;

    private final AtomicInteger holder = new AtomicInteger(LOOP);
    private final UnsafeBuffer remainder =
            new UnsafeBuffer(BufferUtil.allocateDirectAligned(FRAME_BYTES_MAX, 64));
    private final Runnable wake;
    private boolean shared;
    private boolean heldByLoop = true;
    private Socket socket;
    private int remainderLength;

    /**
     * A socket that the loop holds.
     *
     * @param wake makes the loop run soon
     */
    SharedSocket(Runnable wake) {
        this.wake = wake;
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
        int written = 0;
        try {
            written = socket.sendAddress(frame.addressOffset(), offset, offset + length);
        } catch (IOException e) {
            // The socket is dead and took nothing; the loop finds that out by reading.
        }
        if (written <= 0) {
            return false;
        }
        remainderLength = length - written;
        remainder.putBytes(0, frame, offset + written, remainderLength);
        return true;
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
    void share() {
        shared = true;
    }

    /** Loop: a new connection, held by the loop. */
    void open(Channel channel) {
        socket = (Socket) ((EpollSocketChannel) channel).fd();
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
    }

    /** Loop, while it holds the socket: writes what the socket takes of these bytes. */
    int send(DirectBuffer bytes, int offset, int length) throws IOException {
        return socket.sendAddress(bytes.addressOffset(), offset, offset + length);
    }

    /** Loop: reads what there is, into direct memory; 0 for nothing, -1 at the end. */
    int receive(DirectBuffer target, int offset, int limit) throws IOException {
        return socket.recvAddress(target.addressOffset(), offset, limit);
    }
}
