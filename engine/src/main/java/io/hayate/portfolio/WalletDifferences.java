package io.hayate.portfolio;

/**
 * What the exchange wallet holds of each currency beside what it should by our books: it differs by what
 * came or went without us, such as a deposit or a trade by hand. The strategy thread writes, any thread
 * reads. Allocates nothing after start.
 */
public final class WalletDifferences {
    private static final int CELLS = 3;

    private final SharedCells cells = new SharedCells(Currencies.COUNT_MAX, CELLS);

    WalletDifferences() {}

    /** Of one currency: a copy that {@link #read} fills. */
    public static final class Difference {
        private long expected;
        private long held;

        /** What it should hold, in units of 1e-8. */
        public long expectedUnits() {
            return expected;
        }

        /** What it holds, in units of 1e-8. */
        public long heldUnits() {
            return held;
        }

        /** What it holds more, in units of 1e-8; 0 while nothing that matters differs. */
        public long units() {
            return held - expected;
        }
    }

    /** Sets what it should hold, and what it holds; the same where nothing that matters differs. */
    public void set(int currency, long expectedUnits, long heldUnits) {
        cells.begin(currency);
        cells.set(currency, 1, expectedUnits);
        cells.set(currency, 2, heldUnits);
        cells.end(currency);
    }

    /** Copies what is known of a currency, whole; any thread. Returns the copy. */
    public Difference read(int currency, Difference into) {
        long version;
        do {
            version = cells.version(currency);
            into.expected = cells.get(currency, 1);
            into.held = cells.get(currency, 2);
        } while (!cells.isSame(currency, version));
        return into;
    }
}
