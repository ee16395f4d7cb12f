package io.hayate.metrics;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.agrona.concurrent.status.AtomicCounter;
import org.agrona.concurrent.status.CountersManager;

/**
 * Writes {@link Gauge}s, each made when it is written first. Metrics thread; allocates for a new one, and for a
 * text that changes. What finds no room is counted.
 */
public final class Gauges {
    /** In place of a value that is not known. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    private final CountersManager manager;
    private final Map<Gauge, Map<String, Map<String, Cell>>> cells = new EnumMap<>(Gauge.class);
    private long noRoom;

    /** One counter, and the end of its label. */
    private static final class Cell {
        private final AtomicCounter counter; // null without room
        private String text = "";

        Cell(AtomicCounter counter) {
            this.counter = counter;
        }
    }

    /** Those of one memory; made before other counters of it are no more made by others. */
    public Gauges(CountersMemory memory) {
        manager = memory.counters();
        set(Gauge.NO_ROOM, 0);
    }

    /** Sets one without keys. */
    public void set(Gauge gauge, long value) {
        set(gauge, "", "", value);
    }

    /** Sets one with keys. */
    public void set(Gauge gauge, String first, String second, long value) {
        Cell cell = cell(gauge, first, second);
        if (cell.counter != null) {
            cell.counter.setRelease(value);
        } else {
            set(Gauge.NO_ROOM, ++noRoom);
        }
    }

    /** Sets a state, and the words for it behind its label; empty for none. */
    public void state(Gauge gauge, String first, String second, long value, String words) {
        Cell cell = cell(gauge, first, second);
        if (cell.counter != null && !cell.text.equals(words)) {
            cell.text = words;
            String title = label(gauge, first, second);
            CounterMaker.label(
                    manager, cell.counter.id(), words.isEmpty() ? title : title + ": " + words);
        }
        set(gauge, first, second, value);
    }

    private Cell cell(Gauge gauge, String first, String second) {
        Map<String, Cell> known =
                cells.computeIfAbsent(gauge, key -> new HashMap<>())
                        .computeIfAbsent(first, key -> new HashMap<>());
        Cell cell = known.get(second);
        if (cell == null) {
            cell = new Cell(make(gauge, first, second));
            known.put(second, cell);
        }
        return cell;
    }

    private AtomicCounter make(Gauge gauge, String first, String second) {
        String label = label(gauge, first, second);
        int id = CounterMaker.make(manager, gauge, first, second, label);
        return id == CounterMaker.NONE ? null : new AtomicCounter(manager.valuesBuffer(), id);
    }

    /** The title, and behind it what it is of: {@code position, fast, tBTCUSD}. */
    public static String label(Gauge gauge, String first, String second) {
        return gauge.title()
                + (first.isEmpty() ? "" : ", " + first)
                + (second.isEmpty() ? "" : ", " + second);
    }
}
