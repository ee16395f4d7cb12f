package io.hayate.view.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.agrona.concurrent.EpochClock;

/** A run as it stands, and as it has come there. Thread {@code web}. */
final class LiveRun {
    private final LiveState state;
    private final EpochClock clock;
    private final LiveCurves curves = new LiveCurves();
    private LiveMoment last = new LiveMoment("", Double.NaN, 0, 0);
    private long lastMs;

    LiveRun(LiveState state, EpochClock clock) {
        this.state = state;
        this.clock = clock;
    }

    /** Notes how it stands; once a second, whether somebody listens or not. */
    void sample() {
        last = state.moment();
        lastMs = clock.time();
        curves.add(lastMs, last);
    }

    /** Writes how it stands, and the latest moment: {@code "moment":[ms,equity,depth,us]}. */
    void write(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("state");
        state.write(json);
        json.writeEndObject();
        if (lastMs > 0) {
            json.writeArrayFieldStart("moment");
            json.writeNumber(lastMs);
            LiveCurves.writeNumber(json, last.equity());
            json.writeNumber(last.ringDepth());
            json.writeNumber(last.ringAgeUs());
            json.writeEndArray();
            json.writeStringField("currency", last.currency());
        }
    }

    /** Writes all that was noted. */
    void writeCurves(JsonGenerator json) throws IOException {
        curves.write(json);
    }
}
