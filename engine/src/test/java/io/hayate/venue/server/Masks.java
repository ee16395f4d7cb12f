package io.hayate.venue.server;

import java.util.List;

/** Puts words in place of the numbers that a test cannot know. */
public final class Masks {
    private Masks() {}

    /** Times become T, ids of orders O, ids of trades X; the account's snapshot stays as it is. */
    public static String mask(String frame) {
        return frame.replaceAll("\\b2\\d{11}\\b", "O")
                .replaceAll("\\b1[78]\\d{8}\\b", "X")
                .replaceAll("\\b1\\d{12}\\b", "T");
    }

    public static List<String> mask(List<String> frames) {
        return frames.stream().map(Masks::mask).toList();
    }

    /** The field at this index of the row in a frame {@code [0,TYPE,ROW]} without nested commas. */
    public static String field(String frame, int index) {
        String row = frame.substring(frame.indexOf('[', 1) + 1);
        return row.split(",", -1)[index].replace("\"", "");
    }
}
