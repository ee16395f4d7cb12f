package io.hayate.simulation;

import io.hayate.venue.exchange.Exchange;
import io.hayate.venue.fault.NetworkFaults;
import io.hayate.venue.session.Outbox;
import io.hayate.venue.session.VenueSession;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The network between one transport and the exchange: two pipes, the exchange's end, and what goes
 * wrong between them. One connection at a time. One thread.
 */
final class Link {
    private static final int BYTES_MAX = 64 << 20; // a client that is slow is cut off far earlier
    private static final int UP_BYTES_MAX = 256 << 10;
    private static final int SLOW_BYTES = 1 << 20;
    private static final Set<Integer> BUSY = Set.of(408, 429, 503);
    private static final int FIRST_LENGTH_16 = 126;
    private static final int LENGTH_MAX_16 = 0xFFFF;

    private final VirtualClock clock;
    private final Exchange exchange;
    private final String address;
    private final LatencyModel upLatency;
    private final LatencyModel downLatency;
    private final WireListener wire;
    private final LinkFaults faults = new LinkFaults();
    private final Pipe up = new Pipe(UP_BYTES_MAX);
    private final Pipe down = new Pipe(BYTES_MAX);
    private final UnsafeBuffer bytes = new UnsafeBuffer(0, 0);
    private final UnsafeBuffer unmasked = new UnsafeBuffer(new byte[UP_BYTES_MAX]);
    private long acceptNs = Pipe.NEVER;
    private VenueSession session; // null while the exchange knows of no connection
    private End end = new End(); // of the connection that was taken last
    private boolean isLeaving; // the exchange has yet to be told that the client is gone

    Link(
            VirtualClock clock,
            Exchange exchange,
            String address,
            LatencyModel upLatency,
            LatencyModel downLatency,
            WireListener wire) {
        this.clock = clock;
        this.exchange = exchange;
        this.address = address;
        this.wire = wire;
        this.upLatency = upLatency;
        this.downLatency = downLatency;
    }

    /** What goes wrong on it. */
    LinkFaults faults() {
        return faults;
    }

    /** Asks for a connection; false when that is refused. */
    boolean request() {
        up.clear();
        down.clear();
        faults.onConnect();
        if (faults.refuses()) {
            return false;
        }
        long roundTripNs = upLatency.nextNs() + downLatency.nextNs();
        acceptNs = clock.nanoTime() + roundTripNs + upLatency.nextNs();
        return true;
    }

    boolean hasRoomUp() {
        return up.size() < UP_BYTES_MAX / 2 && !faults.isFullUp();
    }

    boolean sendUp(DirectBuffer text, int offset, int length) {
        wire.onText(true, text, offset, length);
        return faults.isLostUp()
                || up.offer(clock.nanoTime() + upLatency.nextNs(), Pipe.TEXT, text, offset, length);
    }

    /** Sends a masked frame, whose mask is taken off. */
    boolean sendFrameUp(DirectBuffer frame, int offset, int length) {
        int first = frame.getByte(offset + 1) & 0x7F;
        int head = first < FIRST_LENGTH_16 ? 2 : first == FIRST_LENGTH_16 ? 4 : 10;
        int mask = frame.getInt(offset + head);
        int at = offset + head + Integer.BYTES;
        int size = length - head - Integer.BYTES;
        for (int i = 0; i < size; i++) {
            unmasked.putByte(i, (byte) (frame.getByte(at + i) ^ (mask >>> (8 * (i % 4)))));
        }
        return sendUp(unmasked, 0, size);
    }

    /** The client says goodbye. */
    void closeUp() {
        up.offer(clock.nanoTime() + upLatency.nextNs(), Pipe.CLOSE, bytes, 0, 0);
    }

    /** The client's end is gone; the exchange is told when the last of it has come there. */
    void hangUp() {
        acceptNs = Pipe.NEVER;
        down.clear();
        end.isHeard = false;
        if (session != null && !isLeaving) {
            up.offer(clock.nanoTime() + upLatency.nextNs(), Pipe.DROP, bytes, 0, 0);
        }
    }

    Pipe down() {
        return down;
    }

    /** When the client is to take the next of it. */
    long nextDownNs() {
        return faults.downNs(down.nextArrivalNs());
    }

    /** False when the connection is cut within a text of this length. */
    boolean mayPass(int length) {
        return faults.mayPass(frameLength(length));
    }

    /** A text of this length has come to the client. */
    void passed(int length) {
        faults.passed(frameLength(length));
    }

    private static int frameLength(int length) {
        return length + (length < FIRST_LENGTH_16 ? 2 : length <= LENGTH_MAX_16 ? 4 : 10);
    }

    /** When the exchange's end has something to do. */
    long nextDueNs() {
        if (isLeaving) {
            return clock.nanoTime();
        }
        return faults.upNs(Math.min(acceptNs, nextUpNs()));
    }

    private long nextUpNs() {
        return end.isRead ? up.nextArrivalNs() : Pipe.NEVER;
    }

    /** Gives the exchange the first thing that has come by now. */
    void step() {
        if (isLeaving) {
            leave();
        } else if (faults.upNs(acceptNs) <= clock.nanoTime()) {
            acceptNs = Pipe.NEVER;
            accept();
        } else if (faults.upNs(nextUpNs()) <= clock.nanoTime()) {
            take();
        }
        checkRoom();
    }

    /** The exchange takes the connection, or says no as its faults tell it to. */
    private void accept() {
        if (session != null) {
            leave(); // of which the exchange has not heard that it is gone
        }
        NetworkFaults refusals = exchange.networkFaults();
        if (refusals.takeClosedHandshake()) {
            offerDown(Pipe.REFUSED, "the venue closed the connection while upgrading");
        } else if (!refusals.takeHangingHandshake()) {
            int status = refusals.takeRefusal();
            if (status == 0) {
                offerDown(Pipe.OPEN, bytes, 0);
                end = new End();
                session = exchange.onConnected(end, address);
            } else {
                int kind = BUSY.contains(status) ? Pipe.BUSY : Pipe.REFUSED;
                offerDown(kind, "the venue answered the upgrade with HTTP " + status);
            }
        }
    }

    private void take() {
        int kind = up.kind();
        if (session != null && kind == Pipe.TEXT) {
            String text = up.buffer().getStringWithoutLengthUtf8(up.offset(), up.length());
            up.take();
            exchange.onRead(session);
            exchange.onText(session, text);
            return;
        }
        up.take();
        if (session != null && kind != Pipe.TEXT) {
            if (kind == Pipe.CLOSE) {
                answerClose();
                exchange.onFarewell(session);
            }
            leave();
        }
    }

    private void answerClose() {
        if (!session.writer().exit().isSilent()) {
            offerDown(Pipe.CLOSE, bytes, 0);
        }
    }

    private void leave() {
        VenueSession gone = session;
        session = null;
        isLeaving = false;
        if (gone != null) {
            exchange.onLeft(gone);
        }
    }

    /** The socket tells the exchange of a client that does not read on, and when it does again. */
    private void checkRoom() {
        if (session != null && end.isSlow != down.size() > SLOW_BYTES) {
            end.isSlow = !end.isSlow;
            exchange.onRoom(session, !end.isSlow);
        }
    }

    private boolean offerDown(int kind, DirectBuffer source, int length) {
        return down.offer(clock.nanoTime() + downLatency.nextNs(), kind, source, 0, length);
    }

    private void offerDown(int kind, String words) {
        byte[] text = words.getBytes(StandardCharsets.UTF_8);
        offerDown(kind, new UnsafeBuffer(text), text.length);
    }

    /** What the exchange writes to. */
    private final class End implements Outbox {
        private boolean ended;
        private boolean isDropped;
        private boolean isSlow;
        private boolean isRead = true; // false while the exchange takes nothing of what has come
        private boolean isHeard = true; // false once the client's end is gone

        @Override
        public void text(byte[] text, int length) {
            if (!ended && isHeard) {
                bytes.wrap(text, 0, length);
                if (!faults.isLostDown() && !offerDown(Pipe.TEXT, bytes, length)) {
                    drop(); // far beyond what a socket would take
                }
                wire.onText(false, bytes, 0, length); // may have the exchange say more
                bytes.wrap(0, 0);
            }
        }

        @Override
        public void reading(boolean reads) {
            isRead = reads;
        }

        @Override
        public void masked(byte[] text, int length) {
            close(1002, "masked"); // a client ends that; here nothing is masked
        }

        @Override
        public void close(int code, String reason) {
            if (!ended && isHeard) {
                String words = "venue closed with " + code + (reason.isEmpty() ? "" : " " + reason);
                offerDown(Pipe.CLOSE, words);
            }
            ended = true;
        }

        @Override
        public void drop() {
            if (isDropped) {
                return;
            }
            if (!ended && isHeard) {
                offerDown(Pipe.DROP, bytes, 0);
            }
            ended = true;
            isDropped = true;
            isLeaving = true;
        }
    }
}
