package io.hayate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much a room holds, in steps of 5 files and 500 lines, so that not each change alters it. */
record RoomSize(int files, int lines) {
    private static final int FILES_MAX = 30;
    private static final int LINES_MAX = 2_500;

    /** The rooms over the limits: {@code up to 45 files, 4000 lines} by the room's name. */
    static Map<String, String> overLimit(List<SourceFile> files) {
        Map<String, RoomSize> rooms = new TreeMap<>();
        for (SourceFile each : files) {
            rooms.merge(each.room(), new RoomSize(1, each.lines()), RoomSize::plus);
        }
        Map<String, String> found = new TreeMap<>();
        rooms.forEach(
                (room, size) -> {
                    if (size.files > FILES_MAX || size.lines > LINES_MAX) {
                        found.put(room, size.toString());
                    }
                });
        return found;
    }

    private RoomSize plus(RoomSize other) {
        return new RoomSize(files + other.files, lines + other.lines);
    }

    @Override
    public String toString() {
        return "up to " + roundUp(files, 5) + " files, " + roundUp(lines, 500) + " lines";
    }

    private static int roundUp(int number, int step) {
        return (number + step - 1) / step * step;
    }
}
