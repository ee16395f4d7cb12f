package io.hayate.latency;

import io.hayate.transport.tls.RunCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One call of the tool: rounds, then the table and the files. */
final class LatencyRun {
    private final JvmCommands jvm;
    private final Path folder;
    private final Plan plan;
    private final Clients clients;
    private final Pins pins;
    private final RunCertificate certificate;

    /**
     * Nothing is measured yet.
     *
     * @param certificate what venues show, who then speak TLS; null for none
     */
    LatencyRun(
            JvmCommands jvm,
            Path folder,
            Plan plan,
            Clients clients,
            Pins pins,
            RunCertificate certificate) {
        this.jvm = jvm;
        this.folder = folder;
        this.plan = plan;
        this.clients = clients;
        this.pins = pins;
        this.certificate = certificate;
    }

    /** Returns the exit code. */
    int run(boolean firstTicks, Path rigSources) throws IOException, InterruptedException {
        Rig rig =
                rigSources == null
                        ? null
                        : Rig.build(
                                rigSources.toAbsolutePath(),
                                Files.createDirectories(folder.resolve("rig")),
                                certificate);
        if (firstTicks) {
            return firstTicks(rig);
        }
        return rig == null ? compareOurs() : compareWith(rig);
    }

    private int compareOurs() throws IOException, InterruptedException {
        List<Trial> trials = plan.trials(clients, pins);
        Campaign campaign = new Campaign(trials, Plan.FLOOR, Plan.FLOOR_AGAIN);
        Rounds rounds = rounds(new TrialRunner(() -> new OurVenue(jvm, certificate), folder, pins));
        rounds.run(campaign);
        List<String> lines = new ArrayList<>(StepTable.lines(campaign));
        lines.addAll(AdditionCost.lines(campaign));
        return end(campaign, lines, rounds);
    }

    private int compareWith(Rig rig) throws IOException, InterruptedException {
        List<Trial> trials = rig.trials(clients, pins, plan);
        Campaign campaign = new Campaign(trials, Rig.C, Rig.C_AGAIN);
        Rounds rounds = rounds(new TrialRunner(rig::venue, folder, pins));
        rounds.run(campaign);
        List<String> lines = new ArrayList<>(StepTable.lines(campaign));
        lines.add("In process, read to write, all steps of the last round:");
        addWords(lines, rounds, Rig.C_STAMPED, "read-to-write");
        addWords(lines, rounds, Clients.ONE_THREAD, "received to sending");
        return end(campaign, lines, rounds);
    }

    private static void addWords(List<String> lines, Rounds rounds, String label, String wanted) {
        rounds.lastWords(label).stream()
                .filter(line -> line.contains(wanted))
                .forEach(line -> lines.add("  " + label + ": " + line.strip()));
    }

    private int firstTicks(Rig rig) throws IOException, InterruptedException {
        List<Clients.Named> all = new ArrayList<>();
        if (rig != null) {
            all.add(new Clients.Named(Rig.C, rig.client(false, pins)));
        }
        all.add(new Clients.Named(Plan.FLOOR, clients.floor()));
        all.addAll(clients.chosen());
        List<Trial> trials = plan.firstTicks(all);
        Campaign campaign = new Campaign(trials, Plan.FLOOR, Plan.FLOOR);
        Rounds rounds = rounds(new TrialRunner(() -> new OurVenue(jvm, certificate), folder, pins));
        rounds.run(campaign);
        return end(campaign, StepTable.firstTicks(campaign), rounds);
    }

    private Rounds rounds(TrialRunner runner) {
        return new Rounds(runner, plan.rounds(), System.err);
    }

    private int end(Campaign campaign, List<String> table, Rounds rounds) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(machine());
        lines.addAll(table);
        lines.addAll(rounds.failures());
        lines.forEach(System.out::println);
        new ReportFiles(folder, campaign).write(lines);
        System.out.println("All of it: " + folder);
        return rounds.failures().isEmpty() ? 0 : 1;
    }

    private String machine() {
        return String.format(
                Locale.ROOT,
                "Java %s, %s %s, %s; rounds: %d",
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                pins.words(),
                plan.rounds());
    }
}
