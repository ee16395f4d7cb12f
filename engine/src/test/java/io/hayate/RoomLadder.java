package io.hayate;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rooms from the lowest to the highest, and whom each of them may use. */
final class RoomLadder {
    private final Map<String, Set<String>> mayUse = new LinkedHashMap<>();

    private RoomLadder() {}

    /**
     * Reads one room a line: its name, a bar, and the rooms that it may use. {@code *} is all rooms
     * above the line, {@code venue.*} all those above it whose names begin so.
     */
    static RoomLadder of(String table) {
        RoomLadder ladder = new RoomLadder();
        table.lines().forEach(ladder::add);
        return ladder;
    }

    private void add(String line) {
        String[] columns = line.split("\\|", 2);
        String room = columns[0].strip();
        Set<String> used = new TreeSet<>();
        for (String each : columns[1].strip().split("\\s+", -1)) {
            used.addAll(above(each));
        }
        if (mayUse.put(room, used) != null) {
            throw new AssertionError("the room " + room + " stands in two lines");
        }
    }

    private Set<String> above(String word) {
        Set<String> found = new TreeSet<>();
        for (String room : mayUse.keySet()) {
            boolean isMeant =
                    word.endsWith("*")
                            ? room.startsWith(word.substring(0, word.length() - 1))
                            : room.equals(word);
            if (isMeant) {
                found.add(room);
            }
        }
        if (found.isEmpty() && !word.isEmpty()) {
            throw new AssertionError("no room above the line is named " + word);
        }
        return found;
    }

    /** The rooms of these classes that have no line. */
    Set<String> unknown(JavaClasses classes) {
        Set<String> unknown = new TreeSet<>();
        for (JavaClass each : classes) {
            unknown.add(SourceFile.room(each.getPackageName()));
        }
        unknown.removeAll(mayUse.keySet());
        return unknown;
    }

    /** Which types reach through which wall: {@code OrderManager} by {@code order -> session}. */
    Map<String, Set<String>> breaches(JavaClasses classes) {
        Map<String, Set<String>> found = new TreeMap<>();
        for (JavaClass each : classes) {
            String room = SourceFile.room(each.getPackageName());
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith(SourceFile.ROOT)
                        && !isAllowed(room, SourceFile.room(target.getPackageName()))) {
                    String breach = room + " -> " + SourceFile.room(target.getPackageName());
                    found.computeIfAbsent(breach, unused -> new TreeSet<>())
                            .add(ClockReaders.outermost(each).getSimpleName());
                }
            }
        }
        return found;
    }

    private boolean isAllowed(String room, String used) {
        return room.equals(used) || mayUse.getOrDefault(room, Set.of()).contains(used);
    }
}
