package io.hayate.venue;

import io.hayate.model.ConfigException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What goes wrong with the simulated venue's market data from the start, on purpose. The venue's seed
 * gives the same faults again.
 *
 * @param everyNth of each fault the number of frames, or of checksums, of which the last goes wrong;
 *     1 for each; a fault that is not there is never made
 */
public record FaultConfig(Map<FrameFault, Integer> everyNth) {
    /** Nothing goes wrong. */
    public static final FaultConfig NONE = new FaultConfig(new EnumMap<>(FrameFault.class));

    /** The largest number of frames. */
    public static final int EVERY_MAX = 1_000_000;

    public FaultConfig {
        for (Map.Entry<FrameFault, Integer> entry : everyNth.entrySet()) {
            int every = entry.getValue();
            if (every < 1 || every > EVERY_MAX) {
                throw new ConfigException(
                        key(entry.getKey()) + " must be from 0 to " + EVERY_MAX + ": was " + every);
            }
        }
        everyNth = ordered(everyNth); // rules that meet in one frame win by their order
    }

    private static Map<FrameFault, Integer> ordered(Map<FrameFault, Integer> everyNth) {
        Map<FrameFault, Integer> ordered = new EnumMap<>(FrameFault.class);
        ordered.putAll(everyNth);
        return Collections.unmodifiableMap(ordered);
    }

    /** These faults and another; 0 is none. */
    public FaultConfig with(FrameFault fault, int every) {
        Map<FrameFault, Integer> more = new EnumMap<>(FrameFault.class);
        more.putAll(everyNth);
        more.remove(fault);
        if (every != 0) {
            more.put(fault, every);
        }
        return new FaultConfig(more);
    }

    /** The setting of a fault: {@code embedded.faults.wrong-checksum}. */
    public static String key(FrameFault fault) {
        return "embedded.faults." + word(fault);
    }

    private static String word(FrameFault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fault of this name, such as {@code wrong-checksum}; null for none. */
    public static FrameFault find(String word) {
        return Arrays.stream(FrameFault.values())
                .filter(fault -> word(fault).equals(word))
                .findFirst()
                .orElse(null);
    }

    /** The names of all faults. */
    public static List<String> words() {
        return Arrays.stream(FrameFault.values()).map(FaultConfig::word).toList();
    }

    /** True when anything goes wrong. */
    public boolean isOn() {
        return !everyNth.isEmpty();
    }

    /** For people: {@code dropped 1 in 100, wrong-checksum 1 in 5}. */
    public String text() {
        return Arrays.stream(FrameFault.values())
                .filter(everyNth::containsKey)
                .map(fault -> word(fault) + " 1 in " + everyNth.get(fault))
                .collect(Collectors.joining(", "));
    }
}
