package io.hayate.benchmarks;

import io.hayate.codec.DecoderKind;
import io.hayate.codec.FrameDecoder;
import io.hayate.event.Event;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;
import java.io.IOException;

/** Reads frames of one channel as a session does, into one slot. */
final class MarketFrameReader {
    private static final int FRAME_BYTES_MAX = 4_096;

    private final Event event = Event.allocate();
    private final FrameDecoder decoder;
    private final MarketFramePool frames;
    private final MarketChannel channel;

    MarketFrameReader(DecoderKind kind, MarketFramePool frames, ChannelSpec spec) {
        Instruments instruments = new Instruments();
        decoder = new FrameDecoder(instruments, FRAME_BYTES_MAX, kind);
        this.frames = frames;
        channel = new MarketChannels().register(spec, instruments);
    }

    /** Reads the next frame, every row. */
    Event read() throws IOException {
        frames.next();
        decoder.begin(frames.buffer(), frames.offset(), frames.length());
        int rows = decoder.isList() ? decoder.rows() : 1;
        for (int i = 0; i < rows; i++) {
            event.type(decoder.decodeMarketRow(channel, event.begin(0, 1)));
        }
        decoder.end();
        return event.venueSequence(decoder.venueSequence()).venueTimeMs(decoder.venueTimeMs());
    }
}
