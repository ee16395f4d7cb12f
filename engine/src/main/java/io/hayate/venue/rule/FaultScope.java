package io.hayate.venue.rule;

import io.hayate.model.Channel;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whom and what a rule covers.
 *
 * @param channels frames of these kinds; those of none of them are events, such as {@code info}
 * @param events whether events are covered
 * @param types of frames, events or requests, such as {@code on-req}, {@code te} or {@code conf};
 *     empty for all but heartbeats
 * @param symbol such as {@code tBTCUSD}; empty for all
 * @param account the name of one; empty for all
 * @param connection the number of one, as the news of the venue tell it; 0 for all
 */
public record FaultScope(
        Set<Channel> channels,
        boolean events,
        List<String> types,
        String symbol,
        String account,
        long connection) {
    /** Every public channel. */
    public static final Set<Channel> PUBLIC =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Channel.ACCOUNT)));

    /** Every channel. */
    public static final Set<Channel> ALL =
            Collections.unmodifiableSet(EnumSet.allOf(Channel.class));

    /** Frames of these types, or all but heartbeats, on these channels. */
    public static FaultScope of(Set<Channel> channels, List<String> types) {
        return new FaultScope(channels, false, types, "", "", 0);
    }

    /** Frames of these types, or all but heartbeats, on this kind of channel. */
    public static FaultScope of(Channel channel, List<String> types) {
        return of(EnumSet.of(channel), types);
    }

    /** Everything. */
    public static FaultScope everything() {
        return new FaultScope(ALL, true, List.of(), "", "", 0);
    }
}
