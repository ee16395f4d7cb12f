package io.hayate.engine;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.hayate.event.Event;
import io.hayate.market.ChannelStores;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.model.ConfigException;
import io.hayate.model.FrameBytes;
import io.hayate.transport.websocket.FrameBudget;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the settings surely need of the JVM's memory: what is there from the start, every connection
 * that may be opened, and one message of the bound. What is left of it, a quarter at most, is what
 * large messages of all connections may grow by.
 */
public final class MemoryNeed {
    private static final String FRAMES = "transport.frame-bytes-max";
    private static final String CONNECTIONS = "session.market-connections-max";
    private static final String RING = "loop.ring-size";
    private static final long MIB = 1 << 20;
    private static final long HEAP_BYTES =
            40 * MIB; // classes' data, venue, views, strategy, a copy of counters
    private static final long DIRECT_BYTES = 15 * MIB; // queues, notices, pools, counters
    private static final long SYMBOL_BYTES = 112 << 10; // a book of the embedded venue
    private static final long CONNECTION_HEAP_BYTES = 320 << 10;
    private static final long CONNECTION_DIRECT_BYTES = 512 << 10;
    private static final long SLOT_HEAP_BYTES = 48;
    private static final int DIRECT_COPIES = 2; // as it is read, and put together from fragments
    private static final int SHARE = 4; // of the memory, for large messages
    private static final int SHARE_NAMED = 10; // a key that takes one in so many is named

    private final int frameBytesMax;
    private final long stores;
    private final Map<String, Long> heap = new LinkedHashMap<>();
    private final Map<String, Long> direct = new LinkedHashMap<>();

    MemoryNeed(EngineConfig config) {
        this(config, 0);
    }

    /** As above, with a buffer of so many bytes for what is recorded. */
    MemoryNeed(EngineConfig config, int recordBytes) {
        frameBytesMax = config.transport().frameBytesMax();
        long ring = config.loop().ringSize();
        long connections = config.path().session().marketConnectionsMax() + 1L; // and the account's
        heap.put(FRAMES, grown());
        heap.put(CONNECTIONS, connections * CONNECTION_HEAP_BYTES);
        heap.put(RING, ring * SLOT_HEAP_BYTES);
        long symbols = config.venue().embedded() ? config.path().tickers().size() : 0;
        heap.put("subscriptions", symbols * SYMBOL_BYTES);
        long books = stores(config, Channel.BOOK);
        long candles = stores(config, Channel.CANDLES);
        long trades = stores(config, Channel.TRADES);
        stores = books + candles + trades;
        heap.put("subscriptions.books", books);
        heap.put("market.candles-kept", candles);
        heap.put("market.trades-kept", trades);
        direct.put(FRAMES, DIRECT_COPIES * grown());
        direct.put(CONNECTIONS, connections * CONNECTION_DIRECT_BYTES);
        direct.put(RING, ring * Event.SIZE);
        direct.put("record.buffer-size", (long) recordBytes);
    }

    private long grown() {
        return Math.max(0, frameBytesMax - FrameBytes.START);
    }

    private static long stores(EngineConfig config, Channel kind) {
        long bytes = 0;
        for (ChannelSpec spec : config.channels()) {
            bytes +=
                    spec.channel() == kind ? ChannelStores.bytes(spec, config.path().history()) : 0;
        }
        return bytes;
    }

    /**
     * Throws when this JVM cannot hold what is needed.
     *
     * @param recordBytes of the buffer of what is recorded; 0 for none
     */
    public static void check(EngineConfig config, int recordBytes) {
        new MemoryNeed(config, recordBytes)
                .check(Runtime.getRuntime().maxMemory(), directBytesMax());
    }

    /** As {@link #check(EngineConfig, int)}, of a JVM that has so much. */
    void check(long heapBytes, long directBytes) {
        check(heap, HEAP_BYTES, heapBytes, "heap", "-Xmx");
        check(direct, DIRECT_BYTES, directBytes, "direct memory", "-XX:MaxDirectMemorySize=");
    }

    private static void check(
            Map<String, Long> needs, long rest, long has, String what, String flag) {
        long sum = rest + sum(needs);
        if (sum > has) {
            long due = (sum * SHARE / (SHARE - 1) + MIB - 1) / MIB; // with some to spare
            throw new ConfigException(
                    names(needs, sum)
                            + (" must leave room in the JVM's " + what + " of " + has / MIB)
                            + (" MiB (HAYATE_JVM_OPTS=" + flag + due + "m is enough): was ")
                            + ((sum + MIB - 1) / MIB + " MiB"));
        }
    }

    private static long sum(Map<String, Long> needs) {
        return needs.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The keys that need most, the greatest first. */
    private static String names(Map<String, Long> needs, long sum) {
        List<String> keys =
                needs.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .filter(need -> need.getValue() >= sum / SHARE_NAMED)
                        .map(Map.Entry::getKey)
                        .toList();
        String first = keys.isEmpty() ? FRAMES : keys.get(0);
        return keys.size() < 2
                ? first
                : first + " (with " + String.join(", ", keys.subList(1, keys.size())) + ")";
    }

    /** What large messages of this JVM may grow by, all connections together. */
    FrameBudget frameBudget() {
        return frameBudget(Runtime.getRuntime().maxMemory(), directBytesMax());
    }

    FrameBudget frameBudget(long heapBytes, long directBytes) {
        long ofHeap = left(heap, HEAP_BYTES, heapBytes, 1);
        long ofDirect = left(direct, DIRECT_BYTES, directBytes, DIRECT_COPIES);
        boolean heapEnds = ofHeap <= ofDirect;
        String flag = heapEnds ? "-Xmx" : "-XX:MaxDirectMemorySize=";
        long twice = 2 * ((heapEnds ? heapBytes : directBytes) / MIB);
        long bytes = budgetBytes(ofHeap, ofDirect);
        return new FrameBudget(bytes, flag + twice + "m"); // short: a reason has 128 bytes
    }

    private long budgetBytes(long ofHeap, long ofDirect) {
        return Math.max(grown(), Math.min(ofHeap, ofDirect));
    }

    /** What books, prints and candles of all channels may take, those that are asked for later, too. */
    long storeBytes() {
        return storeBytes(Runtime.getRuntime().maxMemory());
    }

    long storeBytes(long heapBytes) {
        long frames = budgetBytes(left(heap, HEAP_BYTES, heapBytes, 1), Long.MAX_VALUE);
        long left = heapBytes - HEAP_BYTES - sum(heap) + grown() - frames;
        return stores + Math.max(0, left);
    }

    /** A quarter, but no more than is left beside all else; by the copies that a message takes. */
    private long left(Map<String, Long> needs, long rest, long has, int copies) {
        long beside = has - rest - sum(needs) + copies * grown();
        return Math.min(has / SHARE, beside / copies);
    }

    /** The JVM's bound on memory off the heap: as much as the heap where no flag says otherwise. */
    private static long directBytesMax() {
        HotSpotDiagnosticMXBean flags =
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        String set = flags == null ? "0" : flags.getVMOption("MaxDirectMemorySize").getValue();
        long bytes = Long.parseLong(set);
        return bytes > 0 ? bytes : Runtime.getRuntime().maxMemory();
    }
}
