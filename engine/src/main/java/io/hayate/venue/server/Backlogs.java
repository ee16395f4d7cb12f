package io.hayate.venue.server;

import java.util.ArrayList;
import java.util.List;

/**
 * What waits for clients that read too slowly: bounded for each and for all. Who is beyond is
 * closed; of all, the one for whom most waits. Venue thread.
 */
final class Backlogs {
    /** One client, as its backlog sees it. */
    interface Waiting {
        /** False once it was ended. */
        boolean isOpen();

        /** Bytes that wait for the client to read. */
        long bytes();

        /** Hands over what was written, where there is room for it. */
        void flush();

        /** The client reads too slowly and is to go, with this word. */
        void endAsTooSlow(String reason);

        /** Ends it at once. */
        void drop();
    }

    private static final int EACH_FACTOR = 4;
    private static final int SLOW_BYTES = 65_536; // less waits for any client now and then
    private static final String REASON = "slow consumer: too many bytes wait for you";

    private final List<Waiting> clients = new ArrayList<>();
    private final long eachMax;
    private final long allMax;

    /**
     * Nobody waits.
     *
     * @param outboundBytesMax above which tickers are left out
     */
    Backlogs(int outboundBytesMax, long allMax) {
        eachMax = (long) EACH_FACTOR * outboundBytesMax;
        this.allMax = Math.max(allMax, 2 * eachMax);
    }

    void add(Waiting client) {
        clients.add(client);
    }

    void remove(Waiting client) {
        clients.remove(client);
    }

    /** Hands over what was written to any of them. */
    void flush() {
        List.copyOf(clients).forEach(Waiting::flush);
    }

    /** True when more waits for this one than may wait for any. */
    boolean isTooSlow(Waiting client) {
        return client.bytes() > eachMax;
    }

    /** True when so many bytes may be written to this one; closes those for whom too many wait. */
    boolean hasRoom(Waiting client, int bytes) {
        if (isTooSlow(client)) {
            client.endAsTooSlow(REASON);
            return false;
        }
        long waiting = client.bytes();
        while (waiting > SLOW_BYTES && client.isOpen() && sum(true) + bytes > allMax) {
            slowest(true).endAsTooSlow(REASON);
        }
        while (waiting > SLOW_BYTES && sum(false) + bytes > 2 * allMax && slowest(false) != null) {
            slowest(false).drop();
        }
        return client.isOpen();
    }

    /** Of the open ones, or of those that still wait for their farewell to be read, too. */
    private long sum(boolean onlyOpen) {
        long sum = 0;
        for (int i = 0; i < clients.size(); i++) {
            Waiting client = clients.get(i);
            sum += client.isOpen() || !onlyOpen ? client.bytes() : 0;
        }
        return sum;
    }

    /** The one for whom most waits, of the open ones or of the ended ones; null when none waits. */
    private Waiting slowest(boolean open) {
        Waiting slowest = null;
        long most = 0;
        for (int i = 0; i < clients.size(); i++) {
            Waiting client = clients.get(i);
            long waiting = client.isOpen() == open ? client.bytes() : 0;
            if (waiting > most) {
                most = waiting;
                slowest = client;
            }
        }
        return slowest;
    }
}
