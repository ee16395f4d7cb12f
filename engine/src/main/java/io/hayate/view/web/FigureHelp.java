package io.hayate.view.web;

import io.hayate.metrics.Counter;
import io.hayate.metrics.CounterType;
import io.hayate.metrics.Gauge;
import io.hayate.model.SessionState;
import java.util.StringJoiner;

/** What a figure says, in words for who reads it in Prometheus: also what the numbers of a state mean. */
final class FigureHelp {
    private FigureHelp() {}

    /** The words for a type. */
    static String of(CounterType type) {
        if (type == Gauge.SESSION) {
            return type.title() + ": " + sessions();
        }
        if (type == Gauge.STRATEGY) {
            return type.title() + ": 1 running, 2 stopped, 3 failed";
        }
        return type == Counter.RING_AGE_US ? "age of the oldest event in the ring" : type.title();
    }

    private static String sessions() {
        StringJoiner text = new StringJoiner(", ");
        for (SessionState each : SessionState.values()) {
            text.add(each.code() + " " + each.name());
        }
        return text.toString();
    }
}
