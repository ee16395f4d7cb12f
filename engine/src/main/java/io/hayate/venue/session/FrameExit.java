package io.hayate.venue.session;

import io.hayate.venue.fault.ActiveFault;
import io.hayate.venue.fault.FaultPlan;
import io.hayate.venue.rule.FaultKind;
import io.hayate.venue.wire.JsonText;
import java.util.Arrays;

/** The way out to one client: lets happen to bytes what the faults say. */
public final class FrameExit {
    private final Outbox outbox;
    private final FaultPlan faults;
    private final long connection;
    private String account; // its name, once it is in one
    private boolean muted;
    private byte[] held; // goes behind the next

    /** The way out to this connection. */
    FrameExit(Outbox outbox, FaultPlan faults, long connection) {
        this.outbox = outbox;
        this.faults = faults;
        this.connection = connection;
    }

    /** Which connection of this venue it is, from 1. */
    public long connection() {
        return connection;
    }

    /** The name of the account that the connection is in, or null. */
    public String account() {
        return account;
    }

    void account(String name) {
        account = name;
    }

    /** Sends a frame that is as it should be. */
    void frame(JsonText frame) {
        raw(frame.bytes(), frame.length());
        release();
    }

    /** Sends a frame on whose way out this is wrong. */
    void faulty(JsonText frame, ActiveFault fault) {
        FaultKind kind = fault.rule().kind();
        switch (kind) {
            case DROPPED, LOST_ACK, OC_WITHOUT_ON -> {}
            case SWAPPED, SWAPPED_ACK -> hold(frame);
            case DOUBLED, DOUBLED_ACK -> {
                raw(frame.bytes(), frame.length());
                raw(frame.bytes(), frame.length());
            }
            case CORRUPTED -> {
                byte[] bytes = Arrays.copyOf(frame.bytes(), frame.length());
                bytes[fault.below(bytes.length)] = '#';
                raw(bytes, bytes.length);
            }
            case CUT -> raw(frame.bytes(), frame.length() / 2);
            default -> raw(frame.bytes(), frame.length());
        }
        if (kind != FaultKind.SWAPPED && kind != FaultKind.SWAPPED_ACK) {
            release();
        }
    }

    private void release() {
        byte[] behind = held;
        if (behind != null) {
            held = null;
            raw(behind, behind.length);
        }
    }

    /** Keeps this frame until another has gone; one that was kept goes now, behind this. */
    private void hold(JsonText frame) {
        byte[] before = held;
        held = Arrays.copyOf(frame.bytes(), frame.length());
        if (before != null) {
            raw(held, held.length);
            raw(before, before.length);
            held = null;
        }
    }

    /** A text message of these bytes, whatever they are. */
    public void raw(byte[] bytes, int length) {
        if (!isHeard()) {
            return;
        }
        int fragment = faults.network().fragmentBytes(connection, account);
        if (fragment == 0) {
            outbox.text(bytes, length);
        } else {
            outbox.fragments(bytes, length, fragment);
        }
    }

    /** A frame that is masked, which no server may send. */
    public void masked(byte[] bytes) {
        if (isHeard()) {
            outbox.masked(bytes, bytes.length);
        }
    }

    private boolean isHeard() {
        return !muted && !isSilent();
    }

    /** True while nothing at all is to be sent, pongs included. */
    public boolean isSilent() {
        return faults.network().isSilent(connection, account);
    }

    /** True while nothing that comes is to be read, either. */
    public boolean isHalfOpen() {
        return faults.network().isHalfOpen(connection, account);
    }

    /** From now on everything is dropped: the client hears no more. */
    void mute() {
        muted = true;
    }

    /** Ends the connection with a code and a word; nothing is written behind it. */
    public void close(int code, String reason) {
        muted = true;
        outbox.close(code, reason);
    }

    /** Ends the connection at once. */
    void drop() {
        muted = true;
        outbox.drop();
    }

    /** Reads nothing from the client until told otherwise. */
    public void reading(boolean reads) {
        outbox.reading(reads);
    }
}
