package io.hayate.venue;

/**
 * Where in the queue of a price a shrink without a trade is taken to have been, on books that tell
 * levels and not orders. {@code ahead} and {@code behind} are what lay before and behind an order, and
 * {@code gone} is what has gone from both together.
 */
public enum QueueModel {
    /** Behind the order as long as anything is there: {@code ahead - max(0, gone - behind)}. */
    RISK_AVERSE("risk-averse") {
        @Override
        public long ahead(long ahead, long behind, long gone) {
            return Math.max(0, ahead - Math.max(0, gone - behind));
        }
    },

    /** On both sides by their size: {@code ahead - gone * ahead / (ahead + behind)}. */
    PROPORTIONAL("proportional") {
        @Override
        public long ahead(long ahead, long behind, long gone) {
            if (gone >= ahead + behind) {
                return 0;
            }
            return Math.max(0, ahead - (long) (gone * ((double) ahead / (ahead + behind))));
        }
    },

    /** Before the order as long as anything is there: {@code max(0, ahead - gone)}. No order fares better. */
    OPTIMISTIC("optimistic") {
        @Override
        public long ahead(long ahead, long behind, long gone) {
            return Math.max(0, ahead - gone);
        }
    };

    private final String text;

    QueueModel(String text) {
        this.text = text;
    }

    /** As settings and reports say it. */
    public String text() {
        return text;
    }

    /** What then lies before the order, in the units of the arguments. */
    public abstract long ahead(long ahead, long behind, long gone);

    /** The model of this name; null for none. */
    public static QueueModel of(String text) {
        for (QueueModel model : values()) {
            if (model.text.equals(text)) {
                return model;
            }
        }
        return null;
    }
}
