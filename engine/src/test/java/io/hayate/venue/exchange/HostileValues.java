package io.hayate.venue.exchange;

import java.util.ArrayList;
import java.util.List;

/** What no good client puts into a field, as JSON. */
public final class HostileValues {
    /** Values of each type, size and number. */
    public static final List<String> ALL = List.copyOf(values());

    private HostileValues() {}

    private static List<String> values() {
        List<String> values = new ArrayList<>();
        values.addAll(
                List.of("null", "true", "false", "0", "-0", "-1", "1", "0.1", "-0.1", "1e-9"));
        values.addAll(
                List.of("1e308", "-1e308", "1e400", "1e-400", "1e2147483647", "9".repeat(99)));
        values.addAll(List.of("35184372088832", "9223372036854775807", "9223372036854775808"));
        values.addAll(
                List.of("\"\"", "\"0\"", "\"-0\"", "\"-1\"", "\"1e30\"", "\"1e-30\"", "\"NaN\""));
        values.addAll(
                List.of("\"Infinity\"", "\"-Infinity\"", "\"0x1\"", "\" 1\"", "\"1 \"", "\"+1\""));
        values.addAll(
                List.of("\"1,5\"", "\"00001\"", "\"0.000000001\"", "\"123456.789\"", "\".5\""));
        values.addAll(List.of("[]", "{}", "[[]]", "[1]", "{\"a\":1}", "[null]", "[{\"id\":1}]"));
        values.addAll(List.of("\"EXCHANGE MARKET\"", "\"STOP\"", "\"TRAILING STOP\"", "\"FOK\""));
        values.addAll(List.of("\"tNOPE\"", "\"fUSD\"", "\"btcusd\"", "\"2026-13-45 99:99:99\""));
        values.addAll(List.of("\"2099-01-01 00:00:00\"", "\"1970-01-01 00:00:00\"", "\"\\u0000\""));
        values.addAll(List.of("4160", "16384", "512", "1024", "2147483648", "\"4096\"", "\"日本\""));
        values.add("\"" + "x".repeat(3_000) + "\"");
        return values;
    }
}
