package io.hayate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The types that know each other in a circle inside one room. A type points at another of its room
 * when its source names it; it sits in a circle when a way along such names leads back to it.
 */
final class TypeCircles {
    private TypeCircles() {}

    /** The types in circles, by room; a room without circles is left out. */
    static Map<String, Set<String>> of(List<SourceFile> files) {
        Map<String, Map<String, Set<String>>> rooms = new TreeMap<>();
        for (SourceFile each : files) {
            rooms.computeIfAbsent(each.room(), room -> new HashMap<>())
                    .put(each.name(), each.mentions());
        }
        Map<String, Set<String>> circles = new TreeMap<>();
        rooms.forEach(
                (room, mentions) -> {
                    Set<String> inCircles = inCircles(mentions);
                    if (!inCircles.isEmpty()) {
                        circles.put(room, inCircles);
                    }
                });
        return circles;
    }

    /** Those of these types that sit in circles; each type has the names that its source mentions. */
    static Set<String> inCircles(Map<String, Set<String>> mentions) {
        Set<String> found = new TreeSet<>();
        for (String each : mentions.keySet()) {
            if (leadsBack(each, mentions)) {
                found.add(each);
            }
        }
        return found;
    }

    private static boolean leadsBack(String start, Map<String, Set<String>> mentions) {
        Set<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String from = open.remove();
            for (String to : mentions.get(from)) {
                if (to.equals(start) && !from.equals(start)) {
                    return true;
                }
                if (!to.equals(start) && mentions.containsKey(to) && reached.add(to)) {
                    open.add(to);
                }
            }
        }
        return false;
    }
}
