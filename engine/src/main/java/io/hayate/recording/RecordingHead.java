package io.hayate.recording;

import io.hayate.recording.line.JsonGrammar;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What stands at the head of each file of a recording.
 *
 * @param hayate version of Hayate that records
 * @param java version of Java that it runs on
 * @param settings a JSON object on one line, without secrets
 * @param cut true for a part of another recording: frames of its first moment are made up
 */
public record RecordingHead(String hayate, String java, String settings, boolean cut) {
    static final int VERSION = 1;

    public RecordingHead {
        UnsafeBuffer text = new UnsafeBuffer(settings.getBytes(StandardCharsets.UTF_8));
        if (!settings.startsWith("{") || !new JsonGrammar().isOneValue(text, 0, text.capacity())) {
            throw new IllegalArgumentException("the settings must be a JSON object on one line");
        }
    }
}
