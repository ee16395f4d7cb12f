package io.hayate.view.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** What any thread may read of an engine. Thread {@code web}. */
public interface LiveState {
    /** Writes it as fields of an object. */
    void write(JsonGenerator json) throws IOException;

    /** How it stands now. */
    LiveMoment moment();
}
