package io.hayate.rehearsal;

import io.hayate.model.ChannelSpec;
import java.io.IOException;

/** A channel of a {@link RehearsalVenue}: what the venue says of it, in answer to a subscription and then. */
abstract class StageChannel {
    private static final long NONE = 0;

    private final ChannelSpec spec;
    private long id = NONE;

    StageChannel(ChannelSpec spec) {
        this.spec = spec;
    }

    ChannelSpec spec() {
        return spec;
    }

    final boolean isFunding() {
        return StageCast.isFunding(spec);
    }

    /** True for the request that subscribes this channel. */
    final boolean isAskedBy(String request) {
        String subject =
                spec.key().isEmpty()
                        ? "\"symbol\":\"" + spec.symbol() + '"'
                        : "\"key\":\"" + spec.key() + '"';
        return request.contains("\"channel\":\"" + spec.channel().wireName() + '"')
                && request.contains(subject)
                && (spec.precision() == null
                        || request.contains("\"prec\":\"" + spec.precision() + '"'));
    }

    /** Its number on the connection. */
    final long id() {
        return id;
    }

    final boolean isOpen() {
        return id != NONE;
    }

    final void open(long number) {
        id = number;
    }

    final void close() {
        id = NONE;
    }

    /** Says what a subscription is answered with first; nothing where that is what comes anyhow. */
    void begin(StageFrames frames) throws IOException {}

    /** Says what comes next. */
    abstract void play(StageFrames frames) throws IOException;
}
