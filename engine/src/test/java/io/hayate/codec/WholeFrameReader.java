package io.hayate.codec;

import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.Ticker;
import io.hayate.event.WalletUpdate;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Reads whole frames as a session does, each with the same decoder as the ones before. */
final class WholeFrameReader {
    static final int FRAME_BYTES_MAX = 65_536;

    final Instruments instruments = new Instruments();
    final FrameDecoder decoder;
    final Event event = Event.allocate();
    private final ControlMessage control = new ControlMessage();

    WholeFrameReader() {
        this(DecoderKind.SCANNER);
    }

    WholeFrameReader(DecoderKind kind) {
        decoder = new FrameDecoder(instruments, FRAME_BYTES_MAX, kind);
    }

    FrameKind begin(String frame) throws IOException {
        DirectBuffer buffer = Frames.buffer(frame);
        return decoder.begin(buffer, Frames.OFFSET, Frames.length(buffer));
    }

    /** The sequence number of a frame of which only the head is wanted. */
    long sequence(String frame) throws IOException {
        begin(frame);
        decoder.end();
        return decoder.venueSequence();
    }

    Ticker ticker(String frame) throws IOException {
        return ticker(frame, TestChannels.TICKER);
    }

    Ticker fundingTicker(String frame) throws IOException {
        return ticker(frame, TestChannels.FUNDING_TICKER);
    }

    private Ticker ticker(String frame, MarketChannel channel) throws IOException {
        begin(frame);
        decoder.decodeMarketRow(channel, event.begin(7, 1));
        decoder.end();
        return new Ticker().wrap(event);
    }

    /** The rows of a frame of market data, each as a line. */
    List<String> marketRows(String frame, MarketChannel channel) throws IOException {
        begin(frame);
        List<String> lines = new ArrayList<>();
        int rows = decoder.rows();
        for (int i = 0; i < rows; i++) {
            EventType type = decoder.decodeMarketRow(channel, event.begin(Instrument.NONE, 1));
            lines.add(EventLines.of(type, event, instruments));
        }
        decoder.end();
        return lines;
    }

    /** The only row of an account frame. */
    EventType row(String frame) throws IOException {
        begin(frame);
        EventType type = decoder.decodeRow(event.begin(7, 1));
        decoder.end();
        return type;
    }

    ExecutionReport report(String frame) throws IOException {
        row(frame);
        return new ExecutionReport().wrap(event);
    }

    WalletUpdate wallet(String frame) throws IOException {
        row(frame);
        return new WalletUpdate().wrap(event);
    }

    ControlMessage control(String frame) throws IOException {
        begin(frame);
        decoder.decodeControl(control);
        decoder.end();
        return control;
    }

    String symbol() {
        return instruments.get(event.instrumentId()).symbol();
    }

    /** Reads all that a frame holds and returns it, so that two readings can be compared. */
    List<Object> readAll(byte[] frame) throws IOException {
        return readAll(Frames.buffer(frame), Frames.OFFSET, frame.length);
    }

    List<Object> readAll(DirectBuffer buffer, int offset, int length) throws IOException {
        List<Object> all = new ArrayList<>();
        FrameKind kind = decoder.begin(buffer, offset, length);
        all.add(kind);
        all.add(decoder.channelId());
        all.add(decoder.accountType());
        if (kind == FrameKind.CONTROL) {
            readControl(all);
        } else if (kind == FrameKind.DATA || kind == FrameKind.TYPED) {
            readMarketRows(all);
        } else if (kind == FrameKind.ACCOUNT) {
            readRows(all);
        }
        decoder.end();
        all.add(List.of(decoder.venueSequence(), decoder.accountSequence()));
        all.add(decoder.venueTimeMs());
        return all;
    }

    private void readControl(List<Object> all) throws IOException {
        decoder.decodeControl(control);
        all.add(control.event() + control.status() + control.channel() + control.symbol());
        all.add(control.precision() + control.frequency() + control.length());
        all.add(control.subscriptionId());
        all.add(control.pair() + control.currency() + control.key() + control.message());
        all.add(List.of(control.code(), control.version(), control.platformStatus()));
        all.add(List.of(control.channelId(), control.flags(), control.cid(), control.timeMs()));
    }

    private void readMarketRows(List<Object> all) throws IOException {
        all.add(decoder.isList());
        all.add(decoder.marketType());
        int rows = decoder.rows();
        all.add(rows);
        for (int i = 0; i < rows; i++) {
            all.add(decoder.decodeMarketRow(TestChannels.of(decoder.channelId()), blank()));
            addSlot(all);
        }
    }

    private void readRows(List<Object> all) throws IOException {
        int rows = decoder.rows();
        all.add(rows);
        for (int i = 0; i < rows; i++) {
            all.add(decoder.decodeRow(blank()));
            addSlot(all);
        }
    }

    private Event blank() {
        event.buffer().setMemory(0, Event.SIZE, (byte) 0);
        return event.begin(7, 1);
    }

    private void addSlot(List<Object> all) {
        UnsafeBuffer copy = new UnsafeBuffer(new byte[Event.SIZE]);
        event.copyTo(copy, 0);
        all.add(copy);
    }
}
