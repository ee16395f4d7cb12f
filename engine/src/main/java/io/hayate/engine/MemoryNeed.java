package io.hayate.engine;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.hayate.event.Event;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.model.ConfigException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the settings may come to need of the JVM's memory, each buffer grown to its bound: better no
 * start than an end while orders are open.
 */
final class MemoryNeed {
    private static final String FRAMES = "transport.frame-bytes-max";
    private static final String RING = "loop.ring-size";
    private static final long MIB = 1 << 20;
    private static final long HEAP_BYTES = 48 * MIB; // classes' data, venue, views, compilers
    private static final long DIRECT_BYTES = 8 * MIB; // queues, notices, pools
    private static final long CONNECTION_BYTES = MIB / 2; // of either, before anything grows
    private static final long SLOT_HEAP_BYTES = 48;
    private static final long ROW_BYTES = 48;
    private static final int SHARE_NAMED = 10; // a key that takes one in so many is named

    private final Map<String, Long> heap = new LinkedHashMap<>();
    private final Map<String, Long> direct = new LinkedHashMap<>();
    private final long heapRest;
    private final long directRest;

    MemoryNeed(EngineConfig config) {
        long connections = connections(config);
        long ring = config.loop().ringSize();
        long frames = config.transport().frameBytesMax();
        long frameBytes = connections * frames + frames / 2; // one grows at a time
        long candles = count(config, Channel.CANDLES) * config.history().candlesKept();
        long trades = count(config, Channel.TRADES) * config.history().tradesKept();
        heap.put(FRAMES, frameBytes);
        heap.put(RING, ring * SLOT_HEAP_BYTES);
        heap.put("market.candles-kept", candles * ROW_BYTES);
        heap.put("market.trades-kept", trades * ROW_BYTES);
        heapRest = HEAP_BYTES + connections * CONNECTION_BYTES;
        direct.put(FRAMES, frameBytes);
        direct.put(RING, ring * Event.SIZE);
        long outbound = config.transport().outboundBytesMax();
        direct.put("transport.outbound-bytes-max", connections * outbound);
        directRest = DIRECT_BYTES + connections * CONNECTION_BYTES;
    }

    /** That the channels take which are subscribed from the start. */
    private static long connections(EngineConfig config) {
        boolean hasAccount = config.credentials().isPresent();
        int beside = hasAccount ? config.session().channelsBesideAccount() : 0;
        int alone = Math.max(0, config.channels().size() - beside);
        int most = config.session().subscriptionsMax();
        return Math.max(1, (alone + most - 1) / most + (hasAccount ? 1 : 0));
    }

    private static long count(EngineConfig config, Channel kind) {
        return config.channels().stream().map(ChannelSpec::channel).filter(kind::equals).count();
    }

    /** Throws when this JVM cannot hold what may be needed. */
    static void check(EngineConfig config) {
        new MemoryNeed(config).check(Runtime.getRuntime().maxMemory(), directBytesMax());
    }

    /** As {@link #check(EngineConfig)}, of a JVM that has so much. */
    void check(long heapBytes, long directBytes) {
        check(heap, heapRest, heapBytes, "heap", "-Xmx");
        check(direct, directRest, directBytes, "direct memory", "-XX:MaxDirectMemorySize=");
    }

    private static void check(
            Map<String, Long> needs, long rest, long has, String what, String flag) {
        long sum = rest + needs.values().stream().mapToLong(Long::longValue).sum();
        long due = (sum + MIB - 1) / MIB;
        if (sum > has) {
            throw new ConfigException(
                    names(needs, sum)
                            + (" must leave room in the JVM's " + what + " of " + has / MIB)
                            + (" MiB (HAYATE_JVM_OPTS=" + flag + due + "m): was " + due + " MiB"));
        }
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

    /** The JVM's bound on memory off the heap: as much as the heap where no flag says otherwise. */
    private static long directBytesMax() {
        HotSpotDiagnosticMXBean flags =
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        String set = flags == null ? "0" : flags.getVMOption("MaxDirectMemorySize").getValue();
        long bytes = Long.parseLong(set);
        return bytes > 0 ? bytes : Runtime.getRuntime().maxMemory();
    }
}
