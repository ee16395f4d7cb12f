package io.hayate.simulation;

import io.hayate.transport.DisconnectCause;
import io.hayate.transport.FrameListener;
import io.hayate.transport.Transport;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;

/**
 * A transport whose network is a {@link Link} to an exchange on the same thread. One connection at a
 * time; what becomes of it is told when the simulation comes to it, as the real one tells it in a later
 * turn. Allocates nothing a message once its link was as full before.
 */
final class SimulatedTransport implements Transport {
    private static final long NOT_HELD = Long.MIN_VALUE;

    private static final long CLOSE_WAIT_NS = TimeUnit.SECONDS.toNanos(2);

    private enum Phase {
        DISCONNECTED,
        CONNECTING,
        OPEN,
        CLOSING
    }

    private final VirtualClock clock;
    private final Link link;
    private final long connectTimeoutNs;

    private FrameListener listener;
    private Phase phase = Phase.DISCONNECTED;
    private long seenUntilNs;
    private long heldSinceNs = NOT_HELD;
    private long deadlineNs = Pipe.NEVER; // of the attempt, or of our goodbye
    private boolean isDeclined;
    private boolean isReadOn; // what an earlier read has brought
    private boolean isInRead; // more of it may come
    private long readNs; // when that was
    private DisconnectCause ending; // to be told at once; null for none
    private String endingDetail = "";

    SimulatedTransport(VirtualClock clock, Link link, long connectTimeoutNs) {
        this.clock = clock;
        this.link = link;
        this.connectTimeoutNs = connectTimeoutNs;
    }

    @Override
    public void connect(FrameListener frameListener) {
        if (phase != Phase.DISCONNECTED) {
            throw new IllegalStateException("connect while not disconnected: " + phase);
        }
        listener = frameListener;
        phase = Phase.CONNECTING;
        isDeclined = false;
        isReadOn = false;
        deadlineNs = clock.nanoTime() + connectTimeoutNs;
        if (!link.request()) {
            end(DisconnectCause.REFUSED, "nothing listens there");
        }
    }

    @Override
    public void onGood() {}

    @Override
    public boolean isConnected() {
        return phase == Phase.OPEN || phase == Phase.CLOSING;
    }

    @Override
    public boolean isWritable() {
        return phase == Phase.OPEN && ending == null && link.hasRoomUp();
    }

    @Override
    public boolean sendText(DirectBuffer text, int offset, int length) {
        return isWritable() && link.sendUp(text, offset, length);
    }

    @Override
    public boolean sendFrame(DirectBuffer frame, int offset, int length) {
        return isWritable() && link.sendFrameUp(frame, offset, length);
    }

    @Override
    public long lookedTimeNs() {
        return heldSinceNs == NOT_HELD ? clock.nanoTime() : heldSinceNs;
    }

    /** Now: no time passes while something is told. */
    @Override
    public long receiveTimeNs() {
        return clock.nanoTime();
    }

    @Override
    public long seenUntilNs() {
        return seenUntilNs;
    }

    /** Nobody looks from now on, until {@link #onSeen}. */
    void onHeldUp() {
        heldSinceNs = clock.nanoTime();
    }

    /** All that was due by now has been told. */
    void onSeen() {
        heldSinceNs = NOT_HELD;
        seenUntilNs = clock.nanoTime();
    }

    @Override
    public void resume() {
        isReadOn |= isDeclined;
        isDeclined = false; // the simulation goes on with it in this very turn
    }

    @Override
    public void close(int code, String reason) {
        if (phase == Phase.CONNECTING) {
            end(DisconnectCause.CLOSED_BY_US, "closed while connecting");
        } else if (phase == Phase.OPEN) {
            phase = Phase.CLOSING;
            deadlineNs = clock.nanoTime() + CLOSE_WAIT_NS;
            endingDetail = code + (reason.isEmpty() ? "" : " " + reason);
            link.closeUp();
        }
    }

    private void end(DisconnectCause cause, String detail) {
        if (ending == null) {
            ending = cause;
            endingDetail = detail;
        }
    }

    /** When something is to be done here; {@link Pipe#NEVER} for nothing. */
    long nextDueNs() {
        if (ending != null) {
            return clock.nanoTime();
        }
        if (phase == Phase.DISCONNECTED) {
            return Pipe.NEVER;
        }
        return isDeclined ? Pipe.NEVER : Math.min(deadlineNs, link.nextDownNs());
    }

    /** True while a message of the venue has come by now. */
    boolean isFrameDue() {
        boolean isReading = phase == Phase.OPEN && ending == null && !isDeclined;
        return isReading && link.nextDownNs() <= clock.nanoTime();
    }

    /** Does the first thing that is due by now: tells one message, or an end. */
    void step() {
        if (ending != null) {
            tellEnd();
        } else if (phase != Phase.DISCONNECTED) {
            if (isDeclined) {
                return; // the end waits, too, until it is taken
            }
            if (link.nextDownNs() <= clock.nanoTime()) {
                take();
            } else if (deadlineNs <= clock.nanoTime()) {
                onDeadline();
            }
        }
    }

    private void onDeadline() {
        if (phase == Phase.CONNECTING) {
            long ms = TimeUnit.NANOSECONDS.toMillis(connectTimeoutNs);
            end(DisconnectCause.TIMED_OUT, "within " + ms + " ms: still connecting");
        } else {
            end(DisconnectCause.CLOSED_BY_US, endingDetail + ", not answered");
        }
    }

    private void tellEnd() {
        DisconnectCause cause = ending;
        endRead();
        ending = null;
        phase = Phase.DISCONNECTED;
        deadlineNs = Pipe.NEVER;
        link.hangUp();
        listener.onDisconnected(cause, endingDetail);
    }

    private void take() {
        Pipe down = link.down();
        if (down.kind() != Pipe.TEXT) {
            endRead();
        }
        switch (down.kind()) {
            case Pipe.OPEN -> {
                down.take();
                phase = Phase.OPEN;
                deadlineNs = Pipe.NEVER;
                listener.onConnected();
            }
            case Pipe.TEXT -> takeText(down);
            case Pipe.CLOSE -> {
                String words = takeWords(down);
                if (phase == Phase.CLOSING) {
                    end(DisconnectCause.CLOSED_BY_US, endingDetail);
                } else {
                    link.closeUp();
                    end(DisconnectCause.CLOSED_BY_VENUE, words);
                }
            }
            case Pipe.BUSY -> end(DisconnectCause.HANDSHAKE_BUSY, takeWords(down));
            case Pipe.REFUSED -> end(DisconnectCause.HANDSHAKE_REFUSED, takeWords(down));
            default -> {
                down.take();
                end(DisconnectCause.LOST, "the connection ended without a close frame");
            }
        }
    }

    private static String takeWords(Pipe down) {
        String words = down.buffer().getStringWithoutLengthUtf8(down.offset(), down.length());
        down.take();
        return words;
    }

    private void takeText(Pipe down) {
        if (!link.mayPass(down.length())) {
            endRead();
            end(DisconnectCause.LOST, "cut within a frame");
            return;
        }
        readNs = isReadOn ? readNs : clock.nanoTime();
        isInRead = true;
        if (!listener.onText(down.buffer(), down.offset(), down.length(), readNs)) {
            isDeclined = true;
            isInRead = false;
            return;
        }
        link.passed(down.length());
        down.take();
        if (down.nextArrivalNs() > readNs) {
            isReadOn = false;
            endRead();
        }
    }

    private void endRead() {
        if (isInRead) {
            isInRead = false;
            listener.onReadEnd();
        }
    }
}
