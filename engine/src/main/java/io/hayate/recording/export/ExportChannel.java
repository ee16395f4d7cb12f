package io.hayate.recording.export;

import java.util.LinkedHashSet;
import java.util.Set;

/** A channel of a pair, from its {@code subscribed} on. */
final class ExportChannel {
    /** What it is a channel of. */
    enum Kind {
        TRADES,
        BOOK,
        TICKER
    }

    private static final int IDS_KEPT = 256; // of trades told by te: tu comes within a second

    private final Kind kind;
    private final String symbol;
    private final ExportBook book; // null but of the book that is exported
    private final Set<String> told = new LinkedHashSet<>();
    private boolean isBegun;

    ExportChannel(Kind kind, String symbol, ExportBook book) {
        this.kind = kind;
        this.symbol = symbol;
        this.book = book;
    }

    Kind kind() {
        return kind;
    }

    String symbol() {
        return symbol;
    }

    ExportBook book() {
        return book;
    }

    /** True once; then it has told its snapshot. */
    boolean begins() {
        boolean is = !isBegun;
        isBegun = true;
        return is;
    }

    /** True for a trade that was not told before. */
    boolean isNew(String id) {
        if (!told.add(id)) {
            return false;
        }
        if (told.size() > IDS_KEPT) {
            told.remove(told.iterator().next());
        }
        return true;
    }
}
