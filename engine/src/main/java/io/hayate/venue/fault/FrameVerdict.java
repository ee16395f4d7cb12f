package io.hayate.venue.fault;

import io.hayate.venue.rule.FaultKind;
import io.hayate.venue.wire.JsonText;
import java.util.ArrayList;
import java.util.List;

/** What shall be wrong with one frame: with its body, its numbers, and its way out. */
public final class FrameVerdict {
    private final List<ActiveFault> faults = new ArrayList<>(2);
    private JsonText body;
    private long step = 1;
    private long accountStep;
    private boolean wrongChecksum;
    private boolean muted;
    private ActiveFault delivery;

    FrameVerdict(JsonText body) {
        this.body = body;
    }

    /** One more fault of this frame; of those of its way out the last wins. */
    void add(ActiveFault fault) {
        faults.add(fault);
        int by =
                switch (fault.rule().kind()) {
                    case SEQUENCE_SKIPPED,
                            SEQUENCE_BACK,
                            ACCOUNT_SEQUENCE_SKIPPED,
                            ACCOUNT_SEQUENCE_BACK ->
                            fault.rule().count("by");
                    default -> 0;
                };
        switch (fault.rule().kind()) {
            case SEQUENCE_SKIPPED -> step = 1L + by;
            case SEQUENCE_REPEATED -> step = 0;
            case SEQUENCE_BACK -> step = -by;
            case ACCOUNT_SEQUENCE_SKIPPED -> accountStep = by;
            case ACCOUNT_SEQUENCE_REPEATED -> accountStep = -1;
            case ACCOUNT_SEQUENCE_BACK -> accountStep = -1L - by;
            case WRONG_CHECKSUM -> wrongChecksum = true;
            case MUTED, HEARTBEATS_ONLY -> muted = true;
            case GROWN, REPLACED, ODD_NUMBERS, CROSSED_BOOK -> edit(fault);
            default -> delivery = fault;
        }
    }

    private void edit(ActiveFault fault) {
        if (body != null) {
            body = RowEditor.of(fault.rule()).apply(body);
        }
    }

    /** True when anything is wrong. */
    public boolean isFaulty() {
        return !faults.isEmpty();
    }

    /** All that is wrong. */
    public List<ActiveFault> faults() {
        return faults;
    }

    /** What to write as its body; null for none. */
    public JsonText body() {
        return body;
    }

    /** What to add to the sequence; 1 is right. */
    public long step() {
        return step;
    }

    /** What to add to the account's sequence from now on; 0 is right. */
    public long accountStep() {
        return accountStep;
    }

    /** The checksum to tell in place of this. */
    public int checksum(int right) {
        return wrongChecksum ? right ^ 1 : right;
    }

    /** True when it is not written at all, and no number is used up. */
    public boolean isMuted() {
        return muted;
    }

    /** What is wrong with its way out; null when nothing is. */
    public ActiveFault delivery() {
        return delivery;
    }

    /** The kind of {@link #delivery}, or null. */
    public FaultKind deliveryKind() {
        return delivery == null ? null : delivery.rule().kind();
    }
}
