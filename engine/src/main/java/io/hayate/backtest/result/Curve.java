package io.hayate.backtest.result;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A value over a stretch of time, which is cut into columns of equal length: of each the first, the
 * least, the greatest and the last value are kept, so that no peak is lost however long it was.
 */
public final class Curve {
    /** How many columns there are at most. */
    public static final int COLUMNS = 480;

    /** What is kept of one column. */
    public static final class Column {
        private final long timeNs;
        private final BigDecimal first;
        private BigDecimal least;
        private BigDecimal most;
        private BigDecimal last;

        private Column(long timeNs, BigDecimal value) {
            this.timeNs = timeNs;
            first = value;
            least = value;
            most = value;
            last = value;
        }

        /** When the first value was, in ns since the start. */
        public long timeNs() {
            return timeNs;
        }

        /** The first value. */
        public BigDecimal first() {
            return first;
        }

        /** The least value. */
        public BigDecimal least() {
            return least;
        }

        /** The greatest value. */
        public BigDecimal most() {
            return most;
        }

        /** The last value. */
        public BigDecimal last() {
            return last;
        }
    }

    private final long spanNs;
    private final Column[] columns = new Column[COLUMNS];

    /** An empty curve of a stretch of time from 0 on. */
    Curve(long spanNs) {
        this.spanNs = Math.max(1, spanNs);
    }

    /** Which column a time is in; one beyond the stretch is in the last. */
    static int column(long timeNs, long spanNs) {
        double share = (double) timeNs / spanNs;
        return (int) Math.max(0, Math.min(COLUMNS - 1, share * COLUMNS));
    }

    void add(long timeNs, BigDecimal value) {
        int at = column(timeNs, spanNs);
        Column column = columns[at];
        if (column == null) {
            columns[at] = new Column(timeNs, value);
        } else {
            column.least = column.least.min(value);
            column.most = column.most.max(value);
            column.last = value;
        }
    }

    /** Those that have a value, in the order of time. */
    public List<Column> columns() {
        List<Column> all = new ArrayList<>();
        for (Column column : columns) {
            if (column != null) {
                all.add(column);
            }
        }
        return all;
    }
}
