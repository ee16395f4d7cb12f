package io.hayate.metrics;

/**
 * What the metrics thread writes once a second of what an engine knows. The keys are one or two words behind
 * the type, such as a strategy's name and a symbol; a strategy that runs alone, and the account, have an empty
 * name.
 */
public enum Gauge implements CounterType {
    /** {@code SessionState}, by its number; the label says it in a word. */
    SESSION(201, CounterKind.STATE, "1", "session"),
    /** 1 while trading is halted; the label says why. */
    HALTED(202, CounterKind.STATE, "1", "trading halted"),
    /** 1 while what is known of the account may be wrong; the label says why. */
    IN_DOUBT(203, CounterKind.STATE, "1", "account in doubt"),
    /** 1 while the venue has not told the account whole; the label says what is missing. */
    NOT_READY(204, CounterKind.STATE, "1", "account not ready"),
    /** 1 once the session has been live. */
    EVER_LIVE(205, CounterKind.STATE, "1", "has been live"),
    /** 1 when orders are of paper. */
    PAPER(206, CounterKind.STATE, "1", "paper trading"),

    /** Events that wait for the strategy. */
    RING_DEPTH(211, CounterKind.LEVEL, "1", "events in the ring"),
    /** Events that have room there. */
    RING_CAPACITY(212, CounterKind.LEVEL, "1", "room of the ring"),
    /** Orders that are open or of unknown outcome. */
    ORDERS_OPEN(213, CounterKind.LEVEL, "1", "open orders"),
    /** Of these the ones whose outcome is not known. */
    ORDERS_DOUBTFUL(214, CounterKind.LEVEL, "1", "orders of unknown outcome now"),
    /** Open orders of the account that are not ours. */
    ORDERS_FOREIGN(215, CounterKind.LEVEL, "1", "open orders of others"),
    /** Lines that the view had no room for. */
    LINES_DROPPED(216, CounterKind.COUNT, "1", "lines dropped"),
    /** Times that another program traded with the account. */
    OTHER_WRITERS(217, CounterKind.COUNT, "1", "other writers"),
    /** Connections that market data came on last. */
    CONNECTIONS(218, CounterKind.LEVEL, "1", "connections"),
    /** Errors that the log in the same file has no room for. */
    ERRORS_BEYOND(219, CounterKind.COUNT, "1", "errors beyond the log"),
    /** Figures for which there was no counter left. */
    NO_ROOM(220, CounterKind.COUNT, "1", "figures without a counter"),

    /** By how much the venue's clock is ahead of ours; {@link Gauges#UNKNOWN} while it is not known. */
    CLOCK_OFFSET(221, CounterKind.LEVEL, "ns", "clock offset of the venue"),
    /** To the venue and back. */
    ROUND_TRIP(222, CounterKind.LEVEL, "ns", "round trip to the venue"),

    /** Bytes that the trading threads allocated while live and warm. */
    ALLOCATED(231, CounterKind.COUNT, "bytes", "allocated on the trading threads"),
    /** Events handled in that time. */
    ALLOCATED_EVENTS(232, CounterKind.COUNT, "1", "events in the time of it"),
    /** Samples taken of it. */
    ALLOCATED_SAMPLES(233, CounterKind.COUNT, "1", "samples of it"),
    /** Those that found bytes. */
    ALLOCATED_SAMPLES_WITH_BYTES(234, CounterKind.COUNT, "1", "samples of it with bytes"),

    /** Bytes that the journal's segment in use has. */
    JOURNAL_BYTES(241, CounterKind.LEVEL, "bytes", "of the journal's segment in use"),
    /** Number of that segment. */
    JOURNAL_SEGMENT(242, CounterKind.LEVEL, "1", "segment of the journal"),
    /** 1 while the journal cannot be written: no new order leaves; the label says why. */
    JOURNAL_TROUBLE(244, CounterKind.STATE, "1", "journal in trouble"),

    /** Entries that the recorder has written; there while a run is recorded. */
    RECORDER_WRITTEN(251, CounterKind.COUNT, "1", "entries recorded"),
    /** Entries that found no room. */
    RECORDER_LOST(252, CounterKind.COUNT, "1", "entries lost to the recorder"),
    /** Bytes on the disk. */
    RECORDER_BYTES(253, CounterKind.COUNT, "bytes", "recorded"),
    /** 1 once it has ended before the run; the label says why. */
    RECORDER_STOPPED(254, CounterKind.STATE, "1", "recorder stopped"),

    /** How many times were measured of a stage, which is the second key. */
    LATENCY_COUNT(261, CounterKind.COUNT, "1", "times measured"),
    /** The time that half of them kept. */
    LATENCY_P50(262, CounterKind.LEVEL, "ns", "latency p50"),
    LATENCY_P90(263, CounterKind.LEVEL, "ns", "latency p90"),
    LATENCY_P99(264, CounterKind.LEVEL, "ns", "latency p99"),
    LATENCY_P999(265, CounterKind.LEVEL, "ns", "latency p99.9"),
    LATENCY_MAX(266, CounterKind.LEVEL, "ns", "latency max"),

    /** Tickers handled of an instrument, which is the second key. */
    TICKS(271, CounterKind.COUNT, "1", "ticks"),
    /** Orders refused here, by reason, which is the second key. */
    REFUSED(272, CounterKind.COUNT, "1", "orders refused here"),

    /** 1 while a strategy runs, 2 once it was stopped, 3 once it failed; the label says it in a word. */
    STRATEGY(281, CounterKind.STATE, "1", "strategy"),
    /** Orders of a strategy that are open or of unknown outcome. */
    STRATEGY_ORDERS(282, CounterKind.LEVEL, "1", "open orders of the strategy"),
    /** Orders of it that were refused here. */
    STRATEGY_REFUSED(283, CounterKind.COUNT, "1", "orders of the strategy refused here"),

    /** What a strategy holds of an instrument, which is the second key. */
    POSITION(291, CounterKind.LEVEL, "1e-8", "position"),
    /** What it has brought, in the quote currency. */
    REALISED(292, CounterKind.LEVEL, "1e-8", "realised"),
    /** What it would bring now; {@link Gauges#UNKNOWN} without a healthy price. */
    UNREALISED(293, CounterKind.LEVEL, "1e-8", "unrealised"),
    /** Fills of it. */
    FILLS_OF(294, CounterKind.COUNT, "1", "fills of the instrument"),
    /** The last healthy price. */
    MARK(295, CounterKind.LEVEL, "1e-8", "price"),

    /** What a strategy has realised in a currency, which is the second key. */
    CURRENCY_REALISED(296, CounterKind.LEVEL, "1e-8", "realised in the currency"),
    /** What it would bring now in it. */
    CURRENCY_UNREALISED(297, CounterKind.LEVEL, "1e-8", "unrealised in the currency"),
    /** Fees of it, below 0 when paid. */
    CURRENCY_FEES(298, CounterKind.LEVEL, "1e-8", "fees in the currency");

    private final int typeId;
    private final CounterKind kind;
    private final String unit;
    private final String title;

    Gauge(int typeId, CounterKind kind, String unit, String title) {
        this.typeId = typeId;
        this.kind = kind;
        this.unit = unit;
        this.title = title;
    }

    @Override
    public int typeId() {
        return typeId;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public CounterKind kind() {
        return kind;
    }
}
