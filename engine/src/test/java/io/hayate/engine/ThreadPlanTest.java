package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hayate.machine.CoreChoice;
import io.hayate.machine.CoreSet;
import io.hayate.machine.Cores;
import io.hayate.model.ConfigException;
import io.hayate.model.IdleMode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadPlanTest {
    private Cores cores = machine("0-3");
    private Topology topology = Topology.SPLIT;
    private IdleMode idle = IdleMode.BUSY_SPIN;
    private boolean embedded = true;
    private boolean canPlace = true;
    private int loops = 1;

    private static Cores machine(String allowed) {
        CoreSet set = CoreSet.parse(allowed);
        return new Cores(set, CoreSet.NONE, set.size());
    }

    private ThreadPlan plan(String loop, String strategy) {
        AffinityConfig affinity =
                new AffinityConfig(CoreChoice.parse(loop), CoreChoice.parse(strategy));
        LoopConfig config = new LoopConfig(topology, idle, 256, 1, loops);
        return ThreadPlan.of(config, affinity, embedded, cores, canPlace);
    }

    private String refusal(String loop, String strategy) {
        return assertThrows(ConfigException.class, () -> plan(loop, strategy)).getMessage();
    }

    @ParameterizedTest
    @CsvSource({"0, ONE_THREAD", "0-1, ONE_THREAD", "0-2, SPLIT", "4-7, SPLIT"})
    void shouldSplitOnlyWhereThreeCoresAreThereWhenTopologyIsAuto(String allowed, Topology chosen) {
        topology = Topology.AUTO;
        cores = machine(allowed);

        assertEquals(chosen, plan("off", "off").topology());
    }

    @Test
    void shouldNotSplitWhenQuotaLeavesTwoCoresOfEight() {
        topology = Topology.AUTO;
        cores = new Cores(CoreSet.parse("0-7"), CoreSet.NONE, 2);

        assertEquals(Topology.ONE_THREAD, plan("off", "off").topology());
    }

    @Test
    void shouldCountIsolatedCoresWhenTheyAreNamed() {
        topology = Topology.AUTO;
        cores = new Cores(CoreSet.parse("0"), CoreSet.parse("1-3"), 1);

        assertEquals(
                "split, as there are 3 cores; loop on core 2, strategy on core 3",
                plan("2", "3").text());
        assertEquals("one-thread, as there is 1 core; loop on core 0", plan("last", "off").text());
    }

    @Test
    void shouldKeepTopologyThatIsSetWhateverTheCores() {
        cores = machine("0");

        assertEquals(Topology.SPLIT, plan("off", "off").topology());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "off  | off  | not pinned",
                "last | last | loop on core 2, strategy on core 3",
                "last | off  | loop on core 3, strategy not pinned",
                "off  | last | loop not pinned, strategy on core 3",
                "3    | last | loop on core 3, strategy on core 2",
                "last | 3    | loop on core 2, strategy on core 3",
                "last | 0    | loop on core 3, strategy on core 0",
                "0    | 1    | loop on core 0, strategy on core 1"
            })
    void shouldSayWhereThreadsRunWhenSplit(String loop, String strategy, String text) {
        assertEquals(text, plan(loop, strategy).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "off  | last | not pinned",
                "last | last | loop on core 3",
                "0    | last | loop on core 0"
            })
    void shouldPlaceTheLoopAloneWhenOneThread(String loop, String strategy, String text) {
        topology = Topology.ONE_THREAD;

        assertEquals(text, plan(loop, strategy).text());
    }

    @Test
    void shouldSayWhatWasChosenWhenTopologyIsAuto() {
        topology = Topology.AUTO;
        assertEquals(
                "split, as there are 4 cores; loop on core 2, strategy on core 3",
                plan("last", "last").text());

        cores = machine("0-1");
        assertEquals("one-thread, as there are 2 cores; not pinned", plan("off", "off").text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | off  | off  | not pinned",
                "2 | last | last | loop on core 2, strategy on core 3, loop 2 not pinned",
                "4 | 1    | off  | loop on core 1, strategy not pinned, loops 2 to 4 not pinned"
            })
    void shouldPinTheFirstOfSeveralLoopsAlone(
            int count, String loop, String strategy, String text) {
        loops = count;

        assertEquals(text, plan(loop, strategy).text());
    }

    @Test
    void shouldRefuseToPinWhenNoCoreIsLeftForTheOtherLoops() {
        loops = 2;
        cores = machine("0-1");

        assertEquals("not pinned", plan("off", "off").text());
        assertEquals(
                "loop on core 1, strategy not pinned, loop 2 not pinned", plan("1", "off").text());
        assertEquals(
                "loop.loops must be 1 where affinity.loop and affinity.strategy take every core:"
                        + " was 2",
                refusal("last", "last"));
    }

    @Test
    void shouldNameCoresThatAreThereWhenOneIsNot() {
        cores = machine("0-1,6");

        assertEquals(
                "affinity.loop must be off, last or a core that this process may use, of 0-1,6:"
                        + " was 7",
                refusal("7", "off"));
        assertEquals(
                "affinity.strategy must be off, last or a core that this process may use, of"
                        + " 0-1,6: was 2",
                refusal("0", "2"));
    }

    @Test
    void shouldRefuseLastWhenNoCoreIsLeft() {
        cores = machine("0");

        assertEquals(
                "affinity.loop must be off, as no core is left for it: was last",
                refusal("last", "last"));
    }

    @Test
    void shouldRefuseAnyCoreWhereThreadsCannotBePlaced() {
        canPlace = false;

        assertEquals(
                "affinity.loop must be off here, as Linux with taskset on the path is needed:"
                        + " was last",
                refusal("last", "off"));
        assertEquals("not pinned", plan("off", "off").text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SPLIT      | true  | 0-1 | loop, strategy, venue want 3 cores, 2 here: set"
                        + " loop.topology = auto",
                "SPLIT      | false | 0   | loop, strategy want 2 cores, 1 here: set"
                        + " loop.topology = auto",
                "ONE_THREAD | true  | 0   | loop, venue want 2 cores, 1 here: set"
                        + " loop.idle = yielding",
            })
    void shouldWarnWhenSpinningThreadsLackCores(
            Topology shape, boolean withVenue, String allowed, String warning) {
        topology = shape;
        embedded = withVenue;
        cores = machine(allowed);

        assertEquals(Optional.of(warning), plan("off", "off").warning());
    }

    @ParameterizedTest
    @CsvSource({
        "SPLIT, true, 0-2, BUSY_SPIN",
        "SPLIT, false, 0-1, BUSY_SPIN",
        "ONE_THREAD, false, 0, BUSY_SPIN",
        "AUTO, true, 0-1, BUSY_SPIN",
        "SPLIT, true, 0, YIELDING",
        "SPLIT, true, 0, BLOCKING"
    })
    void shouldNotWarnWhenThereAreCoresOrNothingSpins(
            Topology shape, boolean withVenue, String allowed, IdleMode mode) {
        topology = shape;
        embedded = withVenue;
        cores = machine(allowed);
        idle = mode;

        assertEquals(Optional.empty(), plan("off", "off").warning());
    }
}
