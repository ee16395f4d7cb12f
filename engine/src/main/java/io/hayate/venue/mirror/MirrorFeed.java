package io.hayate.venue.mirror;

import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import io.hayate.venue.book.ChannelRows;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonReader;
import io.hayate.venue.wire.WireCursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * Takes the texts of public conversations with the exchange, recorded or live, and tells of what they
 * say. What is unknown or broken is counted and left out, nothing is thrown. A text that breaks half
 * way counts as a whole: nothing of it is told. Venue thread.
 */
public final class MirrorFeed implements Tail {
    private static final int TEXT_MAX = 16 << 20;
    private static final int EVENT_MAX = 64 << 10;
    private static final int EXAMPLE_MAX = 160;
    private static final int CONNECTIONS_MAX = 1_024;
    private static final int STOPPING = 20_051;
    private static final int MAINTENANCE = 20_060;
    private static final int MAINTENANCE_OVER = 20_061;

    private final MirrorTargets targets;
    private final MirrorCounts counts = new MirrorCounts();
    private final Int2ObjectHashMap<MirrorConnection> connections = new Int2ObjectHashMap<>();
    private final RecordedOrderRows own;
    private final WireCursor cursor = new WireCursor();
    private final ChannelRows rows = new ChannelRows();
    private byte[] text = new byte[1 << 16];
    private int length;
    private long books; // channels so far
    private MirrorConnection connection; // whose text is worked on
    private MirrorConnection account; // that told of an account's orders last; null for none

    MirrorFeed(MirrorTargets targets) {
        this.targets = targets;
        own = new RecordedOrderRows(targets);
    }

    @Override
    public MirrorCounts counts() {
        return counts;
    }

    /** A connection was made; one of the same number is over. */
    public void onOpen(int number) {
        onClosed(number);
        open(number);
    }

    private MirrorConnection open(int number) {
        if (connections.size() >= CONNECTIONS_MAX) {
            counts.add(MirrorCount.TOO_MANY, 1);
            return null;
        }
        MirrorConnection opened = new MirrorConnection();
        connections.put(number, opened);
        return opened;
    }

    /** A connection has ended: what it told of stands still until another tells of it. */
    public void onClosed(int number) {
        MirrorConnection closed = connections.remove(number);
        if (closed != null) {
            counts.add(MirrorCount.ENDS, 1);
            closed.end();
            if (closed == account) {
                own.clear(); // the next one tells what is left of them
            }
        }
    }

    /** Texts of these connections were lost before they came here. */
    public void onLost() {
        connections.values().forEach(MirrorConnection::distrust);
    }

    /** The exchange has sent a whole text on this connection. */
    public void onText(int number, DirectBuffer buffer, int offset, int bytes) {
        counts.add(MirrorCount.TEXTS, 1);
        MirrorConnection of = connections.get(number);
        connection = of == null ? open(number) : of;
        if (connection == null || bytes > TEXT_MAX) {
            counts.add(MirrorCount.TOO_MANY, connection == null ? 0 : 1);
            return;
        }
        if (bytes > text.length) {
            text = new byte[2 * bytes];
        }
        buffer.getBytes(offset, text, 0, bytes);
        length = bytes;
        cursor.wrap(text, bytes);
        if (cursor.skip('[')) {
            onArray();
        } else if (cursor.peek() == '{' && bytes <= EVENT_MAX) {
            onEvent();
        } else {
            onBroken();
        }
    }

    /** It may have been anybody's. */
    private void onBroken() {
        counts.broken(example());
        connection.distrust();
    }

    private void onArray() {
        long id = cursor.whole();
        cursor.expect(',');
        int next = cursor.peek();
        MirrorChannel channel = connection.channel(id);
        if (id == 0 && next == '"') {
            onAccount();
        } else if (id == 0 || (channel == null && next != '"')) {
            skip(id == 0 ? MirrorCount.UNFOLLOWED : MirrorCount.UNKNOWN);
        } else if (next == '[') {
            channel.onBody(cursor, rows, connection.isBulk(), this);
        } else if (next == '"') {
            onWord(channel);
        } else {
            onBroken();
        }
    }

    private void onAccount() {
        int word = cursor.word();
        boolean isHeartbeat = word == MirrorChannel.HEARTBEAT;
        if (!isHeartbeat) {
            cursor.expect(',');
        }
        boolean isRead = isHeartbeat ? isWhole(cursor) : skip(MirrorCount.UNFOLLOWED);
        counts.add(MirrorCount.UNFOLLOWED, isRead && isHeartbeat ? 1 : 0);
        if (isRead && RecordedOrderRows.isOf(word)) {
            account = connection;
            own.onText(word, new String(text, 0, length, StandardCharsets.UTF_8));
        }
    }

    private void onWord(MirrorChannel channel) {
        int word = cursor.word();
        if (word == MirrorChannel.HEARTBEAT) {
            onHeartbeat(channel);
        } else if (word == MirrorChannel.CHECKSUM) {
            onChecksum(channel);
        } else if (channel == null) {
            cursor.expect(',');
            skip(MirrorCount.UNKNOWN);
        } else {
            channel.onWord(word, cursor, this);
        }
    }

    private void onHeartbeat(MirrorChannel channel) {
        if (isWhole(cursor)) {
            counts.add(MirrorCount.HEARTBEATS, 1);
            if (channel != null) {
                channel.onHeard();
            }
        }
    }

    private void onChecksum(MirrorChannel channel) {
        boolean isProven = channel != null && channel.isProven();
        cursor.expect(',');
        long checksum = 0;
        if (isProven) {
            checksum = cursor.whole();
        } else {
            cursor.skipValue();
        }
        if (isWhole(cursor)) {
            counts.add(channel == null ? MirrorCount.UNKNOWN : MirrorCount.CHECKSUMS, 1);
            if (isProven) {
                channel.onChecksum(checksum, rows);
            }
        }
    }

    /** Reads the rest for its number alone; false when it is broken. */
    private boolean skip(MirrorCount what) {
        cursor.skipValue();
        boolean isWhole = isWhole(cursor);
        counts.add(what, isWhole ? 1 : 0);
        return isWhole;
    }

    @Override
    public boolean isWhole(WireCursor read) {
        boolean isNumbered = connection.isNumbered();
        while (read.skip(',')) {
            int next = read.peek();
            if (isNumbered && next >= '0' && next <= '9') {
                counts.add(MirrorCount.GAPS, connection.onSequence(read.whole()));
                isNumbered = false; // what follows counts something else
            } else {
                read.skipValue();
            }
        }
        read.expect(']');
        read.expectEnd();
        if (read.isBroken()) {
            onBroken();
            return false;
        }
        return true;
    }

    private String example() {
        String begin = new String(text, 0, Math.min(length, EXAMPLE_MAX), StandardCharsets.UTF_8);
        return length > EXAMPLE_MAX ? begin + "…" : begin;
    }

    private void onEvent() {
        Fields event;
        try {
            event = Fields.of(JsonReader.read(new String(text, 0, length, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            onBroken();
            return;
        }
        counts.add(MirrorCount.EVENTS, 1);
        String name = event.text("event");
        switch (name == null ? "" : name) {
            case "subscribed" -> onSubscribed(event);
            case "unsubscribed" -> connection.remove(event.whole("chanId"));
            case "conf" -> connection.flags(Math.max(0, event.whole("flags")));
            case "info" -> onInfo((int) event.whole("code"));
            default -> {} // answers to requests that are none of the market's
        }
    }

    private void onSubscribed(Fields event) {
        String symbol = event.text("symbol");
        String channel = event.text("channel");
        boolean isPair = symbol != null && symbol.startsWith("t");
        MirrorTarget target = isPair ? targets.find(symbol) : null;
        MirrorChannel.Kind kind =
                switch (channel == null ? "" : channel) {
                    case "book" -> MirrorChannel.Kind.BOOK;
                    case "trades" -> MirrorChannel.Kind.TRADES;
                    case "ticker" -> MirrorChannel.Kind.TICKER;
                    default -> MirrorChannel.Kind.OTHER;
                };
        boolean isBook = kind == MirrorChannel.Kind.BOOK;
        BookShape shape = isBook ? shape(event) : null;
        ChannelSpec spec = isBook ? spec(event, symbol, shape) : null;
        boolean isKnown = kind != MirrorChannel.Kind.OTHER;
        MirrorChannel granted = new MirrorChannel(kind, shape, spec, isKnown ? target : null);
        if (!connection.add(event.whole("chanId"), granted)) {
            counts.add(MirrorCount.TOO_MANY, 1);
        }
    }

    private BookShape shape(Fields event) {
        String precision = event.text("prec");
        long length = event.whole("len");
        boolean isLevels = precision != null && precision.matches("P[0-4]");
        return new BookShape(
                ++books,
                "R0".equals(precision),
                isLevels ? precision.charAt(1) - '0' : 0,
                length > 0 && length <= 250 ? (int) length : 25);
    }

    /** What a client would subscribe to hear the same; null where that is not said. */
    private static ChannelSpec spec(Fields event, String symbol, BookShape shape) {
        String precision = event.text("prec");
        String frequency = event.text("freq");
        boolean isSaid = precision != null && precision.matches("P[0-4]|R0") && frequency != null;
        return isSaid
                ? ChannelSpec.book(
                        symbol, BookPrecision.valueOf(precision), frequency, shape.length())
                : null;
    }

    private void onInfo(int code) {
        switch (code) {
            case STOPPING -> targets.onInfo(code);
            case MAINTENANCE, MAINTENANCE_OVER -> {
                connection.maintenance(code == MAINTENANCE);
                targets.onInfo(code);
            }
            default -> {} // the greeting
        }
    }
}
