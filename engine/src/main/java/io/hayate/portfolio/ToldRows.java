package io.hayate.portfolio;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Rows of the venue about things of the account, the latest word on each: a bounded table. The strategy
 * thread writes, any thread reads a row whole. Allocates nothing but for a text met for the first time.
 */
public final class ToldRows {
    private static final int KEY = 1; // 0 for a place that is free
    private static final int SYMBOL = 2;
    private static final int WORD = 3;
    private static final int ID = 4;
    private static final int FIRST_VALUE = 5;
    private static final int CELLS = FIRST_VALUE + ToldRow.VALUES;

    private final ToldWords words = new ToldWords();
    private final SharedCells cells;
    private final int[] lists; // of each place: the list that told it last
    private final boolean hasIds;
    private int list;
    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean areMore;

    /**
     * Without a row.
     *
     * @param hasIds true where a row is about what its id names, false where its symbol does
     */
    ToldRows(int rows, boolean hasIds) {
        cells = new SharedCells(rows, CELLS);
        lists = new int[rows];
        this.hasIds = hasIds;
    }

    /** Writer: a list of all begins; what it leaves out is not there any more. */
    public void onListBegin() {
        list++;
        areMore = false;
    }

    /** Writer: the list has ended. */
    public void onListEnd() {
        for (int place = 0; place < lists.length; place++) {
            if (cells.get(place, KEY) != 0 && lists[place] != list) {
                free(place);
            }
        }
    }

    /** Writer: it is not there any more. */
    public void remove(CharSequence symbol, long id) {
        int place = find(key(words.number(symbol), id));
        if (place >= 0) {
            free(place);
        }
    }

    /** Writer: the latest word on it; one for which there is no place is left out, and that is known. */
    public void put(CharSequence symbol, CharSequence word, long id, double[] values) {
        int symbolNumber = words.number(symbol);
        long key = key(symbolNumber, id);
        int known = key == 0 ? ToldWords.NONE : find(key);
        int place = known >= 0 || key == 0 ? known : find(0);
        if (place < 0) {
            areMore = true;
            return;
        }
        if (known < 0) {
            count.lazySet(count.getPlain() + 1); // one thread writes
        }
        lists[place] = list;
        cells.begin(place);
        cells.set(place, KEY, key);
        cells.set(place, SYMBOL, symbolNumber);
        cells.set(place, WORD, words.number(word));
        cells.set(place, ID, id);
        for (int i = 0; i < ToldRow.VALUES; i++) {
            cells.set(place, FIRST_VALUE + i, Double.doubleToRawLongBits(values[i]));
        }
        cells.end(place);
    }

    private long key(int symbolNumber, long id) {
        return hasIds ? id : symbolNumber + 1L; // none where there is no number
    }

    private int find(long key) {
        for (int place = 0; place < lists.length; place++) {
            if (cells.get(place, KEY) == key) {
                return place;
            }
        }
        return ToldWords.NONE;
    }

    private void free(int place) {
        cells.begin(place);
        cells.set(place, KEY, 0);
        cells.end(place);
        count.lazySet(count.getPlain() - 1);
    }

    /** How many rows there are. */
    public int count() {
        return count.get();
    }

    /** True when there were more than find a place. */
    public boolean areMore() {
        return areMore;
    }

    /** How many places there are: numbers of rows go from 0 to this. */
    public int places() {
        return lists.length;
    }

    /** Copies the row of a place, whole; false when it has none. */
    public boolean read(int place, ToldRow into) {
        long version;
        boolean isThere;
        do {
            version = cells.version(place);
            isThere = cells.get(place, KEY) != 0;
            into.symbol = words.word(cells.get(place, SYMBOL));
            into.word = words.word(cells.get(place, WORD));
            into.id = cells.get(place, ID);
            for (int i = 0; i < ToldRow.VALUES; i++) {
                into.values[i] = Double.longBitsToDouble(cells.get(place, FIRST_VALUE + i));
            }
        } while (!cells.isSame(place, version));
        return isThere;
    }

    /** Copies the row about a symbol; false when there is none. Allocates nothing. */
    public boolean read(CharSequence symbol, ToldRow into) {
        for (int place = 0; count.get() > 0 && place < lists.length; place++) {
            if (cells.get(place, KEY) != 0
                    && read(place, into)
                    && into.symbol.contentEquals(symbol)) {
                return true;
            }
        }
        return false;
    }
}
