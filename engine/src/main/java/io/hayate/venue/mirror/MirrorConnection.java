package io.hayate.venue.mirror;

import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;

/** One conversation with the exchange: its flags, its channels, and the numbers of its texts. */
final class MirrorConnection {
    private static final int CHANNELS_MAX = 1_024;
    private static final long SEQ_ALL = 65_536;
    private static final long BULK = 536_870_912;

    private final Long2ObjectHashMap<MirrorChannel> channels = new Long2ObjectHashMap<>();
    private final List<MirrorTarget> targets = new ArrayList<>(); // each that it ever told of
    private long flags;
    private long lastSequence;
    private boolean isMaintained;

    /** The channel of this id, or null. */
    MirrorChannel channel(long id) {
        return channels.get(id);
    }

    /** A channel was granted; false when there are too many. */
    boolean add(long id, MirrorChannel channel) {
        if (channels.size() >= CHANNELS_MAX) {
            return false;
        }
        remove(id);
        channels.put(id, channel);
        if (channel.target() != null && !targets.contains(channel.target())) {
            targets.add(channel.target());
            if (isMaintained) {
                channel.target().onMaintenance(true);
            }
        }
        return true;
    }

    /** A channel has ended. */
    void remove(long id) {
        MirrorChannel channel = channels.remove(id);
        if (channel != null) {
            channel.end();
        }
    }

    /** All of it has ended: nothing is known any more of what it told. */
    void end() {
        if (isMaintained) {
            maintenance(false); // who is told of it from now on, tells it anew
        }
        targets.forEach(target -> target.onStale(true));
        channels.values().forEach(MirrorChannel::end);
        channels.clear();
    }

    void flags(long value) {
        flags = value;
        lastSequence = 0;
    }

    /** True when several updates may come in one text. */
    boolean isBulk() {
        return (flags & BULK) != 0;
    }

    /** True when each text has a number. */
    boolean isNumbered() {
        return (flags & SEQ_ALL) != 0;
    }

    /** A text had this number; answers how many are missing before it. */
    long onSequence(long sequence) {
        long missing = lastSequence == 0 ? 0 : sequence - lastSequence - 1;
        lastSequence = sequence;
        if (missing != 0) {
            distrust();
        }
        return Math.max(0, missing);
    }

    /** Something of it was lost, or came twice or late, or could not be read: any channel may be wrong. */
    void distrust() {
        channels.values().forEach(MirrorChannel::distrust);
    }

    /** The exchange is at work on itself, or was. */
    void maintenance(boolean isOn) {
        isMaintained = isOn;
        targets.forEach(target -> target.onMaintenance(isOn));
    }
}
