package io.hayate.report;

import io.hayate.model.Printable;
import java.util.Map;

/** Texts as a page shows them: whatever they hold, they stay texts. */
public final class Html {
    private Html() {}

    /** A text from elsewhere, as content or as an attribute in double quotes. */
    public static String text(String text) {
        return Printable.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Titles and their words, as rows of a list of definitions. */
    static String facts(Map<String, String> facts) {
        StringBuilder list = new StringBuilder();
        facts.forEach(
                (title, words) ->
                        list.append("<dt>")
                                .append(text(title))
                                .append("</dt><dd>")
                                .append(text(words))
                                .append("</dd>\n"));
        return list.toString();
    }
}
