package io.hayate.session.pool;

import io.hayate.model.MarketChannels;
import io.hayate.session.SessionConfig;
import java.util.Arrays;

/**
 * Which channel of market data is on which connection: as few connections as hold them, in the order
 * in which they are wanted. Connection 0 is the account's, from 1 those of market data alone. The
 * starting thread, then the first loop; allocates nothing after construction.
 */
public final class ChannelPlan {
    /** No connection: not wanted, or nowhere a place for it. */
    public static final int NONE = -1;

    private final int[] room;
    private final int[] used;
    private final int[] connectionOf = new int[MarketChannels.COUNT_MAX];

    /** A plan without channels. */
    public ChannelPlan(SessionConfig config, boolean hasAccount) {
        room = new int[config.marketConnectionsMax() + 1];
        used = new int[room.length];
        Arrays.fill(room, config.subscriptionsMax());
        room[0] = hasAccount ? config.channelsBesideAccount() : 0;
        Arrays.fill(connectionOf, NONE);
    }

    /** Finds a place for a channel, the one that it has if it has one; or {@link #NONE}. */
    public int add(int channelId) {
        if (connectionOf[channelId] == NONE) {
            int connection = firstFree();
            if (connection != NONE) {
                used[connection]++;
                connectionOf[channelId] = connection;
            }
        }
        return connectionOf[channelId];
    }

    private int firstFree() {
        for (int i = 0; i < room.length; i++) {
            if (used[i] < room[i]) {
                return i;
            }
        }
        return NONE;
    }

    /** Frees the place of a channel; returns where it was, or {@link #NONE}. */
    public int remove(int channelId) {
        int connection = connectionOf[channelId];
        if (connection != NONE) {
            used[connection]--;
            connectionOf[channelId] = NONE;
        }
        return connection;
    }

    /** Where a channel is, or {@link #NONE}. */
    public int connectionOf(int channelId) {
        return connectionOf[channelId];
    }

    /** How many channels a connection has. */
    public int used(int connection) {
        return used[connection];
    }

    /** Numbers of connections there may be: from 0 to one less. */
    public int connections() {
        return room.length;
    }
}
