package io.hayate.transport;

import io.hayate.transport.websocket.ClientFrame;
import io.hayate.transport.websocket.ServerFrames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A transport without a socket: keeps what is sent as text, and lets a test say what the venue does.
 * All of it on the test's own thread. What a listener declines is kept, with all after it, until
 * {@link #resume}, as the real one does.
 */
public final class CapturingTransport implements Transport {
    private static final int SLACK_BYTES = 16;

    private enum State {
        DISCONNECTED,
        CONNECTING,
        CONNECTED
    }

    private record Incoming(String text, long receiveTimeNs) {}

    private final List<String> sent = new ArrayList<>();
    private final List<Incoming> kept = new ArrayList<>();
    private FrameListener listener;
    private State state = State.DISCONNECTED;
    private boolean writable = true;
    private boolean declined;
    private boolean good;
    private long lookedTimeNs = 1; // long ago, not never
    private long receiveTimeNs;
    private long seenUntilNs;
    private int connects;
    private int closeCode;
    private String closeReason = "";

    /** What {@link #keyUse} says. */
    public double keyUse;

    @Override
    public void connect(FrameListener frameListener) {
        if (state != State.DISCONNECTED) {
            throw new IllegalStateException("connect while " + state);
        }
        listener = frameListener;
        state = State.CONNECTING;
        declined = false;
        good = false;
        kept.clear();
        connects++;
    }

    @Override
    public void onGood() {
        good = true;
    }

    @Override
    public double keyUse() {
        return keyUse;
    }

    @Override
    public boolean isConnected() {
        return state == State.CONNECTED;
    }

    @Override
    public boolean isWritable() {
        return state == State.CONNECTED && writable;
    }

    @Override
    public boolean sendText(DirectBuffer text, int offset, int length) {
        return isWritable() && sent.add(ServerFrames.text(text, offset, length));
    }

    @Override
    public boolean sendFrame(DirectBuffer frame, int offset, int length) {
        return isWritable() && sent.add(ClientFrame.read(frame, offset, length).text());
    }

    @Override
    public long seenUntilNs() {
        return seenUntilNs;
    }

    /** The socket was looked at: nothing more had come by then. */
    public void look(long timeNs) {
        seenUntilNs = timeNs;
    }

    @Override
    public long lookedTimeNs() {
        return lookedTimeNs;
    }

    /** Sets when the socket had been looked at before what it receives next. */
    public void lookedTimeNs(long timeNs) {
        lookedTimeNs = timeNs;
    }

    @Override
    public long receiveTimeNs() {
        return receiveTimeNs;
    }

    /** Sets when what the venue does next is read. */
    public void receiveTimeNs(long timeNs) {
        receiveTimeNs = timeNs;
    }

    @Override
    public void resume() {
        declined = false;
        while (!declined && !kept.isEmpty()) {
            Incoming next = kept.get(0);
            declined = !offer(next);
            if (!declined) {
                kept.remove(0);
            }
        }
        tellReadEnd();
    }

    private void tellReadEnd() {
        if (!declined) {
            listener.onReadEnd();
        }
    }

    @Override
    public void close(int code, String reason) {
        if (state != State.DISCONNECTED) {
            closeCode = code;
            closeReason = reason;
        }
    }

    /** The venue has taken the attempt to connect. */
    public void acceptConnect() {
        state = State.CONNECTED;
        listener.onConnected();
    }

    /** The venue sends a text, which comes by a read of its own. */
    public void receive(String text, long receiveTimeNs) {
        receiveInOneRead(List.of(text), receiveTimeNs);
    }

    /** The venue sends texts that come by one read. */
    public void receiveInOneRead(List<String> texts, long receiveTimeNs) {
        for (String text : texts) {
            take(text, receiveTimeNs);
        }
        tellReadEnd();
    }

    private void take(String text, long receiveTimeNs) {
        Incoming incoming = new Incoming(text, receiveTimeNs);
        if (declined || !kept.isEmpty() || !offer(incoming)) {
            declined = true;
            kept.add(incoming);
        }
    }

    private boolean offer(Incoming incoming) {
        byte[] bytes = incoming.text().getBytes(StandardCharsets.UTF_8);
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[bytes.length + SLACK_BYTES]);
        buffer.putBytes(0, bytes);
        return listener.onText(buffer, 0, bytes.length, incoming.receiveTimeNs());
    }

    /** The connection, or the attempt, is over. */
    public void disconnect(DisconnectCause cause, String detail) {
        state = State.DISCONNECTED;
        listener.onDisconnected(cause, detail);
    }

    /** Sets whether the socket takes more. */
    public void writable(boolean takesMore) {
        writable = takesMore;
    }

    /** The texts sent since the start, or since {@link #clearSent}. */
    public List<String> sent() {
        return List.copyOf(sent);
    }

    public void clearSent() {
        sent.clear();
    }

    /** How often {@link #connect} was called. */
    public int connects() {
        return connects;
    }

    /** True between a connect and its outcome. */
    public boolean isConnecting() {
        return state == State.CONNECTING;
    }

    /** True once the address of the latest attempt was called a good one. */
    public boolean isGood() {
        return good;
    }

    /** How many texts wait because one was declined. */
    public int kept() {
        return kept.size();
    }

    /** The code of the last {@link #close}, 0 when there was none. */
    public int closeCode() {
        return closeCode;
    }

    public String closeReason() {
        return closeReason;
    }
}
