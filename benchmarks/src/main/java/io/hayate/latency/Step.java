package io.hayate.latency;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the venue sends for a while.
 *
 * <pre>pp,secs=2,gap=50   rate,rate=10000,burst=5,every=5,name=r10k   flood,secs=2,every=256</pre>
 *
 * @param warm true keeps the step out of all results
 * @param seconds how long frames leave
 * @param count ends the step after so many triggers; 0 for none
 * @param rate frames a second, of an open loop
 * @param burst frames that leave in one write
 * @param every each so many frames one is a trigger
 * @param gapUs pause of a closed loop between the last answer and the next write
 * @param keep how many of the first latencies are told one by one
 */
record Step(
        Kind kind,
        String name,
        boolean warm,
        double seconds,
        int count,
        double rate,
        int burst,
        int every,
        int gapUs,
        int keep) {
    private static final Set<String> KEYS =
            Set.of("name", "warm", "secs", "count", "rate", "burst", "every", "gap", "keep");
    private static final double NS_PER_SECOND = 1e9;

    /** How the moment of the next write is found. */
    enum Kind {
        /** A closed loop, ping and pong: some time after the last answer. */
        PP,
        /** An open loop: by an absolute schedule, answers or none. */
        RATE,
        /** At once: as fast as the socket takes it. */
        FLOOD
    }

    Step {
        require(seconds > 0, "secs must be over 0");
        require(rate > 0, "rate must be over 0");
        require(burst >= 1 && burst <= 1_000, "burst must be from 1 to 1000");
        require(every >= 1, "every must be at least 1");
        require(kind != Kind.PP || every <= burst, "every must be at most burst in a closed loop");
        require(count >= 0 && gapUs >= 0 && keep >= 0, "count, gap and keep must not be negative");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("step: " + rule);
        }
    }

    /** Reads the text form. */
    static Step parse(String text) {
        String[] parts = text.split(",", -1);
        Map<String, String> given = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            String key = equals < 0 ? parts[i] : parts[i].substring(0, equals);
            require(equals > 0 && KEYS.contains(key), "unknown option " + parts[i]);
            given.put(key, parts[i].substring(equals + 1));
        }
        return of(kind(parts[0]), given);
    }

    private static Kind kind(String name) {
        for (Kind kind : Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("step: kind must be pp, rate or flood: was " + name);
    }

    private static Step of(Kind kind, Map<String, String> given) {
        int burst = integer(given, "burst", kind == Kind.FLOOD ? 32 : 1);
        return new Step(
                kind,
                given.getOrDefault("name", kind.name().toLowerCase(Locale.ROOT)),
                integer(given, "warm", 0) != 0,
                number(given, "secs", 2),
                integer(given, "count", 0),
                number(given, "rate", 1_000),
                burst,
                integer(given, "every", burst),
                integer(given, "gap", 50),
                integer(given, "keep", 0));
    }

    private static int integer(Map<String, String> given, String key, int otherwise) {
        return (int) number(given, key, otherwise);
    }

    private static double number(Map<String, String> given, String key, double otherwise) {
        String value = given.get(key);
        try {
            return value == null ? otherwise : Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("step: " + key + " must be a number: was " + value);
        }
    }

    /** The text form, without {@code keep}: the C rig takes it, too. */
    String text() {
        return String.format(
                Locale.ROOT,
                "%s,name=%s,warm=%d,secs=%s,count=%d,rate=%s,burst=%d,every=%d,gap=%d",
                kind.name().toLowerCase(Locale.ROOT),
                name,
                warm ? 1 : 0,
                seconds,
                count,
                rate,
                burst,
                every,
                gapUs);
    }

    /** The text form, whole. */
    String textWithKeep() {
        return text() + ",keep=" + keep;
    }

    /** When the n-th write of an open loop is due, from a begin; never the sum of rounded periods. */
    long dueNs(long beginNs, long write) {
        return beginNs + (long) (write * (burst / rate * NS_PER_SECOND));
    }

    long durationNs() {
        return (long) (seconds * NS_PER_SECOND);
    }
}
