package io.hayate.backtest.result;

import io.hayate.venue.VenueFill;
import io.hayate.venue.mirror.FillCause;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Fills of one pair over time: those of one column of a {@link Curve} and one side are one mark. */
public final class FillMarks {
    /** One or more fills. */
    public static final class Mark {
        private final boolean isBuy;
        private final long timeNs;
        private long count;
        private long makers;
        private long guessed;
        private BigDecimal amount = BigDecimal.ZERO;
        private BigDecimal least;
        private BigDecimal most;

        private Mark(boolean isBuy, long timeNs, BigDecimal price) {
            this.isBuy = isBuy;
            this.timeNs = timeNs;
            least = price;
            most = price;
        }

        private void add(VenueFill fill, FillCause cause) {
            count++;
            makers += fill.isMaker() ? 1 : 0;
            guessed += cause != null && !cause.isCertain() ? 1 : 0;
            amount = amount.add(fill.amount().abs());
            least = least.min(fill.price());
            most = most.max(fill.price());
        }

        /** True for buys, false for sells. */
        public boolean isBuy() {
            return isBuy;
        }

        /** Of the first, in ns since the start. */
        public long timeNs() {
            return timeNs;
        }

        /** How many fills it stands for. */
        public long count() {
            return count;
        }

        /** How many of them were of resting orders. */
        public long makers() {
            return makers;
        }

        /** How many of those another queue model could have otherwise. */
        public long guessed() {
            return guessed;
        }

        /** The sum of their amounts, above 0. */
        public BigDecimal amount() {
            return amount;
        }

        /** The least price. */
        public BigDecimal least() {
            return least;
        }

        /** The greatest price. */
        public BigDecimal most() {
            return most;
        }
    }

    private final long spanNs;
    private final Mark[] buys = new Mark[Curve.COLUMNS];
    private final Mark[] sells = new Mark[Curve.COLUMNS];

    FillMarks(long spanNs) {
        this.spanNs = Math.max(1, spanNs);
    }

    void add(long timeNs, VenueFill fill, FillCause cause) {
        boolean isBuy = fill.amount().signum() > 0;
        Mark[] marks = isBuy ? buys : sells;
        int at = Curve.column(timeNs, spanNs);
        if (marks[at] == null) {
            marks[at] = new Mark(isBuy, timeNs, fill.price());
        }
        marks[at].add(fill, cause);
    }

    /** All, in the order of their columns. */
    public List<Mark> all() {
        List<Mark> all = new ArrayList<>();
        for (int i = 0; i < Curve.COLUMNS; i++) {
            if (buys[i] != null) {
                all.add(buys[i]);
            }
            if (sells[i] != null) {
                all.add(sells[i]);
            }
        }
        return all;
    }
}
