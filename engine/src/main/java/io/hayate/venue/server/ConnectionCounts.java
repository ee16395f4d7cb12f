package io.hayate.venue.server;

import io.hayate.venue.VenueLimits;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many connections there are, and how many of one address. Venue thread. */
final class ConnectionCounts {
    private final VenueLimits limits;
    private final Map<InetAddress, Integer> byAddress =
            new LinkedHashMap<>(); // connections at most
    private int handshakes;
    private int admitted;

    ConnectionCounts(VenueLimits limits) {
        this.limits = limits;
    }

    /** A connection has come; false when too many others have not shaken hands yet. */
    boolean beginHandshake() {
        if (handshakes == limits.handshakes()) {
            return false;
        }
        handshakes++;
        return true;
    }

    /** A connection that was counted is admitted, refused or gone. */
    void endHandshake() {
        handshakes--;
    }

    /** Counts a connection of this address; false when there is no room for it. */
    boolean admit(InetAddress address) {
        int present = byAddress.getOrDefault(address, 0);
        if (admitted == limits.connections() || present >= limits.connectionsPerAddress()) {
            return false;
        }
        admitted++;
        byAddress.put(address, present + 1);
        return true;
    }

    /** An admitted connection of this address is gone. */
    void leave(InetAddress address) {
        admitted--;
        byAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    }

    /** Addresses that have a connection. */
    int addresses() {
        return byAddress.size();
    }
}
