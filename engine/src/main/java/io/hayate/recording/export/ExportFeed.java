package io.hayate.recording.export;

import io.hayate.recording.RecordedEntry;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows a recording's public channels of pairs, and tells their trades, books and quotes. Trades of
 * before a subscription, which its first frame lists, are left out. Of several channels of one book
 * the first that is open counts.
 */
final class ExportFeed {
    private static final long US_PER_MS = 1_000;
    private static final long BULK_UPDATES = 536_870_912;
    private static final int TRADE_COLUMNS = 4;

    /** A connection that is open. */
    private static final class Heard {
        private final Map<Long, ExportChannel> channels = new HashMap<>();
        private final Set<Long> named = new HashSet<>(); // subscribed, exported or not
        private long flags;
    }

    private final ExportPlan plan;
    private final ExportSink sink;
    private final PublicFrame frame = new PublicFrame();
    private final Map<Integer, Heard> connections = new HashMap<>();
    private final Map<String, ExportChannel> books = new HashMap<>(); // the one that counts now
    private final Map<String, Quote> quotes = new HashMap<>();
    private long broken;
    private long unknown;
    private long unnamed;

    ExportFeed(ExportPlan plan, ExportSink sink) {
        this.plan = plan;
        this.sink = sink;
    }

    void onEntry(RecordedEntry entry) throws IOException {
        switch (entry.kind()) {
            case RECORDING -> {
                if (entry.count() <= 1) { // of another run
                    connections.values().forEach(this::leave);
                    connections.clear();
                }
            }
            case OPEN, CLOSE -> {
                Heard left = connections.remove(entry.connection());
                if (left != null) {
                    leave(left);
                }
            }
            case IN -> onText(entry);
            default -> {} // what the engine said and did then
        }
    }

    private void leave(Heard left) {
        left.channels.values().forEach(this::leave);
    }

    private void leave(ExportChannel left) {
        books.remove(left.symbol(), left);
    }

    private void onText(RecordedEntry entry) throws IOException {
        if (!ExportPlan.isRead(frame, entry)) {
            broken++;
            return;
        }
        Heard heard = connections.computeIfAbsent(entry.connection(), number -> new Heard());
        switch (frame.field("event")) {
            case "subscribed" -> onSubscribed(heard);
            case "unsubscribed" -> {
                ExportChannel left = heard.channels.remove(frame.number("chanId"));
                if (left != null) {
                    leave(left);
                }
            }
            case "conf" -> heard.flags = frame.number("flags");
            default -> onFrame(heard, entry.wallUs());
        }
    }

    private void onSubscribed(Heard heard) {
        String symbol = frame.field("symbol");
        heard.named.add(frame.number("chanId"));
        ExportChannel.Kind kind =
                switch (frame.field("channel")) {
                    case "trades" -> ExportChannel.Kind.TRADES;
                    case "ticker" -> ExportChannel.Kind.TICKER;
                    case "book" -> ExportChannel.Kind.BOOK;
                    default -> null;
                };
        if (kind == null || !symbol.startsWith("t")) {
            return;
        }
        ExportBook book = null;
        if (kind == ExportChannel.Kind.BOOK) {
            BookKind of = BookKind.of(frame);
            boolean isChosen = of.equals(plan.book(symbol)) && !books.containsKey(symbol);
            book = isChosen ? new ExportBook(of.isRaw()) : null;
        }
        ExportChannel channel = new ExportChannel(kind, symbol, book);
        heard.channels.put(frame.number("chanId"), channel);
        if (book != null) {
            books.put(symbol, channel);
        }
    }

    private void onFrame(Heard heard, long wallUs) throws IOException {
        ExportChannel channel = heard.channels.get(frame.channelId());
        if (channel == null) {
            boolean isNamed = frame.channelId() == 0 || heard.named.contains(frame.channelId());
            unnamed += isNamed || frame.word().equals("hb") ? 0 : 1;
            return;
        } else if (frame.rows().isEmpty() && !frame.isList()) {
            return;
        }
        long timeMs = frame.timeMs();
        long venueUs = timeMs == PublicFrame.NO_TIME ? wallUs : timeMs * US_PER_MS;
        try {
            switch (channel.kind()) {
                case TRADES -> onTrade(channel, wallUs);
                case BOOK -> onBook(channel, heard, new ExportTime(venueUs, wallUs));
                case TICKER -> onTicker(channel, new ExportTime(venueUs, wallUs));
            }
        } catch (NumberFormatException e) {
            broken++;
        }
    }

    private void onTrade(ExportChannel channel, long wallUs) throws IOException {
        boolean isTrade = frame.word().equals("te") || frame.word().equals("tu");
        List<String> row = isTrade ? frame.rows().get(0) : List.of();
        if (row.size() < TRADE_COLUMNS || !channel.isNew(row.get(0))) {
            unknown += isTrade && row.size() < TRADE_COLUMNS ? 1 : 0;
            return;
        }
        String amount = row.get(2);
        sink.onTrade(
                new ExportTime(Long.parseLong(row.get(1)) * US_PER_MS, wallUs),
                channel.symbol(),
                row.get(0),
                !ExportNumber.isNegative(amount),
                ExportNumber.plain(row.get(3)),
                ExportNumber.size(amount));
    }

    private void onBook(ExportChannel channel, Heard heard, ExportTime time) throws IOException {
        if (channel.book() == null || !frame.word().isEmpty()) {
            return; // another book of the pair, or a checksum
        }
        boolean isBulk = (heard.flags & BULK_UPDATES) != 0;
        boolean isSnapshot = frame.isList() && (channel.begins() || !isBulk);
        List<LevelChange> changes =
                isSnapshot
                        ? channel.book().snapshot(frame.rows())
                        : channel.book().update(frame.rows());
        sink.onBook(time, channel.symbol(), changes, isSnapshot);
        quote(time, channel.symbol(), channel.book().best());
    }

    private void quote(ExportTime time, String symbol, Quote quote) throws IOException {
        if (!quote.equals(quotes.put(symbol, quote))) {
            sink.onQuote(time, symbol, quote);
        }
    }

    /** Its sizes are those of many levels, so none is told. */
    private void onTicker(ExportChannel channel, ExportTime time) throws IOException {
        List<String> row = frame.rows().isEmpty() ? List.of() : frame.rows().get(0);
        if (row.size() > TRADE_COLUMNS && plan.book(channel.symbol()) == null) {
            String ask = ExportNumber.plain(row.get(2));
            String bid = ExportNumber.plain(row.get(0));
            quote(time, channel.symbol(), new Quote("", ask, bid, ""));
        }
    }

    /** Frames of channels without their {@code subscribed}; they are left out. */
    long unnamed() {
        return unnamed;
    }

    /** Texts that could not be read; they are left out. */
    long broken() {
        return broken + unknown;
    }
}
