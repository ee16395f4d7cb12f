package io.hayate.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which trials make a round, and of which steps.
 *
 * @param seconds of each counted step
 * @param warmSeconds of each of the two that are not counted
 * @param rounds how often each trial takes its turn
 * @param symbols numbers of tickers on a connection; the first is that of the main trials
 * @param gapsUs pauses of the closed loops that stand in place of the usual steps; none for those
 */
record Plan(
        double seconds,
        double warmSeconds,
        int rounds,
        List<Integer> symbols,
        List<Integer> gapsUs) {
    static final String FLOOR = "floor";
    static final String AGAIN = " again"; // behind the label of a client's second run in a round
    static final String FLOOR_AGAIN = FLOOR + AGAIN;

    private static final String SLEEPING_FLOOR = "floor, venue sleeps";
    private static final String SAME_RATE = "r10k";
    private static final int US_PER_MS = 1_000;
    private static final double US_PER_SECOND = 1e6;
    private static final int GAP_TRIGGERS = 300;

    /** The main trials: each client, the floor twice, and where it fits the symbols' trials. */
    List<Trial> trials(Clients clients, Pins pins) {
        List<Trial> trials = new ArrayList<>();
        Client floor = clients.floor();
        trials.add(trial(FLOOR, FLOOR, floor, false));
        boolean anySleeps = false;
        for (Clients.Named named : clients.chosen()) {
            boolean sleeps = pins.isTooNarrowFor(named.client());
            anySleeps |= sleeps;
            String base = base(named.name(), clients, sleeps ? SLEEPING_FLOOR : FLOOR);
            trials.add(trial(named.name(), base, named.client(), sleeps));
        }
        addAgain(trials);
        trials.add(trial(FLOOR_AGAIN, FLOOR, floor, false));
        if (anySleeps) {
            trials.add(trial(SLEEPING_FLOOR, SLEEPING_FLOOR, floor, true));
        }
        clients.find(Clients.ONE_THREAD).ifPresent(client -> addSymbols(trials, client));
        return trials;
    }

    /** One with an addition is measured by itself without, where that is chosen too. */
    private static String base(String name, Clients clients, String floor) {
        String plain = Addition.plain(name);
        return !plain.equals(name) && clients.find(plain).isPresent() ? plain : floor;
    }

    /** A client that another is measured by runs twice, so that its own scatter is known. */
    private static void addAgain(List<Trial> trials) {
        Set<String> bases =
                trials.stream()
                        .filter(trial -> Addition.of(trial.label()) != Addition.NONE)
                        .map(Trial::base)
                        .collect(Collectors.toSet());
        trials.addAll(
                trials.stream()
                        .filter(trial -> Addition.of(trial.label()) == Addition.NONE)
                        .filter(trial -> bases.contains(trial.label()))
                        .filter(trial -> !trial.label().equals(FLOOR))
                        .map(Plan::again)
                        .toList());
    }

    private static Trial again(Trial trial) {
        String label = trial.label();
        return new Trial(
                label + AGAIN,
                label,
                trial.client(),
                trial.venueSleeps(),
                trial.symbols(),
                trial.steps());
    }

    private Trial trial(String label, String base, Client client, boolean venueSleeps) {
        List<Step> steps = venueSleeps && gapsUs.isEmpty() ? closedLoops() : allSteps();
        return new Trial(label, base, client, venueSleeps, symbols.get(0), steps);
    }

    private void addSymbols(List<Trial> trials, Client client) {
        for (int count : symbols.subList(1, symbols.size())) {
            String label = Clients.ONE_THREAD + " x" + count;
            List<Step> steps = new ArrayList<>(warm());
            steps.add(sameRate());
            trials.add(new Trial(label, Clients.ONE_THREAD, client, false, count, steps));
        }
    }

    /** What a cold client needs for its first orders; nothing warms it but its own start. */
    List<Trial> firstTicks(List<Clients.Named> clients) {
        Step step = Step.parse("rate,rate=500,secs=3,count=600,keep=600,every=1,name=first");
        return clients.stream()
                .map(
                        named ->
                                new Trial(
                                        named.name(),
                                        FLOOR,
                                        named.client(),
                                        false,
                                        symbols.get(0),
                                        List.of(step)))
                .toList();
    }

    /** Both shapes that are measured are warmed. */
    private List<Step> warm() {
        return List.of(
                step("pp,warm=1,gap=5,burst=4,every=4,name=warm,secs=", warmSeconds),
                step("rate,warm=1,rate=50000,burst=5,every=25,name=warm2,secs=", warmSeconds));
    }

    private List<Step> closedLoops() {
        List<Step> steps = new ArrayList<>(warm());
        steps.add(step("pp,gap=50,name=pp,secs=", seconds));
        steps.add(step("pp,gap=50,burst=10,every=10,name=pp-burst,secs=", seconds));
        return steps;
    }

    /** Closed loops of these pauses; each lasts for some hundred triggers at least. */
    List<Step> gapSteps() {
        return gapsUs.stream()
                .map(
                        us ->
                                step(
                                        "pp,gap=" + us + ",name=" + gapName(us) + ",secs=",
                                        Math.max(seconds, us * GAP_TRIGGERS / US_PER_SECOND)))
                .toList();
    }

    private static String gapName(int us) {
        return us % US_PER_MS == 0 ? "gap" + us / US_PER_MS + "ms" : "gap" + us + "us";
    }

    private List<Step> allSteps() {
        if (!gapsUs.isEmpty()) {
            List<Step> steps = new ArrayList<>(warm());
            steps.addAll(gapSteps());
            return steps;
        }
        List<Step> steps = closedLoops();
        steps.add(sameRate());
        steps.add(step("rate,rate=100000,burst=5,every=25,name=r100k,secs=", seconds));
        steps.add(step("flood,burst=32,every=256,name=flood,secs=", seconds));
        return steps;
    }

    private Step sameRate() {
        return step("rate,rate=10000,every=5,name=" + SAME_RATE + ",secs=", seconds);
    }

    private static Step step(String text, double seconds) {
        return Step.parse(text + String.format(Locale.ROOT, "%.3f", seconds));
    }
}
