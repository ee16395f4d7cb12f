package io.hayate.rehearsal;

import io.hayate.model.ChannelSpec;
import java.io.IOException;

/** A ticker of a {@link RehearsalVenue}: the one that may ask for an order. */
final class StageTicker extends StageChannel {
    StageTicker(ChannelSpec spec) {
        super(spec);
    }

    @Override
    void play(StageFrames frames) throws IOException {
        frames.ticker(id(), isFunding(), false);
    }

    /** Asks for an order: of a market. */
    void cue(StageFrames frames) throws IOException {
        frames.ticker(id(), false, true);
    }
}
