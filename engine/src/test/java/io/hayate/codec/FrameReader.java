package io.hayate.codec;

import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.Ticker;
import io.hayate.event.WalletUpdate;
import io.hayate.model.Instruments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Reads whole frames as a session does, each with the same decoder as the ones before. */
final class FrameReader {
    static final int FRAME_BYTES_MAX = 65_536;

    final Instruments instruments = new Instruments();
    final FrameDecoder decoder = new FrameDecoder(instruments, FRAME_BYTES_MAX);
    final Event event = Event.allocate();
    private final ControlMessage control = new ControlMessage();

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
        return ticker(frame, false);
    }

    Ticker fundingTicker(String frame) throws IOException {
        return ticker(frame, true);
    }

    private Ticker ticker(String frame, boolean funding) throws IOException {
        begin(frame);
        decoder.decodeTicker(funding, event.begin(7, 1));
        decoder.end();
        return new Ticker().wrap(event);
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
        return readAll(new UnsafeBuffer(frame), 0, frame.length);
    }

    List<Object> readAll(DirectBuffer buffer, int offset, int length) throws IOException {
        List<Object> all = new ArrayList<>();
        FrameKind kind = decoder.begin(buffer, offset, length);
        all.add(kind);
        all.add(decoder.channelId());
        all.add(decoder.accountType());
        if (kind == FrameKind.CONTROL) {
            readControl(all);
        } else if (kind == FrameKind.DATA) {
            readTicker(all);
        } else if (kind == FrameKind.ACCOUNT) {
            readRows(all);
        }
        decoder.end();
        all.add(decoder.venueSequence());
        return all;
    }

    private void readControl(List<Object> all) throws IOException {
        decoder.decodeControl(control);
        all.add(control.event() + control.status() + control.channel() + control.symbol());
        all.add(control.pair() + control.currency() + control.key() + control.message());
        all.add(List.of(control.code(), control.version(), control.platformStatus()));
        all.add(List.of(control.channelId(), control.flags(), control.cid(), control.timeMs()));
    }

    private void readTicker(List<Object> all) throws IOException {
        decoder.decodeTicker(false, blank());
        addSlot(all);
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
