package io.hayate.event;

/**
 * What a person or another thread asks of the engine. It goes with the number of its target: of the
 * instrument, or, of those from {@link #BOOK_VIEW} on, of the channel of market data.
 */
public enum CommandType {
    /** Buy {@link Command#amount()} of the instrument at the market. */
    BUY(1, Carrier.STRATEGY, true),
    /** Sell {@link Command#amount()} of the instrument at the market. */
    SELL(2, Carrier.STRATEGY, true),
    /** Tell the latest ticker of the instrument. */
    SHOW(3, Carrier.STRATEGY, false),
    /** Tell the orders of this session. */
    ORDERS(4, Carrier.STRATEGY, false),
    /** Tell the balances of the wallets. */
    WALLETS(5, Carrier.STRATEGY, false),
    /** Copy each frame in and out to the notices. */
    TRACE_ON(6, Carrier.LOOP, false),
    TRACE_OFF(7, Carrier.LOOP, false),
    /** Stop the strategy and cancel what the settings say to cancel. */
    STOP_STRATEGY(8, Carrier.STRATEGY, false),
    /** Tell the top of the channel's book, as a {@link BookView}. */
    BOOK_VIEW(9, Carrier.STRATEGY, false),
    /** Tell the latest prints of the channel. */
    TRADES_VIEW(10, Carrier.STRATEGY, false),
    /** Tell the latest candles of the channel. */
    CANDLES_VIEW(11, Carrier.STRATEGY, false),
    /** Subscribe the channel. */
    SUBSCRIBE(12, Carrier.LOOP, false),
    /** Unsubscribe the channel. */
    UNSUBSCRIBE(13, Carrier.LOOP, false),
    /** Ask for a fresh snapshot of the channel. */
    RESYNC(14, Carrier.LOOP, false),
    /** Give the account's connection up for a fresh one, whatever the venue cancels with it. */
    RECONNECT(15, Carrier.LOOP, false),
    /** Let new orders leave again; {@link Command#amount()} orders are believed open. */
    RESUME(16, Carrier.STRATEGY, false),
    /** Do what an intent wants of orders, which the target is the place of. */
    ORDER(17, Carrier.STRATEGY, true),
    /** Give an order of unknown outcome up; {@link Command#amount()} is its number, the venue's or ours. */
    FORGET(18, Carrier.STRATEGY, false),
    /** Kill, and cancel the account's open orders; {@link Command#amount()} of others are believed open. */
    KILL_ACCOUNT(19, Carrier.STRATEGY, false),
    /** Stop the strategy of the place {@link Command#amount()}, from 0; the others go on. */
    STOP_ONE(20, Carrier.STRATEGY, false),
    /** Start the strategy that was put in that place. */
    START_ONE(21, Carrier.STRATEGY, false),
    /** Take what a wallet holds beside our books as it is: {@link Command#amount()} of the target's currency. */
    ADOPT(22, Carrier.STRATEGY, false),
    /**
     * Show what is kept of the channel to who looks on from outside, as a {@link NoticeType#LOOK}: the
     * ticker, the latest prints, the top of the book or the latest candles, {@link Command#amount()} of them.
     */
    LOOK(23, Carrier.STRATEGY, false);

    /** The thread that carries a command out. */
    public enum Carrier {
        LOOP,
        STRATEGY
    }

    private static final CommandType[] VALUES = values();

    private final int code;
    private final Carrier carrier;
    private final boolean waitsForLive;

    CommandType(int code, Carrier carrier, boolean waitsForLive) {
        this.code = code;
        this.carrier = carrier;
        this.waitsForLive = waitsForLive;
    }

    /** Number that stands for it in a buffer. */
    public int code() {
        return code;
    }

    /** Who carries it out. */
    public Carrier carrier() {
        return carrier;
    }

    /** True for a command that, given before the first LIVE, waits for it. */
    public boolean waitsForLive() {
        return waitsForLive;
    }

    /** True where something is other than before when it is done, and not only told. */
    public boolean isChange() {
        return switch (this) {
            case SHOW, ORDERS, WALLETS, TRACE_ON, TRACE_OFF -> false;
            case BOOK_VIEW, TRADES_VIEW, CANDLES_VIEW, LOOK -> false;
            default -> true;
        };
    }

    /** The type with this code. */
    public static CommandType ofCode(int code) {
        return VALUES[code - 1];
    }
}
