package io.hayate.session;

import java.util.concurrent.TimeUnit;

/**
 * What is done when the venue's numbers show that a frame was lost, came twice or came late. A
 * connection of market data resubscribes its channels once; at a second gap within a minute a new
 * connection is made; then there is one repair a minute, and the channels are marked until it. {@link
 * AccountCare} says whether a connection with the account is made anew. Loop thread.
 */
final class GapRepair {
    private static final long INTERVAL_NS = TimeUnit.SECONDS.toNanos(60);

    private final SessionLife life;
    private final ChannelDesk desk;
    private boolean hasRepaired;
    private boolean reconnected;
    private boolean due;
    private long lastRepairNs;

    GapRepair(SessionLife life, ChannelDesk desk) {
        this.life = life;
        this.desk = desk;
    }

    /** A new connection has nothing to be repaired. */
    void onDisconnected() {
        due = false;
    }

    /**
     * A frame was not the one that was due. Returns what is still to be told of it; null when something
     * is done about it now, which is told.
     */
    String onGap(String what, long nowNs) {
        if (!hasRepaired || nowNs - lastRepairNs >= INTERVAL_NS) {
            repair(what, nowNs);
            return null;
        }
        if (!desk.hasOpenChannels() && !reconnected) {
            return "what is asked for anew mends this, too"; // none of it has come yet
        }
        if (!reconnected && !life.role().carriesAccount()) {
            reconnect(what + " again", nowNs);
            return null;
        }
        due = true;
        return "one repair a minute, the channels are marked until then";
    }

    /** Repairs what had to wait; called each tick. */
    void onTick(long nowNs) {
        if (due && nowNs - lastRepairNs >= INTERVAL_NS) {
            repair("frames were lost", nowNs);
        }
    }

    private void repair(String what, long nowNs) {
        onRepair(nowNs, false);
        life.tell(0, what + ": every channel of the connection is asked for anew");
        desk.resyncAll("frames were lost");
    }

    private void reconnect(String what, long nowNs) {
        onRepair(nowNs, true);
        life.drop(what + ": something was lost, a fresh connection tells it all anew");
    }

    private void onRepair(long nowNs, boolean byConnecting) {
        hasRepaired = true;
        reconnected = byConnecting;
        lastRepairNs = nowNs;
        due = false;
    }
}
