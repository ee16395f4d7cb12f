package io.hayate.recording;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.hayate.recording.line.JsonGrammar;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

    /** The head of a file that is made of others, whose names are its settings. */
    public static RecordingHead madeOf(
            String hayate, String java, List<String> sources, boolean cut) {
        StringBuilder names = new StringBuilder();
        for (String each : sources) {
            names.append(names.isEmpty() ? "\"" : ",\"");
            names.append(JsonStringEncoder.getInstance().quoteAsString(each)).append('"');
        }
        return new RecordingHead(hayate, java, "{\"sources\":[" + names + "]}", cut);
    }
}
