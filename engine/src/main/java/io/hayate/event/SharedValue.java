package io.hayate.event;

/**
 * What one trading thread reads of another's, or of a thread beside them, while it decides: what it sees
 * hangs on the very moment. The names are those of a recording.
 */
public enum SharedValue {
    /** Orders of ours that may rest; a loop reads, the strategy's side writes. */
    RESTING_ORDERS(0, "resting-orders", Reader.LOOP),
    /** Orders of ours that are open; a loop reads, the strategy's side writes. */
    OPEN_ORDERS(1, "open-orders", Reader.LOOP),
    /** Whether what was lost is looked for; a loop reads, the strategy's side writes. */
    LOOKED_INTO(2, "looked-into", Reader.LOOP),
    /** How often the strategy's side has begun a doubt; a loop reads. */
    SUSPICIONS(3, "suspicions", Reader.LOOP),
    /** Up to which loss all is known again; a loop reads, the strategy's side writes. */
    SETTLED(4, "settled", Reader.LOOP),
    /** The connection whose list of open orders the strategy's side has taken; a loop reads. */
    LISTED_CONNECTION(5, "listed-connection", Reader.LOOP),
    /** Open orders of others, by that list; a loop reads, the strategy's side writes. */
    OTHERS_ORDERS(6, "others-orders", Reader.LOOP),
    /** Whether another attempt to connect may begin, of all loops together; a loop reads. */
    ATTEMPT(7, "attempt", Reader.LOOP),
    /** Whether trading is halted, by whomever; the strategy's side reads. */
    HALTED(8, "halted", Reader.STRATEGY),
    /** Uses of the kill switch; the strategy's side reads. */
    KILLS(9, "kills", Reader.STRATEGY),
    /** Whether the kill switch is for all of the account; the strategy's side reads. */
    KILL_OF_ACCOUNT(10, "kill-of-account", Reader.STRATEGY),
    /** Whether any loop has heard of maintenance; the strategy's side reads. */
    MAINTENANCE(11, "maintenance", Reader.STRATEGY),
    /** Whether the account is in doubt; the strategy's side reads, a loop writes. */
    DOUBT(12, "doubt", Reader.STRATEGY),
    /** Whether that lasts as orders rest; the strategy's side reads, a loop writes. */
    DOUBT_HELD(13, "doubt-held", Reader.STRATEGY),
    /** How often something of the account was lost; the strategy's side reads, a loop writes. */
    LOSSES(14, "losses", Reader.STRATEGY),
    /** Whether the account is told whole; the strategy's side reads, a loop writes. */
    TOLD_WHOLE(15, "told-whole", Reader.STRATEGY),
    /** Whether the key may write no orders; the strategy's side reads, a loop writes. */
    BARRED(16, "barred", Reader.STRATEGY),
    /** Whether the key of TLS is worn; the strategy's side reads, a loop writes. */
    KEY_WORN(17, "key-worn", Reader.STRATEGY),
    /** Whether the dead-man switch is armed; the strategy's side reads, a loop writes. */
    DEAD_MAN_ARMED(18, "dead-man-armed", Reader.STRATEGY),
    /** Whether orders of others keep it from being armed; the strategy's side reads, a loop writes. */
    DEAD_MAN_BLOCKED(19, "dead-man-blocked", Reader.STRATEGY),
    /** Whether the journal takes what raises the risk; the strategy's side reads. */
    JOURNAL_SOUND(20, "journal-sound", Reader.STRATEGY),
    /** Whether the journal has let a message leave; the strategy's side reads. */
    JOURNAL_LEAVE(21, "journal-leave", Reader.STRATEGY),
    /** The smallest amount of an instrument; the strategy's side reads. */
    LEAST_AMOUNT(22, "least-amount", Reader.STRATEGY),
    /** Whether an order is smaller than the venue takes; the strategy's side reads. */
    BELOW_LEAST(23, "below-least", Reader.STRATEGY),
    /** Whether an order is larger than the venue takes; the strategy's side reads. */
    ABOVE_MOST(24, "above-most", Reader.STRATEGY),
    /** What the venue's clock shows at time 0 of ours, as the bits of a double; the strategy's side reads. */
    VENUE_ZERO(25, "venue-zero", Reader.STRATEGY),
    /** Whether a message was handed to the socket, or to the queue before it; the strategy's side reads. */
    HANDED_OVER(26, "handed-over", Reader.STRATEGY),
    /** Faults of a channel; the strategy's side reads, a loop writes. */
    HEALTH(27, "health", Reader.STRATEGY),
    /** Whether a channel is wanted; the strategy's side reads, a loop writes. */
    WANTED(28, "wanted", Reader.STRATEGY),
    /** When a channel was last heard; the strategy's side reads, a loop writes. */
    HEARD_NS(29, "heard-ns", Reader.STRATEGY),
    /** How old a channel's frames are when they are read; the strategy's side reads, a loop writes. */
    TRANSIT_MS(30, "transit-ms", Reader.STRATEGY),
    /** Steps of this machine's clocks; a loop of several reads, the first writes. */
    CLOCK_STEPS(31, "clock-steps", Reader.LOOP),
    /** Whether the last of them was one ahead; a loop of several reads, the first writes. */
    CLOCK_AHEAD(32, "clock-ahead", Reader.LOOP),
    /** As VENUE_ZERO; a loop of several reads, each writes. */
    CLOCK_ZERO(33, "clock-zero", Reader.LOOP),
    /** The fastest way to the venue and back, as the bits of a double; a loop of several reads, each writes. */
    ROUND_TRIP(34, "round-trip", Reader.LOOP),
    /** Whether the first price of an instrument is awaited; the first loop of several reads, each writes. */
    FIRST_PRICE(35, "first-price", Reader.LOOP),
    /** How much the key of TLS has sealed, in percent of what it may; a loop reads, other threads seal, too. */
    KEY_USE(36, "key-use", Reader.LOOP),
    /** Whether a channel was ever heard; the strategy's side reads, a loop writes. */
    HEARD(37, "heard", Reader.STRATEGY),
    /** How many channels there are; the strategy's side reads, any thread writes. */
    CHANNELS(38, "channels", Reader.STRATEGY),
    /** Whether the ring had room for what a loop was to publish; the strategy's side makes room. */
    RING_ROOM(39, "ring-room", Reader.LOOP),
    /** Which parts of the ring have eased behind a lack of room, as bits, each time; a loop reads. */
    RING_EASED(40, "ring-eased", Reader.LOOP),
    /** Whether a socket took what a session asked of the venue; a loop reads, the network writes. */
    SOCKET_ROOM(41, "socket-room", Reader.LOOP),
    /** Whether the account's history took a question; the strategy's side reads. */
    HISTORY_ROOM(42, "history-room", Reader.STRATEGY),
    /** Whether there was room for what the strategy's side wants of a loop, which makes it. */
    COMMAND_ROOM(43, "command-room", Reader.STRATEGY),
    /** Whether a callback was interrupted as it lasted too long; the strategy's side reads. */
    INTERRUPTED(44, "interrupted", Reader.STRATEGY);

    /** Codes are below this. */
    public static final int COUNT = values().length;

    private static final SharedValue[] BY_CODE = new SharedValue[COUNT];

    static {
        for (SharedValue each : values()) {
            BY_CODE[each.code] = each;
        }
    }

    private final int code;
    private final String wireName;
    private final Reader reader;

    SharedValue(int code, String wireName, Reader reader) {
        this.code = code;
        this.wireName = wireName;
        this.reader = reader;
    }

    /** True for what a loop reads; any other is read by the strategy's side. */
    public boolean isReadByLoop() {
        return reader == Reader.LOOP;
    }

    /** Number of it, from 0. */
    public int code() {
        return code;
    }

    /** The one of this code. */
    public static SharedValue ofCode(int code) {
        return BY_CODE[code];
    }

    /** The word of a recording. */
    public String wireName() {
        return wireName;
    }

    /** The one of this word; null for none. */
    public static SharedValue ofWire(String name) {
        for (SharedValue each : BY_CODE) {
            if (each.wireName.equals(name)) {
                return each;
            }
        }
        return null;
    }

    /** Who reads a value. */
    private enum Reader {
        LOOP,
        STRATEGY
    }
}
