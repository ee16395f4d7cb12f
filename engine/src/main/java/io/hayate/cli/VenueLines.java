package io.hayate.cli;

import io.hayate.model.Counts;
import io.hayate.model.Printable;
import io.hayate.venue.AccountConfig;
import io.hayate.venue.AccountsConfig;
import io.hayate.venue.KeyConfig;
import io.hayate.venue.RestTotals;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueTotals;
import io.hayate.venue.exchange.FaultControls;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code hayate venue} says at its start and end. */
final class VenueLines {
    private static final int SYMBOLS_MAX = 40;
    private static final int KEYS_MAX = 20;
    private static final int FAULTS_MAX = 20;
    private static final int LABEL_WIDTH = 15;

    private VenueLines() {}

    /** How to connect, with which keys, and what is traded. */
    static List<String> start(URI url, VenueConfig config) {
        List<String> lines = new ArrayList<>();
        lines.add("venue listening on " + url + " (Ctrl-C stops it)");
        lines.add(labeled("REST", restUrl(url)));
        addKeys(lines, config.accounts().all());
        addSymbols(lines, config.symbols());
        lines.add(labeled("market", market(config)));
        boolean faulty = config.faults().isOn();
        addFolded(
                lines,
                "faults",
                faulty ? config.faults().text().split(" ") : new String[] {"none"});
        addClient(lines, url, config.accounts().all().get(0).keys().get(0));
        return lines.stream().map(Printable::line).map(VenuePrinter::cut).toList();
    }

    /** What a venue is told about that others than programs of this machine can reach. */
    static List<String> warning(boolean open, VenueConfig config) {
        if (!open) {
            return List.of();
        }
        boolean known =
                config.accounts().all().stream()
                        .flatMap(account -> account.keys().stream())
                        .anyMatch(VenueLines::isDemo);
        String whom = "anyone who reaches this port can trade";
        return List.of(
                labeled("warning", whom + (known ? ": the demo keys are public" : " with a key")));
    }

    private static String restUrl(URI url) {
        String scheme = url.getScheme().equals("wss") ? "https" : "http";
        return scheme + "://" + url.getAuthority() + "/v2/";
    }

    private static String market(VenueConfig config) {
        if (config.traded().quiet()) {
            return "quiet: only clients trade";
        }
        return "seed " + config.seed() + ", others trade, too (--quiet: only clients)";
    }

    /** The keys of all; secrets are told where they are none. */
    private static void addKeys(List<String> lines, List<AccountConfig> accounts) {
        String label = "API keys";
        int told = 0;
        int left = 0;
        for (AccountConfig account : accounts) {
            for (KeyConfig key : account.keys()) {
                if (told == KEYS_MAX) {
                    left++;
                    continue;
                }
                told++;
                String secret = isDemo(key) ? ", secret " + key.secret() : "";
                lines.add(labeled(label, key.key() + secret + " (" + account.name() + ")"));
                label = "";
            }
        }
        if (left > 0) {
            lines.add(labeled("", "and " + left + " more"));
        }
    }

    private static boolean isDemo(KeyConfig key) {
        return key.secret().equals(AccountsConfig.DEMO_SECRET)
                || key.secret().equals(AccountsConfig.DEMO_SECRET_2);
    }

    /** How Hayate itself becomes a client. */
    private static void addClient(List<String> lines, URI url, KeyConfig key) {
        lines.add(labeled("a client", "export BFX_API_KEY=" + key.key()));
        lines.add(labeled("", "export BFX_API_SECRET=" + (isDemo(key) ? key.secret() : "...")));
        lines.add(labeled("", "scripts/hayate --venue " + url + " --trade"));
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
    static List<String> end(VenueTotals totals, List<FaultControls.Entry> faults, Duration ran) {
        List<String> lines = new ArrayList<>(sums(totals, ran));
        String label = "faults made";
        for (FaultControls.Entry fault : faults.subList(0, Math.min(faults.size(), FAULTS_MAX))) {
            lines.add(labeled(label, counted(fault.made()) + " " + fault.rule()));
            label = "";
        }
        return lines.stream().map(Printable::line).map(VenuePrinter::cut).toList();
    }

    private static List<String> sums(VenueTotals totals, Duration ran) {
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
                labeled("REST", rest(totals.rest())),
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

    private static String rest(RestTotals rest) {
        return String.format(
                Locale.ROOT,
                "%s, %,d signed, %,d refused, %,d limited",
                Counts.grouped(rest.requests(), "request"),
                rest.signed(),
                rest.refused(),
                rest.limited());
    }

    private static String counted(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String seconds(Duration ran) {
        return Duration.ofSeconds(ran.toSeconds()).toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
