package io.hayate.story;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into rows: between words, and a word that is too long behind a mark, or where it ends. */
final class Wrapped {
    private static final String MARKS = ",:;}])/";
    private static final int SHORT = 3; // a third of a row is too little before a long word

    private Wrapped() {}

    static List<String> of(String text, int width) {
        List<String> rows = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > width) {
            int end = end(rest, width);
            rows.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        if (!rest.isEmpty() || rows.isEmpty()) {
            rows.add(rest);
        }
        return rows;
    }

    private static int end(String text, int width) {
        int blank = text.lastIndexOf(' ', width);
        if (blank > width / SHORT) {
            return blank;
        }
        for (int at = width; at > width / SHORT; at--) {
            if (MARKS.indexOf(text.charAt(at - 1)) >= 0) {
                return at;
            }
        }
        return blank > 0 ? blank : width;
    }
}
