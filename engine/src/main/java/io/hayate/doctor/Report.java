package io.hayate.doctor;

import java.util.Comparator;
import java.util.List;

/**
 * All that was found, in the order of looking.
 *
 * @param seconds how long was measured
 */
public record Report(int seconds, List<Entry> entries) {
    /**
     * One check's part.
     *
     * @param name of the check
     */
    public record Entry(String name, Finding finding) {}

    public Report {
        entries = List.copyOf(entries);
    }

    /** The status that weighs most. */
    public Status worst() {
        return entries.stream()
                .map(entry -> entry.finding().status())
                .max(Comparator.naturalOrder())
                .orElse(Status.OK);
    }

    long count(Status status) {
        return entries.stream().filter(entry -> entry.finding().status() == status).count();
    }
}
