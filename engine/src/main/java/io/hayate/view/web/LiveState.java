package io.hayate.view.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** What any thread may read of an engine, as fields of an object. Thread {@code web}. */
@FunctionalInterface
public interface LiveState {
    /** Writes them. */
    void write(JsonGenerator json) throws IOException;
}
