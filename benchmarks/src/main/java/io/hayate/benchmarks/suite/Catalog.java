package io.hayate.benchmarks.suite;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks that there are, or those of them that are asked for. */
final class Catalog {
    private final Collection<BenchmarkListEntry> entries;

    private Catalog(Collection<BenchmarkListEntry> entries) {
        this.entries = entries;
    }

    /** Benchmarks whose full name holds a match of one of the patterns; all for none. */
    static Catalog matching(List<String> patterns) {
        OutputFormat nowhere =
                OutputFormatFactory.createFormatInstance(
                        new PrintStream(PrintStream.nullOutputStream()), VerboseMode.SILENT);
        List<String> includes = patterns.isEmpty() ? List.of(".*") : patterns;
        return new Catalog(BenchmarkList.defaultList().find(nowhere, includes, List.of()));
    }

    /** How many there are, each choice of parameters counted. */
    int size() {
        return entries.stream().mapToInt(Catalog::choices).sum();
    }

    private static int choices(BenchmarkListEntry entry) {
        int choices = 1;
        for (String[] values : parameters(entry).values()) {
            choices *= values.length;
        }
        return choices;
    }

    private static Map<String, String[]> parameters(BenchmarkListEntry entry) {
        return entry.getParams().orElse(Map.of());
    }

    /** A line for each: its name, and the values of its parameters. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (BenchmarkListEntry entry : entries) {
            StringBuilder line = new StringBuilder(shortName(entry.getUsername()));
            parameters(entry)
                    .forEach(
                            (name, values) ->
                                    line.append(' ')
                                            .append(name)
                                            .append('=')
                                            .append(String.join("|", values)));
            lines.add(line.toString());
        }
        return lines;
    }

    private static String shortName(String name) {
        return name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
    }
}
