package io.hayate.view.text;

import io.hayate.event.Event;
import io.hayate.event.Ticker;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The latest ticker to show of each instrument, in the order of their numbers. View thread. */
public final class TickerBoard {
    private final Instruments instruments;
    private final Panel panel;
    private final FeedMarks marks;
    private final Map<Integer, Row> rows = new TreeMap<>();

    public TickerBoard(Instruments instruments, Panel panel, FeedMarks marks) {
        this.instruments = instruments;
        this.panel = panel;
        this.marks = marks;
    }

    /** One instrument. */
    public static final class Row {
        private final String name;
        private final Event event = Event.allocate();
        private final Ticker ticker = new Ticker().wrap(event);
        private final Pace pace = new Pace();
        private boolean isChanged;

        private Row(String name) {
            this.name = name;
        }

        public String name() {
            return name;
        }

        public Ticker ticker() {
            return ticker;
        }

        /** True once for each news, at most once a second. */
        public boolean takeNews(long nowNs) {
            if (!isChanged || !pace.isDue(nowNs)) {
                return false;
            }
            pace.done(nowNs);
            isChanged = false;
            return true;
        }
    }

    /** How far a row may be trusted now. */
    public FeedMark mark(Row row, long nowNs) {
        return marks.of(row.event, nowNs);
    }

    public FeedMarks marks() {
        return marks;
    }

    /** What may stand in the place of the tickers. */
    public Panel panel() {
        return panel;
    }

    /** Keeps a copy of a ticker event. */
    public void put(Event event) {
        if (event.instrumentId() == Instrument.NONE) {
            return;
        }
        Instrument instrument = instruments.get(event.instrumentId());
        Row row = rows.computeIfAbsent(instrument.id(), id -> new Row(instrument.displayName()));
        row.event.copyFrom(event);
        row.isChanged = true;
    }

    public Collection<Row> rows() {
        return rows.values();
    }

    /** True when any row changed since this was last asked. */
    boolean takeChanged() {
        boolean changed = false;
        for (Row row : rows.values()) {
            changed |= row.isChanged;
            row.isChanged = false;
        }
        return changed;
    }
}
