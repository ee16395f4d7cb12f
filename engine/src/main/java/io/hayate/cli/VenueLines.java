package io.hayate.cli;

import io.hayate.model.Printable;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueTotals;
import io.hayate.venue.server.SimulatedVenue;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code hayate venue} says at its start and end. */
final class VenueLines {
    private static final int SYMBOLS_MAX = 40;
    private static final int LABEL_WIDTH = 15;

    private VenueLines() {}

    /** How to connect, with which key, and what is traded. */
    static List<String> start(URI url, VenueConfig config) {
        List<String> lines = new ArrayList<>();
        lines.add("venue listening on " + url + " (Ctrl-C stops it)");
        lines.add(labeled("API key", SimulatedVenue.DEMO_KEY));
        lines.add(labeled("API secret", SimulatedVenue.DEMO_SECRET + " (of a demo account)"));
        addSymbols(lines, config.symbols());
        boolean faulty = config.faults().isOn();
        addFolded(
                lines,
                "faults",
                faulty ? config.faults().text().split(" ") : new String[] {"none"});
        lines.add(labeled("a client", "export BFX_API_KEY=" + SimulatedVenue.DEMO_KEY));
        lines.add(labeled("", "export BFX_API_SECRET=" + SimulatedVenue.DEMO_SECRET));
        lines.add(labeled("", "scripts/hayate --venue " + url + " --trade"));
        return lines.stream().map(Printable::line).map(VenuePrinter::cut).toList();
    }

    private static String labeled(String label, String text) {
        return String.format(Locale.ROOT, "  %-13s%s", label, text);
    }

    private static void addSymbols(List<String> lines, List<String> symbols) {
        List<String> words =
                new ArrayList<>(
                        symbols.stream()
                                .limit(SYMBOLS_MAX)
                                .map(
                                        symbol ->
                                                symbol.startsWith("t")
                                                        ? symbol.substring(1)
                                                        : symbol)
                                .toList());
        if (symbols.size() > SYMBOLS_MAX) {
            words.add("and " + (symbols.size() - SYMBOLS_MAX) + " more");
        }
        addFolded(lines, "symbols", words.toArray(new String[0]));
    }

    /** Adds the words behind a label, on as many lines as they need. */
    private static void addFolded(List<String> lines, String label, String[] words) {
        StringBuilder line = new StringBuilder(words[0]);
        String before = label;
        for (int i = 1; i < words.length; i++) {
            if (LABEL_WIDTH + line.length() + 1 + words[i].length() > VenuePrinter.COLUMNS) {
                lines.add(labeled(before, line.toString()));
                before = "";
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(words[i]);
        }
        lines.add(labeled(before, line.toString()));
    }

    /** What has happened while the venue ran. */
    static List<String> end(VenueTotals totals, Duration ran) {
        return List.of(
                "venue ended after " + seconds(ran),
                labeled("clients", counted(totals.clients())),
                labeled(
                        "frames",
                        String.format(
                                Locale.ROOT,
                                "%,d received, %,d sent",
                                totals.framesReceived(),
                                totals.framesSent())),
                labeled(
                        "orders",
                        String.format(
                                Locale.ROOT,
                                "%,d: %,d accepted, %,d refused, %,d canceled",
                                totals.orders(),
                                totals.accepted(),
                                totals.refused(),
                                totals.canceled())),
                labeled("fills", counted(totals.fills())));
    }

    private static String counted(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String seconds(Duration ran) {
        return Duration.ofSeconds(ran.toSeconds()).toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
