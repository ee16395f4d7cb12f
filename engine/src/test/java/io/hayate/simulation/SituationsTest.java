package io.hayate.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever becomes of an order and its connection: in the end the engine knows what the venue has. */
class SituationsTest {
    private static final int SEEDS = Integer.getInteger("hayate.test.situations", 4);

    private static List<Situation> all(LossKind loss) {
        List<Situation> all = new ArrayList<>();
        for (BreakPoint point : BreakPoint.values()) {
            for (Meanwhile meanwhile : Meanwhile.values()) {
                Situation situation = new Situation(point, meanwhile, loss);
                if (situation.isPossible()) {
                    all.add(situation);
                }
            }
        }
        return all;
    }

    private static List<String> runOne(Situation situation, int seed) {
        try {
            return new SituationRun(situation, seed).run();
        } catch (IllegalStateException | AssertionError e) {
            return List.of(e.toString());
        }
    }

    /** Each run is a world of its own: they share the cores that there are. */
    private static void run(LossKind loss) {
        String findings =
                all(loss).parallelStream()
                        .flatMap(situation -> runAll(situation).stream())
                        .collect(Collectors.joining("\n"));
        assertEquals("", findings);
    }

    private static List<String> runAll(Situation situation) {
        List<String> findings = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            String where = situation + " seed " + seed + ": ";
            runOne(situation, seed).forEach(each -> findings.add(where + each));
        }
        return findings;
    }

    @Test
    void shouldKnowWhatTheVenueHasWhenTheSocketIsCut() {
        run(LossKind.CUT);
    }

    @Test
    void shouldKnowWhatTheVenueHasWhenItIsHeardNoMore() {
        run(LossKind.SILENT);
    }

    @Test
    void shouldKnowWhatTheVenueHasWhenItsProcessIsKilled() {
        run(LossKind.KILLED);
    }

    @Test
    void shouldKnowWhatTheVenueHasWhenItAsksForAnotherConnection() {
        run(LossKind.ASKED);
    }
}
