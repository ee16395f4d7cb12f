package io.hayate.venue.session;

import io.hayate.model.Channel;
import io.hayate.venue.FrameFault;
import io.hayate.venue.RequestNumbers;
import io.hayate.venue.account.Notification;
import io.hayate.venue.fault.FaultPlan;
import io.hayate.venue.wire.ConfFlags;
import io.hayate.venue.wire.JsonText;
import java.util.Arrays;
import org.agrona.concurrent.EpochClock;

/**
 * Writes the frames of one connection: appends the numbers that the client's flags ask for, and
 * hands them to its {@link Outbox}.
 *
 * <pre>[CHAN, BODY, SEQ, TS]   [0, TYPE, BODY, SEQ, ASEQ, TS]</pre>
 */
public final class FrameWriter {
    private static final long NONE = -1;

    private final Outbox outbox;
    private final FaultPlan faults;
    private final EpochClock clock;
    private final RequestNumbers numbers;
    private final JsonText text = new JsonText();
    private long flags;
    private long sequence;
    private boolean room = true;
    private boolean muted;
    private byte[] held; // goes behind the next

    /**
     * A writer without flags.
     *
     * @param numbers what follows the answers to requests
     */
    FrameWriter(Outbox outbox, FaultPlan faults, EpochClock clock, RequestNumbers numbers) {
        this.outbox = outbox;
        this.faults = faults;
        this.clock = clock;
        this.numbers = numbers;
    }

    /** Replaces the flags; the sequence starts anew where SEQ_ALL was off before. */
    void flags(long replacing) {
        if ((flags & ConfFlags.SEQ_ALL) == 0) {
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
        return room;
    }

    /** The client reads too slowly from now on, or does no more. */
    public void room(boolean value) {
        room = value;
    }

    /** From now on everything is dropped: the client hears no more. */
    void mute() {
        muted = true;
    }

    /** An object. */
    public void event(JsonText event) {
        frame(event);
    }

    /** Data of this kind of channel: {@code [CHAN, BODY]}. */
    public void data(Channel kind, long channelId, JsonText body) {
        begin(channelId).raw(body);
        end(NONE, faults.data().next(kind));
    }

    /** A row of a named type: {@code [CHAN, "te", ROW]}. */
    void typed(Channel kind, long channelId, String type, JsonText row) {
        begin(channelId).text(type).raw(row);
        end(NONE, faults.data().next(kind));
    }

    /** The checksum of a book: {@code [CHAN, "cs", N]}. */
    void checksum(Channel kind, long channelId, int checksum) {
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
        end(accountSequence, faults.data().next(Channel.ACCOUNT));
    }

    /** The answer to a request of channel 0: its numbers are those that the settings choose. */
    void notification(Notification answer, long accountSequence) {
        begin(0).text("n").raw(answer.body());
        FrameFault fault = faults.data().next(Channel.ACCOUNT);
        switch (numbers) {
            case CONNECTION -> end(NONE, fault);
            case BOTH -> end(answer.isSuccess() ? accountSequence : NONE, fault);
            case ACCOUNT -> {
                if (hasFlag(ConfFlags.SEQ_ALL)) {
                    text.whole(accountSequence);
                }
                finish(fault);
            }
        }
    }

    private JsonText begin(long channelId) {
        return text.clear().openArray().whole(channelId);
    }

    private void end(long accountSequence, FrameFault fault) {
        if (hasFlag(ConfFlags.SEQ_ALL)) {
            sequence += fault == null ? 1 : stepOf(fault);
            text.whole(sequence);
            if (accountSequence != NONE) {
                text.whole(accountSequence);
            }
        }
        finish(fault);
    }

    private void finish(FrameFault fault) {
        if ((flags & ConfFlags.TIMESTAMP) != 0) {
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
        text.trim();
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

    /** A text message of these bytes, whatever they are. */
    public void raw(byte[] bytes, int length) {
        if (isHeard()) {
            outbox.text(bytes, length);
        }
    }

    /** A frame that is masked, which no server may send. */
    public void masked(byte[] bytes) {
        if (isHeard()) {
            outbox.masked(bytes, bytes.length);
        }
    }

    private boolean isHeard() {
        return !muted && !faults.network().isSilent();
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
}
