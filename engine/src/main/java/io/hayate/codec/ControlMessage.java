package io.hayate.codec;

import io.hayate.model.BookPrecision;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Texts;
import java.util.Arrays;

/**
 * A control event of the venue, as {@link FrameDecoder#decodeControl} read it. Keys come in any
 * order and most are absent: an absent text is empty, an absent number is what its method says.
 *
 * <pre>{"event":"subscribed","channel":"ticker","chanId":204778,"symbol":"tBTCUSD"}</pre>
 *
 * <p>The loop. Holds the last event until the next is read. Texts are made anew for each event.
 */
public final class ControlMessage {
    /** What an event tells. */
    public enum Kind {
        INFO("info"),
        CONF("conf"),
        SUBSCRIBED("subscribed"),
        UNSUBSCRIBED("unsubscribed"),
        AUTH("auth"),
        UNAUTH("unauth"),
        ERROR("error"),
        PONG("pong"),
        /** An event that Hayate does not know; see {@link ControlMessage#event()}. */
        OTHER("");

        private static final Kind[] VALUES = values();

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        private static Kind ofWire(char[] text, int offset, int length) {
            for (Kind kind : VALUES) {
                if (Texts.equals(kind.wireName, text, offset, length)) {
                    return kind;
                }
            }
            return OTHER;
        }
    }

    private final String[] texts = new String[ControlField.count()];
    private final long[] numbers = new long[ControlField.count()];
    private int seen;
    private Kind kind = Kind.OTHER;

    /** A message of which every field is absent. */
    public ControlMessage() {
        clear();
    }

    void clear() {
        Arrays.fill(texts, "");
        ControlField.clear(numbers);
        seen = 0;
        kind = Kind.OTHER;
    }

    /** Notes that the key has come; false when it had come before. */
    boolean see(ControlField field) {
        int before = seen;
        seen |= 1 << field.index();
        return before != seen;
    }

    void put(ControlField field, long value) {
        numbers[field.index()] = value;
    }

    void put(ControlField field, String value) {
        texts[field.index()] = value;
    }

    /** Sets the kind; allocates only for a word that is not known. */
    void putEvent(char[] text, int offset, int length) {
        kind = Kind.ofWire(text, offset, length);
        put(
                ControlField.EVENT,
                kind == Kind.OTHER ? new String(text, offset, length) : kind.wireName);
    }

    /** What the event tells. */
    public Kind kind() {
        return kind;
    }

    /** The venue's word for the event. */
    public String event() {
        return text(ControlField.EVENT);
    }

    /** Code of an info or error, see the venue's list; 0 if absent. */
    public int code() {
        return integer(ControlField.CODE);
    }

    /** Version of the protocol in the first info; -1 if absent. */
    public int version() {
        return integer(ControlField.VERSION);
    }

    /** 1 while the venue trades, 0 in maintenance; -1 if absent. */
    public int platformStatus() {
        return integer(ControlField.PLATFORM);
    }

    /** The channel that the event is about; -1 if absent. */
    public long channelId() {
        return number(ControlField.CHANNEL_ID);
    }

    /** {@code OK}, or a word of failure. */
    public String status() {
        return text(ControlField.STATUS);
    }

    /** Kind of stream: {@code ticker}. */
    public String channel() {
        return text(ControlField.CHANNEL);
    }

    /** {@code tBTCUSD}, {@code fUSD}. */
    public String symbol() {
        return text(ControlField.SYMBOL);
    }

    /** {@code BTCUSD}; some servers leave it out. */
    public String pair() {
        return text(ControlField.PAIR);
    }

    /** {@code USD}, in the place of the pair, of a funding currency. */
    public String currency() {
        return text(ControlField.CURRENCY);
    }

    /** Key of a candle or status stream: {@code trade:1m:tBTCUSD}. */
    public String key() {
        return text(ControlField.KEY);
    }

    /** Precision of a book: {@code P0}. */
    public String precision() {
        return text(ControlField.PRECISION);
    }

    /** Frequency of a book: {@code F0}. */
    public String frequency() {
        return text(ControlField.FREQUENCY);
    }

    /** Levels, or orders, a side of a book; the venue writes it as a text or a number. */
    public String length() {
        return text(ControlField.LENGTH);
    }

    /** Whatever the request gave as its own id. */
    public String subscriptionId() {
        return text(ControlField.SUBSCRIPTION_ID);
    }

    /**
     * True when this answers a request for a channel: its stream and its key or symbol are those of
     * the answer, and for a book what else the answer repeats. Some servers leave out the first
     * letter of a symbol, or name the pair or currency alone. Allocates.
     */
    public boolean isAbout(ChannelSpec spec) {
        if (!spec.channel().wireName().equals(channel())) {
            return false;
        }
        if (!spec.key().isEmpty()) {
            return spec.key().equals(key());
        }
        return isOf(spec.symbol()) && (spec.precision() == null || isOfBook(spec));
    }

    private boolean isOf(String symbol) {
        if (!symbol().isEmpty()) {
            return isSame(symbol, symbol());
        }
        return isSame(symbol, symbol.startsWith("f") ? currency() : pair());
    }

    /** True also for a name without the letter in front. */
    private static boolean isSame(String symbol, String name) {
        int cut = symbol.length() - name.length();
        return !name.isEmpty() && (cut == 0 || cut == 1) && symbol.endsWith(name);
    }

    private boolean isOfBook(ChannelSpec spec) {
        return isAbsentOr(spec.precision().name(), precision())
                && isAbsentOr(String.valueOf(spec.length()), length())
                && (spec.isRaw() || isAbsentOr(spec.frequency(), frequency())); // orders are F0
    }

    private static boolean isAbsentOr(String wanted, String given) {
        return given.isEmpty() || wanted.equals(given);
    }

    /** The venue's words for a person. */
    public String message() {
        return text(ControlField.MESSAGE);
    }

    /** Sum of the flags that are on; -1 if absent. */
    public long flags() {
        return number(ControlField.FLAGS);
    }

    /** The number that our ping carried; -1 if absent. */
    public long cid() {
        return number(ControlField.CID);
    }

    /** The venue's clock in ms; 0 if absent. */
    public long timeMs() {
        return number(ControlField.TIME_MS);
    }

    /** True when the venue said what the key may do, whether it was understood or not. */
    public boolean hasCaps() {
        return number(ControlField.CAPS) >= 0;
    }

    /** True when it said that the key may write orders. */
    public boolean mayWriteOrders() {
        return hasCaps() && (number(ControlField.CAPS) & KeyCapsDecoder.WRITES_ORDERS) != 0;
    }

    /** True when it said that money may leave by the key. */
    public boolean mayWithdraw() {
        return hasCaps() && (number(ControlField.CAPS) & KeyCapsDecoder.WITHDRAWS) != 0;
    }

    private String text(ControlField field) {
        return texts[field.index()];
    }

    private long number(ControlField field) {
        return numbers[field.index()];
    }

    private int integer(ControlField field) {
        return (int) number(field); // the decoder has looked at its bounds
    }

    /** The venue's reason, with its code, for a person. Allocates. */
    public String said() {
        String number = code() == 0 ? "" : " (" + code() + ")";
        return (message().isEmpty() ? "no reason given" : message()) + number;
    }

    /** The channel that it grants, as it would be subscribed; null for one that is not known. */
    public ChannelSpec spec() {
        Channel known = Channel.ofWire(channel());
        if (known == null || known == Channel.ACCOUNT) {
            return null;
        } else if (!key().isEmpty()) {
            return ChannelSpec.ofKey(known, key());
        } else if (known != Channel.BOOK) {
            return new ChannelSpec(known, specSymbol(), "", null, "", 0);
        }
        BookPrecision told = BookPrecision.ofWire(precision());
        int levels = length().matches("\\d{1,6}") ? Integer.parseInt(length()) : 0;
        BookPrecision precise = told == null ? BookPrecision.P0 : told;
        return new ChannelSpec(known, specSymbol(), "", precise, frequency(), levels);
    }

    private String specSymbol() {
        if (!symbol().isEmpty()) {
            return symbol();
        }
        return pair().isEmpty() ? "f" + currency() : "t" + pair();
    }
}
