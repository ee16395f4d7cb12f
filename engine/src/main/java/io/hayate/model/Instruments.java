package io.hayate.model;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Every instrument that this process has met, by number and by symbol.
 *
 * <p>Any thread registers, and waits for another only when the symbol is new; any thread reads. Finding
 * allocates nothing; registering a new symbol does, once.
 */
public final class Instruments {
    /** Bound on the number of instruments; a symbol beyond it is {@link Instrument#NONE}. */
    public static final int COUNT_MAX = 4_096;

    private static final int LENGTH_MAX = 64;
    private static final int TABLE_SIZE = COUNT_MAX * 2;
    private static final int TABLE_MASK = TABLE_SIZE - 1;

    private final Instrument[] byId = new Instrument[COUNT_MAX];
    private final AtomicReferenceArray<Instrument> bySymbol =
            new AtomicReferenceArray<>(TABLE_SIZE);
    private volatile int count;

    /** An instrument for each symbol, numbered from 0 in the order given. */
    public static Instruments of(List<String> symbols) {
        Instruments instruments = new Instruments();
        for (String symbol : symbols) {
            instruments.register(symbol);
        }
        return instruments;
    }

    /** Instruments that were registered so far; any thread. */
    public int count() {
        return count;
    }

    /** The instrument with this number; null for {@link Instrument#NONE} and any not given out. */
    public Instrument get(int id) {
        return id >= 0 && id < count ? byId[id] : null; // the volatile read makes the entry visible
    }

    /**
     * The number of this symbol, given out now if it is new; {@link Instrument#NONE} for a text
     * that cannot be one, or when there are too many.
     */
    public int register(String symbol) {
        char[] text = symbol.toCharArray();
        return register(text, 0, text.length);
    }

    /** As {@link #register(String)}, from characters of a frame. */
    public int register(char[] text, int offset, int length) {
        Instrument known = bySymbol.getAcquire(indexOf(text, offset, length));
        return known != null ? known.id() : registerNew(text, offset, length);
    }

    private synchronized int registerNew(char[] text, int offset, int length) {
        int at = indexOf(text, offset, length);
        Instrument known = bySymbol.getAcquire(at);
        if (known != null) {
            return known.id(); // another thread came first
        }
        int id = count;
        if (id == COUNT_MAX || !isSymbol(text, offset, length)) {
            return Instrument.NONE;
        }
        Instrument instrument = new Instrument(id, new String(text, offset, length));
        byId[id] = instrument;
        count = id + 1;
        bySymbol.setRelease(at, instrument); // last: whoever finds it can get it by its number
        return id;
    }

    /** True for what can be a symbol, and can be shown and sent as it is. */
    private static boolean isSymbol(char[] text, int offset, int length) {
        if (length < 2 || length > LENGTH_MAX || (text[offset] != 't' && text[offset] != 'f')) {
            return false;
        }
        for (int i = offset; i < offset + length; i++) {
            if (text[i] <= ' ' || text[i] >= 127 || text[i] == '"' || text[i] == '\\') {
                return false;
            }
        }
        return true;
    }

    /** The number of this symbol, or {@link Instrument#NONE} when it was never registered. */
    public int find(String symbol) {
        int known = count;
        for (int id = 0; id < known; id++) {
            if (byId[id].symbol().equals(symbol)) {
                return id;
            }
        }
        return Instrument.NONE;
    }

    private int indexOf(char[] text, int offset, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = hash * 31 + text[offset + i];
        }
        int at = (hash ^ (hash >>> 16)) & TABLE_MASK;
        Instrument there = bySymbol.getAcquire(at);
        while (there != null && !Texts.equals(there.symbol(), text, offset, length)) {
            at = (at + 1) & TABLE_MASK;
            there = bySymbol.getAcquire(at);
        }
        return at;
    }
}
