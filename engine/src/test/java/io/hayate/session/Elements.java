package io.hayate.session;

import java.util.ArrayList;
import java.util.List;

/** The places of the values within a JSON text, whatever they are nested in. */
final class Elements {
    private final String text;
    private final List<int[]> places = new ArrayList<>();
    private int at;

    private Elements(String text) {
        this.text = text;
    }

    /** The text once for each value of it, with that value replaced. */
    static List<String> replaced(String text, String by) {
        Elements elements = new Elements(text);
        elements.value();
        List<String> all = new ArrayList<>();
        for (int[] place : elements.places) {
            all.add(text.substring(0, place[0]) + by + text.substring(place[1]));
        }
        return all;
    }

    private void value() {
        int start = at;
        char c = text.charAt(at);
        if (c == '[' || c == '{') {
            at++;
            inside(c == '{');
        } else if (c == '"') {
            word();
        } else {
            while (",]}".indexOf(text.charAt(at)) < 0) {
                at++;
            }
        }
        places.add(new int[] {start, at});
    }

    private void inside(boolean hasKeys) {
        while (text.charAt(at) != ']' && text.charAt(at) != '}') {
            if (text.charAt(at) == ',') {
                at++;
            } else {
                if (hasKeys) {
                    word();
                    at++; // the colon
                }
                value();
            }
        }
        at++;
    }

    private void word() {
        at = text.indexOf('"', at + 1) + 1;
    }
}
