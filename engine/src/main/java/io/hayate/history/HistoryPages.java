package io.hayate.history;

import io.hayate.codec.HistoryDecoder;

/**
 * Which pages a look takes: of each kind those of a range, from its newest row back, until one is not full.
 * One thread.
 */
final class HistoryPages {
    static final int ROWS = 500;
    static final int COUNT_MAX = 8; // of one kind

    private static final String ROOT = "/v2/auth/r/";
    private static final HistoryDecoder.Kind[] KINDS = HistoryDecoder.Kind.values();

    private String symbol = "";
    private long startMs;
    private int kind; // the number of kinds when it is over
    private int pages;
    private int rows; // of this page
    private long endMs; // up to which the page goes; 0 for now
    private long oldestMs; // of its rows

    /** Begins with the first page of what is open. */
    void begin(String name, long fromMs) {
        symbol = name;
        startMs = Math.max(0, fromMs);
        kind = 0;
        beginKind();
    }

    private void beginKind() {
        pages = 0;
        endMs = 0;
    }

    /** Leaves out those that have not been asked for. */
    void end() {
        kind = KINDS.length;
    }

    boolean isOver() {
        return kind == KINDS.length;
    }

    HistoryDecoder.Kind kind() {
        return KINDS[kind];
    }

    String path() {
        return switch (kind()) {
            case OPEN -> ROOT + "orders/" + symbol;
            case ENDED -> ROOT + "orders/" + symbol + "/hist";
            case FILLS -> ROOT + "trades/" + symbol + "/hist";
        };
    }

    String body(long knownUntilMs) {
        if (kind() == HistoryDecoder.Kind.OPEN) {
            return "{}";
        }
        long to = Math.min(endMs == 0 ? Long.MAX_VALUE : endMs, knownUntilMs);
        String until = to == Long.MAX_VALUE ? "" : ",\"end\":" + to;
        return "{\"start\":" + startMs + until + ",\"limit\":" + ROWS + "}";
    }

    void beginPage() {
        pages++;
        rows = 0;
        oldestMs = Long.MAX_VALUE;
    }

    void onRow(long timeMs) {
        rows++;
        oldestMs = Math.min(oldestMs, timeMs);
    }

    /** Goes on to the next page; false when some of the range is left out then. */
    boolean endPage() {
        boolean isFull = kind() != HistoryDecoder.Kind.OPEN && rows >= ROWS;
        if (isFull && pages < COUNT_MAX && oldestMs != endMs && oldestMs > startMs) {
            endMs = oldestMs; // rows of that very time come twice, and count once
            return true;
        }
        kind++;
        beginKind();
        return !isFull;
    }
}
