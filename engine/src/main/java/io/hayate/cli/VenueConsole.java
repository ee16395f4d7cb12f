package io.hayate.cli;

import io.hayate.model.ConfigException;
import io.hayate.model.Printable;
import io.hayate.venue.exchange.FaultControls;
import io.hayate.venue.exchange.VenueControls;
import io.hayate.venue.fault.ChaosSchedule;
import io.hayate.venue.rule.FaultKind;
import io.hayate.venue.rule.FaultRule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What may be typed at {@code hayate venue}: faults put on and taken away while it runs. */
final class VenueConsole {
    private static final int LINE_MAX = 1_000;
    private static final List<String> HELP =
            List.of(
                    "  fault RULE    puts a fault on: fault late-ack delay=3s every=5",
                    "  faults        tells the faults that are on, and how often they acted",
                    "  clear [N]     takes fault N away, or all",
                    "  chaos SEED    puts faults of all kinds on, drawn by a number",
                    "  kinds [WORD]  tells what can go wrong, with its parameters",
                    "  drop [N]      drops all connections, or the N-th of those that are open",
                    "  close CODE    closes all connections with this code",
                    "  info CODE     sends an info with this code, such as 20051",
                    "  step [N]      lets every market make so many steps",
                    "  quit          stops the venue");

    private final VenueControls controls;
    private final PrintWriter out;
    private final Runnable quit;

    /**
     * A console.
     *
     * @param quit what {@code quit} runs
     */
    VenueConsole(VenueControls controls, PrintWriter out, Runnable quit) {
        this.controls = controls;
        this.out = out;
        this.quit = quit;
    }

    /** Reads lines on a thread of its own until there are no more. */
    void start(InputStream in) {
        Thread thread = new Thread(() -> read(in), "venue-console");
        thread.setDaemon(true);
        thread.start();
    }

    private void read(InputStream in) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answer(line).forEach(each -> out.println(VenuePrinter.cut(each)));
                out.flush();
            }
        } catch (IOException e) {
            out.println("the console reads no more: " + Printable.line(String.valueOf(e)));
            out.flush();
        }
    }

    /** Does what this line asks for, and says what came of it. */
    List<String> answer(String line) {
        String typed = line.strip();
        if (typed.isEmpty()) {
            return List.of();
        } else if (typed.length() > LINE_MAX) {
            return List.of("a line has at most 1000 characters");
        }
        String[] words = typed.split("\\s+", 2);
        String rest = words.length > 1 ? words[1] : "";
        try {
            return carryOut(words[0].toLowerCase(Locale.ROOT), rest).stream()
                    .map(Printable::line)
                    .toList();
        } catch (ConfigException e) {
            return List.of(Printable.line(e.getMessage()));
        }
    }

    private List<String> carryOut(String command, String rest) {
        return switch (command) {
            case "help", "?" -> HELP;
            case "fault" -> List.of("fault " + controls.faults().add(rest) + " is on: " + rest);
            case "faults" -> faults();
            case "clear" -> clear(rest);
            case "chaos" -> chaos(number(rest, 0));
            case "kinds" -> kinds(rest);
            case "drop" -> drop(rest);
            case "close" -> {
                controls.closeConnections((int) number(rest, 1_001), "");
                yield List.of("closed");
            }
            case "info" -> {
                controls.sendInfo((int) number(rest, 20_051));
                yield List.of("sent");
            }
            case "step" -> {
                controls.advance((int) Math.min(1_000, number(rest, 1)));
                yield List.of("stepped");
            }
            case "quit", "exit" -> {
                quit.run();
                yield List.of();
            }
            default -> List.of("unknown: " + command + "; help tells what there is");
        };
    }

    private static long number(String text, long otherwise) {
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("-?\\d{1,18}")) {
            throw new ConfigException("this must be a whole number: was " + text);
        }
        return Long.parseLong(text);
    }

    private List<String> faults() {
        List<String> lines = new ArrayList<>();
        for (FaultControls.Entry each : controls.faults().active()) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%4d  made %,d  %s",
                            each.number(),
                            each.made(),
                            each.rule()));
        }
        return lines.isEmpty() ? List.of("no fault is on") : lines;
    }

    private List<String> clear(String rest) {
        if (rest.isEmpty()) {
            controls.faults().clear();
            return List.of("no fault is on");
        }
        boolean removed = controls.faults().remove((int) number(rest, 0));
        return List.of(removed ? "fault " + rest + " is off" : "there is no fault " + rest);
    }

    private List<String> chaos(long seed) {
        List<FaultRule> rules = ChaosSchedule.of(seed);
        rules.forEach(controls.faults()::add);
        return List.of(rules.size() + " faults are on");
    }

    private static List<String> kinds(String word) {
        List<String> lines = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            if (kind.word().contains(word)) {
                String settings =
                        String.join(
                                " ",
                                kind.parameters().stream()
                                        .map(each -> each.name() + "=" + each.otherwise())
                                        .toList());
                lines.add("  " + kind.word() + (settings.isEmpty() ? "" : " " + settings));
                lines.add("      " + kind.meaning());
            }
        }
        return lines.isEmpty() ? List.of("no fault has this in its name: " + word) : lines;
    }

    private List<String> drop(String rest) {
        if (rest.isEmpty()) {
            controls.dropConnections();
        } else {
            controls.dropConnection((int) number(rest, 1) - 1);
        }
        return List.of("dropped");
    }
}
