package io.hayate.venue;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import java.util.List;

/**
 * What waits for clients that read too slowly: bounded for each and for all. Who is beyond is
 * closed; of all, the one for whom most waits. Venue thread.
 */
final class Backlogs {
    private static final int EACH_FACTOR = 4;
    private static final int SLOW_BYTES = 65_536; // less waits for any client now and then
    private static final String REASON = "slow consumer: too many bytes wait for you";

    private final List<VenueSession> sessions;
    private final long eachMax;
    private final long allMax;

    /**
     * Looks at these sessions, as they come and go.
     *
     * @param outboundBytesMax above which tickers are left out
     */
    Backlogs(List<VenueSession> sessions, int outboundBytesMax, long allMax) {
        this.sessions = sessions;
        eachMax = (long) EACH_FACTOR * outboundBytesMax;
        this.allMax = Math.max(allMax, 2 * eachMax);
    }

    /** True when so many bytes may be written to this one; closes those for whom too many wait. */
    boolean hasRoom(VenueSession session, int bytes) {
        long waiting = waiting(session.channel());
        if (waiting > eachMax) {
            session.end(VenueSession.POLICY, REASON);
            return false;
        }
        while (waiting > SLOW_BYTES && session.isOpen() && sum(true) + bytes > allMax) {
            slowest(true).end(VenueSession.POLICY, REASON);
        }
        while (waiting > SLOW_BYTES && sum(false) + bytes > 2 * allMax && slowest(false) != null) {
            slowest(false).drop();
        }
        return session.isOpen();
    }

    /** Of the open sessions, or of those that still wait for their farewell to be read, too. */
    private long sum(boolean onlyOpen) {
        long sum = 0;
        for (int i = 0; i < sessions.size(); i++) {
            VenueSession session = sessions.get(i);
            sum += session.isOpen() || !onlyOpen ? waiting(session.channel()) : 0;
        }
        return sum;
    }

    /** The session for which most waits, open ones or ended ones; null when none waits. */
    private VenueSession slowest(boolean open) {
        VenueSession slowest = null;
        long most = 0;
        for (int i = 0; i < sessions.size(); i++) {
            VenueSession session = sessions.get(i);
            long waiting = session.isOpen() == open ? waiting(session.channel()) : 0;
            if (waiting > most) {
                most = waiting;
                slowest = session;
            }
        }
        return slowest;
    }

    private static long waiting(Channel channel) {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }
}
