package io.hayate.notify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.hayate.model.Printable;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JSON that a webhook takes, with places for what there is to tell: {@code {"text":"{{text}}"}}. What
 * comes into a place is escaped for a JSON string.
 */
public final class JsonTemplate {
    /** What stands for an address or a header that the token belongs in. */
    public static final String TOKEN = "{{token}}";

    /** For a webhook that says nothing of its own. */
    public static final String DEFAULT = "{\"title\":\"{{title}}\",\"text\":\"{{text}}\"}";

    private static final Pattern PLACE = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final NotifyMessage SAMPLE =
            new NotifyMessage("title", NotifyMessages.sample(), "text", 1, 0);
    private static final JsonFactory JSON = new JsonFactory();

    private final String template;

    private JsonTemplate(String template) {
        this.template = template;
    }

    /**
     * A template that was looked at already.
     *
     * @see #fault
     */
    static JsonTemplate of(String template) {
        return new JsonTemplate(template);
    }

    /** What is wrong with a template, for a person; null when it is one. */
    public static String fault(String template) {
        Matcher place = PLACE.matcher(template);
        while (place.find()) {
            if (!values(SAMPLE).containsKey(place.group(1))) {
                return "one with " + place.group();
            }
        }
        try (JsonParser parser = JSON.createParser(of(template).filled(SAMPLE))) {
            if (parser.nextToken() == null) {
                return "empty";
            }
            parser.skipChildren();
            return parser.nextToken() == null ? null : "more than one JSON value";
        } catch (IOException e) {
            return "no JSON text";
        }
    }

    /** The names that may stand in a place. */
    public static String names() {
        return String.join(", ", values(SAMPLE).keySet());
    }

    String filled(NotifyMessage message) {
        Map<String, String> values = values(message);
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(escaped(values, place.group(1))));
    }

    private static String escaped(Map<String, String> values, String name) {
        return escape(values.getOrDefault(name, ""));
    }

    /** A text for between the quotes of a JSON string. */
    static String escape(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(Printable.lines(text)));
    }

    private static Map<String, String> values(NotifyMessage message) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("title", message.title());
        values.put("text", message.text());
        values.put("kind", message.lead().kind().label());
        values.put("level", message.lead().level().name());
        values.put("strategy", message.lead().strategy());
        values.put("instrument", message.lead().instrument());
        values.put("count", Integer.toString(message.count()));
        values.put("time", Instant.ofEpochMilli(message.timeMs()).toString());
        return values;
    }
}
