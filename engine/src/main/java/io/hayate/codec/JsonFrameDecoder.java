package io.hayate.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.HoldingUpdate.Kind;
import io.hayate.event.ReportKind;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import io.hayate.model.Texts;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * Reads every frame that is JSON, with a parser that lives on from one to the next: what {@link
 * FrameDecoder} says of its methods is done here.
 *
 * <p>Loop. Allocates nothing for a good frame that is no control event.
 */
final class JsonFrameDecoder {
    static final long NO_CHANNEL = -1;

    private static final int FRAME_DEPTH = 1;
    private static final int LIST_DEPTH = 2;

    private final FrameParser parser;
    private final MarketRowDecoder marketDecoder;
    private final NotificationRowDecoder notificationDecoder;
    private final ControlDecoder controlDecoder = new ControlDecoder();
    private final Map<AccountType, RowDecoder> rowDecoders = new EnumMap<>(AccountType.class);
    private final TrailingNumbers trailing = new TrailingNumbers();

    private JsonParser json;
    private boolean open;
    private boolean sound;
    private FrameKind kind;
    private long channelId;
    private AccountType accountType;
    private MarketType marketType;
    private boolean list;
    private String unclear;

    JsonFrameDecoder(Instruments instruments, int frameBytesMax) {
        parser = new FrameParser(frameBytesMax);
        marketDecoder = new MarketRowDecoder(instruments);
        notificationDecoder = new NotificationRowDecoder(instruments);
        rowDecoders.put(AccountType.NOTIFICATION, notificationDecoder);
        rowDecoders.put(AccountType.OPEN_ORDERS, orders(ReportKind.OPEN_ORDER, instruments));
        rowDecoders.put(AccountType.ORDER_NEW, orders(ReportKind.NEW, instruments));
        rowDecoders.put(AccountType.ORDER_CHANGED, orders(ReportKind.CHANGED, instruments));
        rowDecoders.put(AccountType.ORDER_CLOSED, orders(ReportKind.CLOSED, instruments));
        rowDecoders.put(AccountType.TRADE_EXECUTED, fills(ReportKind.FILL, instruments));
        rowDecoders.put(AccountType.TRADE_UPDATED, fills(ReportKind.FILL_FEE, instruments));
        rowDecoders.put(AccountType.WALLETS, new WalletRowDecoder(true));
        rowDecoders.put(AccountType.WALLET, new WalletRowDecoder(false));
        rowDecoders.put(AccountType.POSITIONS, holding(Kind.POSITION, true, false));
        rowDecoders.put(AccountType.POSITION_NEW, holding(Kind.POSITION, false, false));
        rowDecoders.put(AccountType.POSITION_CHANGED, holding(Kind.POSITION, false, false));
        rowDecoders.put(AccountType.POSITION_CLOSED, holding(Kind.POSITION, false, true));
        rowDecoders.put(AccountType.OFFERS, holding(Kind.OFFER, true, false));
        rowDecoders.put(AccountType.OFFER_NEW, holding(Kind.OFFER, false, false));
        rowDecoders.put(AccountType.OFFER_CHANGED, holding(Kind.OFFER, false, false));
        rowDecoders.put(AccountType.OFFER_CLOSED, holding(Kind.OFFER, false, true));
    }

    private static RowDecoder holding(Kind kind, boolean isSnapshot, boolean isGone) {
        return new HoldingRowDecoder(kind, isSnapshot, isGone);
    }

    private static RowDecoder orders(ReportKind kind, Instruments instruments) {
        return new OrderRowDecoder(kind, instruments);
    }

    private static RowDecoder fills(ReportKind kind, Instruments instruments) {
        return new FillRowDecoder(kind, instruments);
    }

    /**
     * Copies a frame and reads its head. What became of the frame before does not matter: one that
     * was left half way is skipped, one that broke costs a new parser.
     */
    FrameKind begin(DirectBuffer buffer, int offset, int length) throws IOException {
        leave();
        kind = null;
        channelId = NO_CHANNEL;
        accountType = AccountType.UNKNOWN;
        marketType = MarketType.UNKNOWN;
        list = false;
        unclear = null;
        notificationDecoder.clear();
        trailing.clear(channelId);
        json = parser.load(buffer, offset, length);
        open = true;
        sound = false;
        kind = Json.next(json) == JsonToken.START_OBJECT ? FrameKind.CONTROL : beginArray();
        sound = true;
        return kind;
    }

    /** Leaves the frame that was read, whatever became of it, and the memory that a large one took. */
    void shrink() {
        leave();
        parser.shrink();
    }

    private void leave() {
        if (open && !(sound && skipToEnd())) {
            parser.renew();
        }
        open = false;
    }

    private boolean skipToEnd() {
        try {
            Json.skipToDepth(json, 0);
            return parser.isDrained();
        } catch (IOException e) {
            return false; // nobody wanted this frame any more
        }
    }

    private FrameKind beginArray() throws IOException {
        JsonToken channel = Json.next(json);
        if (channel != JsonToken.VALUE_NUMBER_INT) {
            throw Json.unexpected(channel, "a channel");
        }
        channelId = channel(Json.integer(json));
        trailing.clear(channelId);
        JsonToken second = Json.next(json);
        if (second == JsonToken.START_ARRAY) {
            list = channelId != 0 && parser.isList();
            return channelId == 0 ? FrameKind.ACCOUNT : FrameKind.DATA;
        }
        if (second != JsonToken.VALUE_STRING) {
            throw Json.unexpected(second, "a list or a type");
        }
        return beginTyped(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
    }

    private static long channel(long id) throws IOException {
        if (id < 0) {
            throw new MalformedFrameException("a channel is below 0");
        }
        return id;
    }

    private FrameKind beginTyped(char[] text, int offset, int length) throws IOException {
        if (Texts.equals("hb", text, offset, length)) {
            return FrameKind.HEARTBEAT;
        }
        if (channelId == 0) {
            accountType = AccountType.ofWire(text, offset, length);
        } else {
            marketType = MarketType.ofWire(text, offset, length);
        }
        JsonToken body = Json.next(json);
        if (accountType.isShown() && body != JsonToken.START_ARRAY) {
            accountType = AccountType.UNUSED; // nothing of it has come
        }
        if (accountType.isUsed() && body != JsonToken.START_ARRAY) {
            throw Json.unexpected(body, "a row");
        }
        return channelId == 0 ? FrameKind.ACCOUNT : FrameKind.TYPED;
    }

    long channelId() {
        return channelId;
    }

    AccountType accountType() {
        return accountType;
    }

    MarketType marketType() {
        return marketType;
    }

    boolean isList() {
        return list;
    }

    int rows() {
        if (list || accountType.isList()) {
            return parser.rows(list ? RowCounter.DATA_BODY : RowCounter.TYPED_BODY);
        }
        return kind == FrameKind.DATA || marketType != MarketType.UNKNOWN || accountType.isUsed()
                ? 1
                : 0;
    }

    EventType decodeMarketRow(MarketChannel channel, Event event) throws IOException {
        check(kind == FrameKind.DATA || kind == FrameKind.TYPED);
        sound = false;
        EventType type;
        if (kind == FrameKind.DATA) {
            nextRow(list);
            type = marketDecoder.decode(json, channel, event);
        } else {
            type = marketDecoder.decodeTyped(json, marketType, channel, event);
        }
        sound = true;
        return type;
    }

    /** Moves to a row: of a list to the next one. */
    private void nextRow(boolean ofList) throws IOException {
        if (ofList && Json.depth(json) == LIST_DEPTH) {
            Json.next(json);
        }
        Json.checkRow(json);
    }

    /** Moves over rows of market data that have been read already. */
    void skipRows(int rows) throws IOException {
        sound = false;
        for (int i = 0; i < rows; i++) {
            nextRow(list);
            Json.skipToDepth(json, list ? LIST_DEPTH : FRAME_DEPTH);
        }
        sound = true;
    }

    EventType decodeRow(Event event) throws IOException {
        check(accountType.isUsed());
        sound = false;
        nextRow(accountType.isList());
        enterWrapped();
        RowDecoder rows = rowDecoders.get(accountType);
        EventType type = rows.decode(json, event);
        unclear = unclear == null ? rows.unclear() : unclear;
        sound = true;
        return type;
    }

    String unclear() {
        return unclear;
    }

    boolean isRequestAnswer() {
        return notificationDecoder.isRequestAnswer();
    }

    /** A row that is the only one of a list, where no list is due, is that row. */
    private void enterWrapped() throws IOException {
        if (!accountType.isList() && parser.isWrapped()) {
            if (parser.rows(RowCounter.TYPED_BODY) > 1) {
                throw new MalformedFrameException("one row is due, found several");
            }
            Json.next(json);
        }
    }

    void decodeControl(ControlMessage message) throws IOException {
        check(kind == FrameKind.CONTROL);
        sound = false;
        controlDecoder.decode(json, message);
        sound = true;
    }

    /**
     * Skips what is left of the frame, reads the numbers appended to it, and checks that it closes
     * and that nothing follows.
     */
    void end() throws IOException {
        check(kind != null);
        sound = false;
        if (kind != FrameKind.CONTROL) {
            Json.skipToDepth(json, FRAME_DEPTH);
            readTrailing();
        }
        Json.skipToDepth(json, 0);
        if (!parser.isDrained()) {
            throw new MalformedFrameException("more follows the end of the frame");
        }
        open = false;
    }

    private void readTrailing() throws IOException {
        if (Json.depth(json) == FRAME_DEPTH) {
            trailing.read(json);
        }
    }

    /** What is appended to the frame, once it has ended. */
    TrailingNumbers trailing() {
        return trailing;
    }

    private void check(boolean allowed) {
        if (!open || !allowed) {
            throw new IllegalStateException("not what the frame holds: " + kind);
        }
    }
}
