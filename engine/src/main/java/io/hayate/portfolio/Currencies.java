package io.hayate.portfolio;

import io.hayate.model.Instrument;
import io.hayate.model.Instruments;

/**
 * Numbers for the names of currencies, and which of them an instrument is of. The strategy thread gives
 * numbers, any thread reads. Allocates when a name or an instrument is met for the first time.
 */
public final class Currencies {
    /** Bound on the number of currencies. */
    public static final int COUNT_MAX = 1_024;

    /** No currency: beyond that bound. */
    public static final int NONE = -1;

    private final String[] names = new String[COUNT_MAX];
    private final short[] bases = new short[Instruments.COUNT_MAX]; // one more than the number
    private final short[] quotes = new short[Instruments.COUNT_MAX];
    private volatile int count;

    /** The number of a name, given now if it is new. */
    public int register(String name) {
        int known = find(name);
        if (known != NONE || count == COUNT_MAX) {
            return known;
        }
        int number = count;
        names[number] = name;
        count = number + 1;
        return number;
    }

    /** The number of a name; {@link #NONE} when it was never given one. */
    public int find(CharSequence name) {
        int known = count;
        for (int i = 0; i < known; i++) {
            if (names[i].contentEquals(name)) {
                return i;
            }
        }
        return NONE;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** The name of this number. */
    public String name(int number) {
        return number >= 0 && number < count ? names[number] : "";
    }

    /** Makes the currencies of an instrument known. */
    public void prepare(Instrument instrument) {
        int id = instrument.id();
        if (bases[id] == 0) {
            quotes[id] = (short) (register(instrument.quote()) + 1);
            bases[id] = (short) (register(instrument.base()) + 1);
        }
    }

    /** What a buy buys, of an instrument that is prepared. */
    public int base(int instrumentId) {
        return bases[instrumentId] - 1;
    }

    /** What pays, of an instrument that is prepared; strategy thread. */
    public int quote(int instrumentId) {
        return quotes[instrumentId] - 1;
    }
}
