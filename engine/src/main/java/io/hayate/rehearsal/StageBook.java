package io.hayate.rehearsal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hayate.model.ChannelSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A book of a {@link RehearsalVenue}: a snapshot, bursts in the exchange's order, and a checksum that is right
 * behind some of them; one that is wrong has it asked for anew.
 */
final class StageBook extends StageChannel {
    private static final int BURSTS_PER_CHECKSUM = 4;

    private final StageSide bids;
    private final StageSide asks;
    private final CRC32 crc = new CRC32();
    private int bursts;

    StageBook(ChannelSpec spec) {
        super(spec);
        bids = new StageSide(spec, true);
        asks = new StageSide(spec, false);
    }

    @Override
    void begin(StageFrames frames) throws IOException {
        frames.data(id(), "[" + bids.rows() + "," + asks.rows() + "]");
    }

    /** A burst: what leaves, then what changes or comes back. */
    @Override
    void play(StageFrames frames) throws IOException {
        bursts++;
        List<String> rows = new ArrayList<>(List.of(bids.leave(bursts), asks.leave(bursts)));
        rows.addAll(bids.change(bursts));
        rows.addAll(asks.change(bursts));
        if (frames.isBulk()) {
            frames.data(id(), "[" + String.join(",", rows) + "]");
        } else {
            for (String row : rows) {
                frames.data(id(), row);
            }
        }
        if (bursts % BURSTS_PER_CHECKSUM == 0) {
            frames.data(id(), "\"cs\"," + checksum());
        }
    }

    /** Says a checksum that cannot be: the client wants a fresh snapshot then. */
    void spoil(StageFrames frames) throws IOException {
        frames.data(id(), "\"cs\"," + (checksum() + 1));
    }

    private int checksum() {
        StringBuilder text = new StringBuilder();
        for (int rank = 0; rank < StageCast.LEVELS_MAX; rank++) {
            bids.addTo(text, rank);
            asks.addTo(text, rank);
        }
        crc.reset();
        crc.update(text.toString().getBytes(US_ASCII));
        return (int) crc.getValue();
    }
}
