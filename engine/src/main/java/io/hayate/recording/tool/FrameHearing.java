package io.hayate.recording.tool;

import io.hayate.codec.AccountType;
import io.hayate.codec.ControlMessage;
import io.hayate.codec.FrameDecoder;
import io.hayate.codec.FrameKind;
import io.hayate.codec.MarketType;
import io.hayate.event.Event;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import io.hayate.recording.EntrySource;
import io.hayate.recording.RecordedEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the frames of connections as the session would: by the codec, and what that leaves out. */
final class FrameHearing {
    private static final int FRAME_BYTES_MAX = 16 << 20;
    private static final long BULK_UPDATES = 536_870_912;
    private static final int UNNAMED_MAX = 1_000;

    private final Findings findings;
    private final Map<ChannelSpec, ChannelSums> sums;
    private final List<UnnamedChannel> unnamed = new ArrayList<>();
    private final Instruments instruments = Instruments.of(List.of());
    private final FrameDecoder decoder = new FrameDecoder(instruments, FRAME_BYTES_MAX);
    private final ControlMessage message = new ControlMessage();
    private final Event event = Event.allocate();

    private HeardConnection connection;
    private EntrySource source;
    private RecordedEntry entry;
    private long account;
    private long control;
    private long heartbeats;

    FrameHearing(Findings findings, Map<ChannelSpec, ChannelSums> sums) {
        this.findings = findings;
        this.sums = sums;
    }

    /** Takes a text that came in. */
    void onFrame(HeardConnection of, EntrySource from, RecordedEntry frame) {
        connection = of;
        source = from;
        entry = frame;
        try {
            read(decoder.begin(frame.text(), frame.textOffset(), frame.textLength()));
        } catch (IOException | NumberFormatException e) {
            found(Flaw.UNKNOWN, "a frame that cannot be read: " + e.getMessage());
            connection.onMissed();
        }
    }

    private void found(Flaw finding, String words) {
        findings.add(finding, source.place(), words);
    }

    private void read(FrameKind kind) throws IOException {
        switch (kind) {
            case CONTROL -> onControl();
            case HEARTBEAT -> {
                decoder.end();
                heartbeats++;
            }
            case DATA -> onMarket(true);
            case TYPED -> onMarket(false);
            case ACCOUNT -> onAccount();
        }
        if (kind != FrameKind.CONTROL) {
            follow(decoder.venueSequence(), kind);
        }
    }

    private void onAccount() throws IOException {
        account++;
        AccountType type = decoder.accountType();
        int rows = type.isUsed() ? decoder.rows() : 0;
        for (int i = 0; i < rows; i++) {
            decoder.decodeRow(event.begin(Instrument.NONE, 0));
        }
        String unclear = decoder.unclear();
        decoder.end();
        if (type == AccountType.UNKNOWN) {
            found(Flaw.UNKNOWN, "a frame of the account of a type that is not known");
        } else if (unclear != null) {
            found(Flaw.UNKNOWN, "a frame of the account: " + unclear);
        }
    }

    private void onMarket(boolean isData) throws IOException {
        long id = decoder.channelId();
        HeardChannel channel = connection.channels().get(id);
        MarketType type = decoder.marketType();
        boolean isList = decoder.isList();
        if (channel == null) {
            decoder.end();
            if (!connection.hasLeft(id)) {
                onUnnamed(id, isData ? null : type);
            }
            return;
        }
        if (!isData && type == MarketType.UNKNOWN) {
            found(Flaw.UNKNOWN, "a frame of market data of a type that is not known");
        }
        channel.sums().onFrame(entry.wallUs());
        int rows = decoder.rows();
        for (int i = 0; i < rows; i++) {
            decoder.decodeMarketRow(channel.channel(), event.begin(Instrument.NONE, 0));
        }
        decoder.end();
        if (channel.book() != null) {
            onBook(channel, type == MarketType.CHECKSUM, isList);
        }
        if (isData) {
            channel.onData();
        }
    }

    private void onUnnamed(long id, MarketType type) {
        UnnamedChannel channel = connection.unnamed().get(id);
        if (channel != null) {
            findings.again(Flaw.CHANNEL);
        } else if (unnamed.size() < UNNAMED_MAX) {
            channel = new UnnamedChannel(connection.number(), id);
            connection.unnamed().put(id, channel);
            unnamed.add(channel);
            findings.add(Flaw.CHANNEL, source.place(), channel::words);
        } else {
            found(Flaw.CHANNEL, "channel " + id + " is not subscribed");
            return;
        }
        channel.onFrame(entry.wallUs());
        if (channel.form().isEmpty()) {
            channel.form(FrameForm.of(entry, type));
        }
    }

    private void onBook(HeardChannel channel, boolean isChecksum, boolean isList)
            throws IOException {
        BookTexts book = channel.book();
        if (isChecksum) {
            onChecksum(channel, book);
            return;
        }
        List<List<String>> rows = FrameNumbers.rows(entry);
        boolean isBulk = (connection.flags() & BULK_UPDATES) != 0 && channel.hasData();
        if (isList && !isBulk) {
            book.snapshot(rows);
        } else {
            rows.forEach(book::update);
        }
    }

    private void onChecksum(HeardChannel channel, BookTexts book) throws IOException {
        boolean isChecked = book.isWhole() && !channel.channel().isFunding();
        int told = FrameNumbers.checksum(entry);
        int is = book.checksum();
        channel.sums().onChecksum(isChecked, told == is);
        if (isChecked && told != is) {
            found(Flaw.CHECKSUM, channel.sums().spec() + " has " + is + ": was told " + told);
            book.onMissed();
        }
    }

    private void follow(long sequence, FrameKind kind) {
        if (sequence == Event.NO_SEQUENCE) {
            return;
        }
        long last = connection.lastSequence();
        boolean isNext = last == HeardConnection.NO_SEQUENCE || sequence == last + 1;
        if (!isNext && kind == FrameKind.ACCOUNT && decoder.isRequestAnswer()) {
            return; // some servers send the account's number there
        }
        if (!isNext) {
            found(Flaw.GAP, "number " + sequence + " follows " + last);
            connection.onMissed();
        }
        connection.lastSequence(sequence);
    }

    private void onControl() throws IOException {
        control++;
        decoder.decodeControl(message);
        decoder.end();
        byte[] text = new byte[entry.textLength()];
        entry.text().getBytes(entry.textOffset(), text);
        switch (message.kind()) {
            case SUBSCRIBED -> subscribed(text);
            case UNSUBSCRIBED -> connection.leave(message.channelId());
            case CONF -> {
                connection.flags(Math.max(0, message.flags()));
                connection.control().put(message.event(), text);
            }
            case AUTH -> connection.control().put(message.event(), text);
            case INFO -> {
                if (message.version() >= 0) {
                    connection.control().put(message.event(), text);
                }
            }
            case OTHER -> found(Flaw.UNKNOWN, "an event that is not known: " + message.event());
            default -> {}
        }
    }

    private void subscribed(byte[] text) {
        ChannelSpec spec = message.spec();
        if (spec == null) {
            found(Flaw.UNKNOWN, "a channel that is not known: " + message.channel());
            return;
        }
        int id = spec.symbol().isEmpty() ? Instrument.NONE : instruments.register(spec.symbol());
        Instrument instrument = id == Instrument.NONE ? null : instruments.get(id);
        MarketChannel channel = new MarketChannel(0, spec, instrument);
        BookTexts book =
                spec.channel() == Channel.BOOK
                        ? new BookTexts(spec.isRaw(), spec.symbol().startsWith("f"))
                        : null;
        ChannelSums sum = sums.computeIfAbsent(spec, ChannelSums::new);
        connection.channels().put(message.channelId(), new HeardChannel(channel, sum, text, book));
    }

    /** Channels with data and without {@code subscribed}, as they came; the first thousand. */
    List<UnnamedChannel> unnamed() {
        return unnamed;
    }

    /** Frames of the account. */
    long account() {
        return account;
    }

    /** Events such as {@code subscribed}. */
    long control() {
        return control;
    }

    /** Heartbeats of all channels. */
    long heartbeats() {
        return heartbeats;
    }
}
