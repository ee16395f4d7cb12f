package io.hayate.venue.fault;

import io.hayate.model.Channel;
import io.hayate.venue.FrameFault;
import io.hayate.venue.SnapshotFault;
import io.hayate.venue.base.Random64;
import io.hayate.venue.wire.JsonText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** What the venue shall do wrong with market data. Venue thread; set by the controls. */
public final class DataFaults {
    /** A fault of every so many frames; of those of one kind of channel, or, for null, of all. */
    private static final class Rule {
        private final FrameFault fault;
        private final Channel channel;
        private final int everyNth;
        private long seen;

        Rule(FrameFault fault, Channel channel, int everyNth) {
            this.fault = fault;
            this.channel = channel;
            this.everyNth = everyNth;
        }

        boolean covers(Channel kind) {
            return channel == kind || (channel == null && kind != Channel.ACCOUNT);
        }

        boolean isDue() {
            return ++seen % everyNth == 0;
        }
    }

    private final List<Rule> rules = new ArrayList<>();
    private final Map<Channel, SnapshotFault> snapshots = new EnumMap<>(Channel.class);
    private final Map<Channel, RowEdit> edits = new EnumMap<>(Channel.class);
    private final Set<Channel> muted = EnumSet.noneOf(Channel.class);
    private final AtomicLong made = new AtomicLong();
    private final Random64 random;
    private boolean heartbeatFirst;
    private int lateFrames;
    private int refusals;
    private int refusalCode;

    DataFaults(long seed) {
        random = Random64.of(seed, "faults");
    }

    /** Where faults are made by chance. */
    public Random64 random() {
        return random;
    }

    /** Frames that went wrong so far; any thread. */
    public long made() {
        return made.get();
    }

    void countMade() {
        made.incrementAndGet();
    }

    /** Replaces the rule of this fault and channel; 0 takes it away. */
    public void frames(FrameFault fault, Channel channel, int everyNth) {
        rules.removeIf(rule -> rule.fault == fault && rule.channel == channel);
        if (everyNth > 0) {
            rules.add(new Rule(fault, channel, everyNth));
        }
    }

    /** What shall be wrong with the frame that is now written, or null. */
    public FrameFault next(Channel channel) {
        FrameFault due = null;
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (rule.fault != FrameFault.WRONG_CHECKSUM && rule.covers(channel) && rule.isDue()) {
                due = rule.fault;
            }
        }
        if (due != null) {
            countMade();
        }
        return due;
    }

    /** The checksum to tell in place of this. */
    public int checksum(int right) {
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (rule.fault == FrameFault.WRONG_CHECKSUM && rule.isDue()) {
                countMade();
                return right ^ 1;
            }
        }
        return right;
    }

    /** Lets something be wrong with the first data of subscriptions. */
    public void snapshots(Channel channel, SnapshotFault fault) {
        snapshots.put(channel, fault);
    }

    /** What shall be wrong with the first data that are now written. */
    public SnapshotFault snapshot(Channel channel) {
        return snapshots.getOrDefault(channel, SnapshotFault.NONE);
    }

    /** Edits the rows of this kind of channel; null lets them be. */
    public void edit(Channel channel, RowEdit edit) {
        if (edit == null) {
            edits.remove(channel);
        } else {
            edits.put(channel, edit);
        }
    }

    /** These rows, edited when they are to be. */
    public JsonText edited(Channel channel, JsonText body) {
        RowEdit edit = edits.get(channel);
        return edit == null ? body : edit.apply(body);
    }

    /** Lets this kind of channel send no data, or again. */
    public void mute(Channel channel, boolean silent) {
        if (silent) {
            muted.add(channel);
        } else {
            muted.remove(channel);
        }
    }

    /** True while this kind of channel sends no data. */
    public boolean isMuted(Channel channel) {
        return muted.contains(channel);
    }

    /** Lets heartbeats come before {@code subscribed}, or not. */
    public void heartbeatFirst(boolean value) {
        heartbeatFirst = value;
    }

    /** True when a heartbeat comes before {@code subscribed}. */
    public boolean isHeartbeatFirst() {
        return heartbeatFirst;
    }

    /** Lets so many snapshots come behind {@code unsubscribed}. */
    public void lateFrames(int count) {
        lateFrames = count;
    }

    /** Snapshots that come behind {@code unsubscribed}. */
    public int lateFrames() {
        return lateFrames;
    }

    /** Refuses the next so many subscriptions with this code. */
    public void refuse(int count, int code) {
        refusals = count;
        refusalCode = code;
    }

    /** The code for the subscription that is now asked for, or 0 when it may be. */
    public int takeRefusal() {
        if (refusals == 0) {
            return 0;
        }
        refusals--;
        return refusalCode;
    }
}
