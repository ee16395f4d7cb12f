package io.hayate.metrics;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Bytes that the trading threads allocate an event, as the JVM counts them.
 *
 * <p>Counted while the session is live and warm: a window opens some time after LIVE and closes
 * when the session leaves it, so that connecting and reconnecting, which allocate, stay out. One
 * thread that is no trading thread samples, a few times a second.
 */
public final class AllocationMeter {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long[] threadIds;
    private final long warmNs;

    private boolean live;
    private long liveSinceNs;
    private boolean open;
    private long bytesAtOpen;
    private long eventsAtOpen;
    private long bytesAtLast;
    private long eventsAtLast;
    private long bytes;
    private long events;
    private long samples;
    private long samplesWithBytes;

    /**
     * A meter over these threads; one that has not started, or has ended, counts as standing still.
     *
     * @param warmNs how long after LIVE the window opens
     */
    public AllocationMeter(List<Thread> tradingThreads, long warmNs) {
        this.threadIds = tradingThreads.stream().mapToLong(Thread::getId).toArray();
        this.warmNs = warmNs;
    }

    /**
     * Takes a sample.
     *
     * @param isLive whether the session is live now
     * @param eventsNow events handled since the start
     */
    public synchronized void sample(boolean isLive, long eventsNow, long nowNs) {
        if (isLive && !live) {
            liveSinceNs = nowNs;
        }
        live = isLive;
        if (!isLive) {
            close();
        } else if (open) {
            long now = allocated();
            samples++;
            samplesWithBytes += now > bytesAtLast ? 1 : 0;
            bytesAtLast = now;
            eventsAtLast = eventsNow;
        } else if (nowNs - liveSinceNs >= warmNs) {
            open(eventsNow);
        }
    }

    private void open(long eventsNow) {
        open = true;
        bytesAtOpen = allocated();
        eventsAtOpen = eventsNow;
        bytesAtLast = bytesAtOpen;
        eventsAtLast = eventsNow;
    }

    private void close() {
        if (open) {
            bytes += bytesAtLast - bytesAtOpen;
            events += eventsAtLast - eventsAtOpen;
            open = false;
        }
    }

    private long allocated() {
        long sum = 0;
        for (long id : threadIds) {
            sum += Math.max(0, threads.getThreadAllocatedBytes(id));
        }
        return sum;
    }

    /** Bytes allocated in all windows so far. */
    public synchronized long bytes() {
        return bytes + (open ? bytesAtLast - bytesAtOpen : 0);
    }

    /** Events handled in all windows so far. */
    public synchronized long events() {
        return events + (open ? eventsAtLast - eventsAtOpen : 0);
    }

    /** Samples taken in all windows so far. */
    public synchronized long samples() {
        return samples;
    }

    /**
     * Those of them that found bytes allocated since the sample before: few of all for what happens
     * once, most for what happens with every event.
     */
    public synchronized long samplesWithBytes() {
        return samplesWithBytes;
    }

    /** Bytes an event; empty while no event was counted. */
    public synchronized OptionalDouble bytesPerEvent() {
        return events() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) bytes() / events());
    }
}
