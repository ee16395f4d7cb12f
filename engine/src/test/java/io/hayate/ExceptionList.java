package io.hayate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is over a limit and stands in the list: a name, how much it is, and the reason for it. */
final class ExceptionList {
    private final Map<String, String> written = new TreeMap<>();

    private ExceptionList() {}

    /** Reads one exception a line: its name, how much, and the reason, with bars between them. */
    static ExceptionList of(String table) {
        ExceptionList exceptions = new ExceptionList();
        table.lines().forEach(exceptions::add);
        return exceptions;
    }

    private void add(String line) {
        String[] columns = line.split("\\|", -1);
        if (columns.length != 3 || columns[2].isBlank()) {
            throw new AssertionError("name | how much | reason is expected: " + line);
        }
        if (written.put(columns[0].strip(), columns[1].strip()) != null) {
            throw new AssertionError("two lines for one name: " + line);
        }
    }

    /** Where the list and what was found differ: new ones, changed ones, and those that are gone. */
    List<String> differences(Map<String, String> found) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(written.keySet());
        names.addAll(found.keySet());
        for (String name : names) {
            String listed = written.getOrDefault(name, "nothing");
            String is = found.getOrDefault(name, "nothing");
            if (!is.equals(listed)) {
                differences.add(name + ": the list has " + listed + ", the sources have " + is);
            }
        }
        return differences;
    }
}
