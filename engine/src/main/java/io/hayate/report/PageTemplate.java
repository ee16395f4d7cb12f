package io.hayate.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with places such as {@code {{rows}}}, filled in one pass: what a place is filled with is
 * looked at no more. {@code {{style}}} is the style that all pages share.
 */
public final class PageTemplate {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

    private final Class<?> beside;
    private final String name;
    private final Map<String, String> parts = new LinkedHashMap<>();

    /**
     * A template.
     *
     * @param beside the class in whose package it lies
     */
    public PageTemplate(Class<?> beside, String name) {
        this.beside = beside;
        this.name = name;
    }

    /** What comes into a place: markup. */
    public PageTemplate part(String place, String markup) {
        parts.put(place, markup);
        return this;
    }

    /** Titles and their words, from elsewhere, come into the place {@code facts}. */
    public PageTemplate facts(Map<String, String> facts) {
        return part("facts", Html.facts(facts));
    }

    /**
     * The page.
     *
     * @throws IllegalStateException when a place has no part
     */
    public String fill() throws IOException {
        part("style", read(PageTemplate.class, "page.css"));
        Matcher places = PLACE.matcher(read(beside, name));
        StringBuilder page = new StringBuilder();
        while (places.find()) {
            String part = parts.get(places.group(1));
            if (part == null) {
                throw new IllegalStateException(name + " has a place without a part: " + places);
            }
            places.appendReplacement(page, Matcher.quoteReplacement(part));
        }
        return places.appendTail(page).toString();
    }

    private static String read(Class<?> beside, String name) throws IOException {
        try (InputStream in = beside.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
