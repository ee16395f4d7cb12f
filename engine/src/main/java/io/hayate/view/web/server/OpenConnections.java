package io.hayate.view.web.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The connections that are open, so many at most. Where there is no room for another, the one ends that has
 * been there for longest and has shown neither token nor session: strangers keep nobody out. Thread
 * {@code web}, but {@link #close}.
 */
final class OpenConnections {
    private static final int CLOSE_MAX_MS = 1_000;

    private final int most;
    private final Set<Channel> strangers = new LinkedHashSet<>(); // the one that came first, first
    private final Set<Channel> known = new LinkedHashSet<>();
    private final ChannelGroup all = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);

    OpenConnections(int most) {
        this.most = most;
    }

    /** Takes one in until it is closed; false when all that are here are known. */
    boolean add(Channel channel) {
        if (strangers.size() + known.size() >= most && !dropStranger()) {
            return false;
        }
        strangers.add(channel);
        all.add(channel);
        channel.closeFuture().addListener(closed -> remove(channel));
        return true;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // hanging up is the point
    private boolean dropStranger() {
        if (strangers.isEmpty()) {
            return false;
        }
        Channel first = strangers.iterator().next();
        strangers.remove(first);
        first.close();
        return true;
    }

    private void remove(Channel channel) {
        strangers.remove(channel);
        known.remove(channel);
    }

    /** Its client has shown who it is: it stays. */
    void onKnown(Channel channel) {
        if (strangers.remove(channel)) {
            known.add(channel);
        }
    }

    /** Bytes of answers and events that wait in this process for clients to take them. */
    long unsentBytes() {
        long bytes = 0;
        for (Channel each : all) {
            ChannelOutboundBuffer buffer = each.unsafe().outboundBuffer();
            bytes += buffer == null ? 0 : buffer.totalPendingWriteBytes();
        }
        return bytes;
    }

    /** Ends those that are left; waits a second at most. */
    void close() {
        all.close().awaitUninterruptibly(CLOSE_MAX_MS);
    }
}
