package io.hayate.venue.session;

import io.hayate.venue.wire.JsonText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What frames are, by the words that rules of faults have for them. */
public final class FrameTypes {
    private static final List<String> DATA = List.of("data");
    private static final Pattern EVENT = Pattern.compile("\"event\":\"([^\"]*)\"");
    private static final Pattern NOTIFICATION = Pattern.compile("^\\[[^,]*,\"([^\"]*)\"");
    private static final Pattern SYMBOL = Pattern.compile("\"([tf][A-Z0-9]+(:[A-Z0-9]+)?)\"");

    private FrameTypes() {}

    /** Those of an event: its name. */
    static List<String> ofEvent(JsonText event) {
        return List.of(first(EVENT, event, ""));
    }

    /** Those of a frame with this word and body: a notification is also what it answers. */
    static List<String> of(String word, JsonText body) {
        if (word == null) {
            return DATA;
        }
        return word.equals("n") ? List.of(word, first(NOTIFICATION, body, "")) : List.of(word);
    }

    /** The symbol that a row of the account names first, or null. */
    public static String symbolIn(JsonText body) {
        return body == null ? null : first(SYMBOL, body, null);
    }

    private static String first(Pattern pattern, JsonText text, String otherwise) {
        Matcher matcher = pattern.matcher(text.toString());
        return matcher.find() ? matcher.group(1) : otherwise;
    }
}
