package io.hayate.venue;

import io.hayate.model.ConfigException;
import io.hayate.venue.rule.FaultKind;
import io.hayate.venue.rule.FaultRule;
import io.hayate.venue.rule.FaultScope;
import io.hayate.venue.rule.FaultWhen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What goes wrong at the venue from the start, on purpose. The venue's seed gives the same faults
 * again.
 *
 * @param rules in their order: of rules that meet in one frame the last one says how it is sent
 */
public record FaultConfig(List<FaultRule> rules) {
    /** Nothing goes wrong. */
    public static final FaultConfig NONE = new FaultConfig(List.of());

    /** The largest number of frames. */
    public static final int EVERY_MAX = 1_000_000;

    private static final Comparator<FaultRule> ORDER =
            Comparator.comparingInt(rule -> FaultKind.words().indexOf(rule.kind().word()));

    public FaultConfig {
        rules = List.copyOf(rules);
    }

    /** These faults and another one, of every so many-th frame of market data; 0 is none. */
    public FaultConfig with(FrameFault fault, int every) {
        if (every < 0 || every > EVERY_MAX) {
            throw new ConfigException(
                    key(fault) + " must be from 0 to " + EVERY_MAX + ": was " + every);
        }
        List<FaultRule> simple =
                new ArrayList<>(rules.stream().filter(FaultConfig::isSimple).toList());
        List<FaultRule> others = rules.stream().filter(rule -> !isSimple(rule)).toList();
        simple.removeIf(rule -> rule.kind() == kind(fault));
        if (every > 0) {
            simple.add(everyNth(fault, every));
        }
        simple.sort(ORDER); // however they are given
        simple.addAll(others);
        return new FaultConfig(simple);
    }

    private static boolean isSimple(FaultRule rule) {
        return rule.text().equals(text(rule.kind(), rule.when().every()));
    }

    /** These faults and others. */
    public FaultConfig with(List<FaultRule> more) {
        List<FaultRule> all = new ArrayList<>(rules);
        all.addAll(more);
        return new FaultConfig(all);
    }

    /** A fault of every so many-th frame of market data. */
    private static FaultRule everyNth(FrameFault fault, int every) {
        FaultKind kind = kind(fault);
        List<String> types = fault == FrameFault.WRONG_CHECKSUM ? List.of("cs") : List.of();
        FaultScope scope = FaultScope.of(FaultScope.PUBLIC, types);
        return new FaultRule(
                kind, new LinkedHashMap<>(), FaultWhen.every(every), scope, text(kind, every));
    }

    private static String text(FaultKind kind, int every) {
        return kind.word() + " every=" + every;
    }

    /** What a fault is in the vocabulary of all. */
    public static FaultKind kind(FrameFault fault) {
        return FaultKind.valueOf(fault.name());
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

    /** The names of all faults that the settings know. */
    public static List<String> words() {
        return Arrays.stream(FrameFault.values()).map(FaultConfig::word).toList();
    }

    /** True when anything goes wrong. */
    public boolean isOn() {
        return !rules.isEmpty();
    }

    /** For people: {@code dropped 1 in 100, wrong-checksum 1 in 5}. */
    public String text() {
        return rules.stream().map(FaultRule::words).collect(Collectors.joining(", "));
    }
}
