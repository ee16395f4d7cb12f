package io.hayate.doctor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a check came to.
 *
 * @param found for a person
 * @param advice what to do; empty when nothing needs be done
 * @param figures by name, for programs; may be empty
 */
public record Finding(Status status, String found, String advice, Map<String, Number> figures) {
    static final String UNKNOWN = "unknown";

    public Finding {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    static Finding ok(String found) {
        return ok(found, "");
    }

    /** Good as it is, with a hint. */
    static Finding ok(String found, String advice) {
        return new Finding(Status.OK, found, advice, Map.of());
    }

    static Finding warn(String found, String advice) {
        return new Finding(Status.WARN, found, advice, Map.of());
    }

    static Finding fail(String found, String advice) {
        return new Finding(Status.FAIL, found, advice, Map.of());
    }

    /** What this system does not tell. */
    static Finding unknown() {
        return ok(UNKNOWN);
    }

    Finding with(String figure, Number value) {
        Map<String, Number> more = new LinkedHashMap<>(figures);
        more.put(figure, value);
        return new Finding(status, found, advice, more);
    }
}
