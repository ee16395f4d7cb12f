package io.hayate.machine;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Numbers of cores, read and written as Linux does: {@code 0-3,6}. */
public final class CoreSet {
    /** No core at all. */
    public static final CoreSet NONE = new CoreSet(List.of());

    private static final int CORES_MAX = 1 << 14;

    private final SortedSet<Integer> cores;

    private CoreSet(Collection<Integer> cores) {
        this.cores = Collections.unmodifiableSortedSet(new TreeSet<>(cores));
    }

    /** Those from 0 up to {@code count}. */
    static CoreSet ofFirst(int count) {
        return parse("0-" + (count - 1));
    }

    /**
     * Reads a list as Linux writes it; an empty one holds no core.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static CoreSet parse(String list) {
        SortedSet<Integer> cores = new TreeSet<>();
        for (String range : list.strip().split(",", -1)) {
            if (!range.isEmpty()) {
                addRange(range.split("-", 2), cores);
            }
        }
        return new CoreSet(cores);
    }

    private static void addRange(String[] ends, SortedSet<Integer> cores) {
        int first = Integer.parseInt(ends[0].strip());
        int last = Integer.parseInt(ends[ends.length - 1].strip());
        if (first < 0 || last < first || last > CORES_MAX) {
            throw new IllegalArgumentException("no range of cores: " + first + "-" + last);
        }
        for (int core = first; core <= last; core++) {
            cores.add(core);
        }
    }

    /** As {@link #parse}; empty when it is no list of cores. */
    public static Optional<CoreSet> find(String list) {
        try {
            return Optional.of(parse(list));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** These cores and those others. */
    public CoreSet with(CoreSet others) {
        SortedSet<Integer> all = new TreeSet<>(cores);
        all.addAll(others.cores);
        return new CoreSet(all);
    }

    /** These cores but one. */
    public CoreSet without(int core) {
        SortedSet<Integer> rest = new TreeSet<>(cores);
        rest.remove(core);
        return new CoreSet(rest);
    }

    /** True when the core is one of these. */
    public boolean contains(int core) {
        return cores.contains(core);
    }

    /** True when there is no core at all. */
    public boolean isEmpty() {
        return cores.isEmpty();
    }

    /** How many cores these are. */
    public int size() {
        return cores.size();
    }

    /** The highest number of a set that is not empty. */
    public int last() {
        return cores.last();
    }

    /** In ascending order; cannot be changed. */
    public SortedSet<Integer> numbers() {
        return cores;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CoreSet set && set.cores.equals(cores);
    }

    @Override
    public int hashCode() {
        return cores.hashCode();
    }

    /** As Linux writes it: {@code 0-3,6}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int first = -1;
        for (int core : cores) {
            first = cores.contains(core - 1) ? first : core;
            if (!cores.contains(core + 1)) {
                text.append(text.isEmpty() ? "" : ",").append(first);
                text.append(first == core ? "" : "-" + core);
            }
        }
        return text.toString();
    }
}
