package io.hayate.recording.tool;

import io.hayate.recording.RecordedEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.agrona.DirectBuffer;

/** Tells which frames are of channels that are left out. */
final class CutFilter {
    static final long NO_CHANNEL = -1;

    private static final String CHANNEL_KEY = "\"chanId\":";
    private static final int DIGITS_MAX = 18;

    private final CutChoice choice;
    private final Map<Integer, Set<Long>> leftOut = new HashMap<>();

    CutFilter(CutChoice choice) {
        this.choice = choice;
    }

    /** True for a channel that is wanted, which is noted. */
    boolean holds(int connection, long id, HeardChannel channel) {
        boolean is = choice.holds(channel.sums().spec());
        Set<Long> out = leftOut.computeIfAbsent(connection, any -> new HashSet<>());
        if (is) {
            out.remove(id);
        } else {
            out.add(id);
        }
        return is;
    }

    void onClose(int connection) {
        leftOut.remove(connection);
    }

    /** True for a frame of a channel that is not wanted; of the account's it is not where any is left out. */
    boolean isLeftOut(HeardConnection connection, RecordedEntry frame, long id) {
        if (id == 0) {
            return true;
        }
        HeardChannel channel = connection.channels().get(id);
        boolean isEvent = frame.text().getByte(frame.textOffset()) == '{';
        if (isEvent && channel != null) {
            return !holds(connection.number(), id, channel);
        }
        return leftOut.getOrDefault(connection.number(), Set.of()).contains(id);
    }

    /** The channel that a frame is of, or that an event is about. */
    static long channelOf(RecordedEntry frame) {
        if (frame.textLength() < 2) {
            return NO_CHANNEL;
        }
        if (frame.text().getByte(frame.textOffset()) == '[') {
            return number(frame.text(), frame.textOffset() + 1, end(frame));
        }
        int at = frame.textString().indexOf(CHANNEL_KEY); // in ASCII, as far as that
        return at < 0
                ? NO_CHANNEL
                : number(frame.text(), frame.textOffset() + at + CHANNEL_KEY.length(), end(frame));
    }

    private static int end(RecordedEntry frame) {
        return frame.textOffset() + frame.textLength();
    }

    private static long number(DirectBuffer text, int from, int end) {
        long value = 0;
        int first = from;
        while (first < end && text.getByte(first) == ' ') {
            first++;
        }
        int at = first;
        while (at < end && text.getByte(at) >= '0' && text.getByte(at) <= '9') {
            value = value * 10 + text.getByte(at) - '0';
            at++;
        }
        return at == first || at - first > DIGITS_MAX ? NO_CHANNEL : value;
    }
}
