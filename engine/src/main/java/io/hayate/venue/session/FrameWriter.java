package io.hayate.venue.session;

import io.hayate.model.Channel;
import io.hayate.venue.RequestNumbers;
import io.hayate.venue.account.Notification;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.fault.ActiveFault;
import io.hayate.venue.fault.FaultPlan;
import io.hayate.venue.fault.FaultSubject;
import io.hayate.venue.fault.FrameVerdict;
import io.hayate.venue.rule.FaultKind;
import io.hayate.venue.rule.FaultPoint;
import io.hayate.venue.wire.ConfFlags;
import io.hayate.venue.wire.JsonText;
import java.util.List;
import java.util.function.Supplier;

/**
 * Writes the frames of one connection: appends the numbers that the client's flags ask for, lets
 * happen to them what the faults say, and hands them to its {@link Outbox}.
 *
 * <pre>[CHAN, BODY, SEQ, TS]   [0, TYPE, BODY, SEQ, ASEQ, TS]</pre>
 */
public final class FrameWriter {
    private static final long NONE = -1;
    private static final long ALONE = -2; // less the account's number: that one and no other
    private static final String CHECKSUM = "cs";
    private static final List<String> EXECUTIONS = List.of("te", "oc");

    private final FaultPlan faults;
    private final Timeline timeline;
    private final RequestNumbers numbers;
    private final FrameExit exit;
    private final LateFrames late;
    private final JsonText text = new JsonText();
    private long flags;
    private long sequence;
    private long accountShift; // what faults have added to the account's sequence
    private boolean room = true;

    /**
     * A writer without flags.
     *
     * @param numbers what follows the answers to requests
     */
    FrameWriter(FrameExit exit, FaultPlan faults, Timeline timeline, RequestNumbers numbers) {
        this.numbers = numbers;
        this.exit = exit;
        this.faults = faults;
        this.timeline = timeline;
        late = new LateFrames(timeline, this::writeLate);
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

    /** The way out, with whom it leads to. */
    public FrameExit exit() {
        return exit;
    }

    /** An object. */
    public void event(JsonText event) {
        if (faults.isOn(FaultPoint.FRAME)) {
            List<String> types = FrameTypes.ofEvent(event);
            judge(new Draft(null, null, types, 0, null, event, NONE));
        } else {
            exit.frame(event);
        }
    }

    /** Data of this kind of channel: {@code [CHAN, BODY]}. */
    public void data(Channel kind, String symbol, long channelId, JsonText body) {
        send(kind, symbol, channelId, null, body, NONE);
    }

    /** A row of a named type: {@code [CHAN, "te", ROW]}. */
    void typed(Channel kind, String symbol, long channelId, String type, JsonText row) {
        send(kind, symbol, channelId, type, row, NONE);
    }

    /** The checksum of a book: {@code [CHAN, "cs", N]}. */
    void checksum(Channel kind, String symbol, long channelId, int checksum) {
        send(kind, symbol, channelId, CHECKSUM, new JsonText().whole(checksum), NONE);
    }

    void heartbeat(Channel kind, String symbol, long channelId) {
        send(kind, symbol, channelId, "hb", null, NONE);
    }

    /** A frame of channel 0 with the sequence of the account. */
    void account(String type, JsonText body, long accountSequence) {
        send(Channel.ACCOUNT, null, 0, type, body, accountSequence);
    }

    /** The answer to a request of channel 0: its numbers are those that the settings choose. */
    void notification(Notification answer, long accountSequence) {
        long number =
                switch (numbers) {
                    case CONNECTION -> NONE;
                    case BOTH -> answer.isSuccess() ? accountSequence : NONE;
                    case ACCOUNT -> ALONE - accountSequence;
                };
        account("n", answer.body(), number);
    }

    private void send(
            Channel kind,
            String symbol,
            long channelId,
            String word,
            JsonText body,
            long accountSequence) {
        if (faults.isOn(FaultPoint.FRAME)) {
            boolean account = kind == Channel.ACCOUNT && channelId == 0;
            String about = account ? FrameTypes.symbolIn(body) : symbol;
            List<String> types = FrameTypes.of(word, body);
            judge(new Draft(kind, about, types, channelId, word, body, accountSequence));
        } else {
            compose(channelId, word, body, 1, accountSequence);
            exit.frame(text);
            text.trim();
        }
    }

    /** Writes the frame with its numbers into {@link #text}. */
    private void compose(
            long channelId, String word, JsonText body, long step, long accountSequence) {
        text.clear().openArray().whole(channelId);
        if (word != null) {
            text.text(word);
        }
        if (body != null) {
            text.raw(body);
        }
        if (hasFlag(ConfFlags.SEQ_ALL)) {
            number(step, accountSequence);
        }
        if ((flags & ConfFlags.TIMESTAMP) != 0) {
            text.whole(timeline.time());
        }
        text.closeArray();
    }

    private void number(long step, long accountSequence) {
        if (accountSequence <= ALONE) {
            text.whole(ALONE - accountSequence + accountShift);
            return;
        }
        sequence += step;
        text.whole(sequence);
        if (accountSequence != NONE) {
            text.whole(accountSequence == 0 ? 0 : accountSequence + accountShift);
        }
    }

    private void judge(Draft draft) {
        FaultSubject subject =
                new FaultSubject(
                        exit.connection(),
                        exit.account(),
                        draft.channel(),
                        draft.symbol(),
                        draft.types());
        FrameVerdict verdict = faults.judge(subject, draft.body());
        if (verdict.isMuted()) {
            tell(verdict, () -> "a frame " + String.join(" ", draft.types()));
        } else if (isHeldBack(draft, verdict)) {
            tell(verdict, () -> String.join(" ", draft.types()) + " waits");
        } else {
            write(draft, verdict);
        }
    }

    private boolean isHeldBack(Draft draft, FrameVerdict verdict) {
        FaultKind kind = verdict.deliveryKind();
        boolean waits =
                kind == FaultKind.LATE
                        || kind == FaultKind.LATE_ACK
                        || kind == FaultKind.TE_BEFORE_N;
        if (!waits) {
            return false;
        }
        long delayMs = verdict.delivery().rule().durationMs("delay");
        List<String> behind = kind == FaultKind.TE_BEFORE_N ? EXECUTIONS : List.of();
        return late.hold(draft.kept(verdict.body()), delayMs, behind);
    }

    private void write(Draft draft, FrameVerdict verdict) {
        JsonText body = verdict.body();
        if (CHECKSUM.equals(draft.word())) {
            body = new JsonText().whole(verdict.checksum(Integer.parseInt(body.toString())));
        }
        accountShift += draft.accountSequence() > 0 ? verdict.accountStep() : 0;
        if (draft.isEvent()) {
            text.clear().raw(body);
        } else {
            compose(draft.channelId(), draft.word(), body, verdict.step(), draft.accountSequence());
        }
        if (verdict.isFaulty()) {
            tell(verdict, text::toString);
        }
        ActiveFault fault = verdict.delivery();
        if (fault == null) {
            exit.frame(text);
        } else {
            exit.faulty(text, fault);
        }
        text.trim();
        if (draft.channel() == Channel.ACCOUNT) {
            late.onWritten(draft.word());
        }
    }

    private void writeLate(Draft draft) {
        if (draft.isEvent()) {
            exit.frame(draft.body());
        } else {
            compose(draft.channelId(), draft.word(), draft.body(), 1, draft.accountSequence());
            exit.frame(text);
            text.trim();
        }
    }

    private void tell(FrameVerdict verdict, Supplier<String> frame) {
        for (ActiveFault fault : verdict.faults()) {
            faults.tell(fault, exit.connection(), frame);
        }
    }

    /** The connection ends: what waits is gone. */
    void stop() {
        late.clear();
    }
}
