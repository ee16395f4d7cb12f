package io.hayate.engine;

import static io.hayate.engine.AffinityConfig.LOOP_KEY;
import static io.hayate.engine.AffinityConfig.STRATEGY_KEY;

import io.hayate.machine.Affinity;
import io.hayate.machine.CoreChoice;
import io.hayate.machine.CoreSet;
import io.hayate.machine.Cores;
import io.hayate.model.Counts;
import io.hayate.model.IdleMode;
import io.hayate.model.Settings;
import java.util.Optional;

/**
 * Which trading threads there are on this machine, and on which cores: what the settings come to.
 *
 * @param config the settings of the loop, of which the topology may leave the choice to us
 * @param topology split or one-thread
 * @param embedded true when the venue runs in this process
 * @param cores how many cores there are for this process's threads
 * @param loopCore number of the loop's core, or {@link #ANY}
 * @param strategyCore number of the core of the strategy's own thread, or {@link #ANY}
 * @param otherCores cores left for all other threads of the process; none when no thread is placed
 */
public record ThreadPlan(
        LoopConfig config,
        Topology topology,
        boolean embedded,
        int cores,
        int loopCore,
        int strategyCore,
        CoreSet otherCores) {
    /** The system decides. */
    public static final int ANY = -1;

    /** The plan of a run on this machine; throws a {@code ConfigException} when there can be none. */
    public static ThreadPlan of(EngineConfig config) {
        return of(
                config.loop(),
                used(config.loop(), config.affinity()),
                config.venue().embedded(),
                Cores.ofProcess(),
                Affinity.isAvailable());
    }

    /** Where the loop runs the strategy, a core for the strategy's own thread is of no use. */
    static AffinityConfig used(LoopConfig loop, AffinityConfig affinity) {
        return loop.topology() == Topology.ONE_THREAD ? affinity.ofLoop() : affinity;
    }

    /** As {@link #of(EngineConfig)}, on a machine with these cores, where threads can be placed. */
    static ThreadPlan of(
            LoopConfig loop,
            AffinityConfig affinity,
            boolean embedded,
            Cores cores,
            boolean canPlace) {
        check(affinity.loop(), LOOP_KEY, cores, canPlace);
        check(affinity.strategy(), STRATEGY_KEY, cores, canPlace);
        int count = cores.countWith(affinity.named());
        Topology topology = loop.loops() > 1 ? Topology.SPLIT : loop.topology().on(count);

        CoreSet free = withoutNamed(affinity, cores);
        boolean split = topology == Topology.SPLIT;
        int strategyCore = split ? core(affinity.strategy(), STRATEGY_KEY, free) : ANY;
        int loopCore = core(affinity.loop(), LOOP_KEY, free.without(strategyCore));
        boolean places = loopCore != ANY || strategyCore != ANY;
        CoreSet rest = cores.allowed().without(loopCore).without(strategyCore);
        checkRest(loop, places, rest);
        return new ThreadPlan(
                loop,
                topology,
                embedded,
                count,
                loopCore,
                strategyCore,
                places ? rest : CoreSet.NONE);
    }

    private static void check(CoreChoice choice, String key, Cores cores, boolean canPlace) {
        Settings.check(
                canPlace || choice.equals(CoreChoice.OFF),
                key,
                "must be off here, as Linux with taskset on the path is needed",
                choice);
        CoreSet usable = cores.usable();
        Settings.check(
                !choice.isNumber() || usable.contains(choice.core()),
                key,
                "must be off, last or a core that this process may use, of " + usable,
                choice);
    }

    /** The loops beside the first run where all other threads do: there must be such a place. */
    private static void checkRest(LoopConfig loop, boolean places, CoreSet rest) {
        Settings.check(
                loop.loops() == 1 || !places || !rest.isEmpty(),
                "loop.loops",
                "must be 1 where " + LOOP_KEY + " and " + STRATEGY_KEY + " take every core",
                loop.loops());
    }

    private static CoreSet withoutNamed(AffinityConfig affinity, Cores cores) {
        return cores.allowed().without(affinity.loop().core()).without(affinity.strategy().core());
    }

    private static int core(CoreChoice choice, String key, CoreSet free) {
        if (!choice.equals(CoreChoice.LAST)) {
            return choice.isNumber() ? choice.core() : ANY;
        }
        Settings.check(!free.isEmpty(), key, "must be off, as no core is left for it", choice);
        return free.last();
    }

    boolean isSplit() {
        return topology == Topology.SPLIT;
    }

    boolean placesThreads() {
        return loopCore != ANY || strategyCore != ANY;
    }

    /** Where the threads run, and why, if the choice was ours: for the banner. */
    public String text() {
        String choice = "";
        if (config.topology() == Topology.AUTO) {
            choice = Settings.name(topology) + ", as there " + there() + "; ";
        }
        return choice + places();
    }

    private String there() {
        if (config.loops() > 1) {
            return "are " + config.loops() + " loops";
        }
        return (cores == 1 ? "is " : "are ") + Counts.of(cores, "core");
    }

    private String places() {
        if (!placesThreads()) {
            return "not pinned";
        }
        return place("loop", loopCore)
                + (isSplit() ? ", " + place("strategy", strategyCore) : "")
                + others();
    }

    private String others() {
        return switch (config.loops()) {
            case 1 -> "";
            case 2 -> ", loop 2 not pinned";
            default -> ", loops 2 to " + config.loops() + " not pinned";
        };
    }

    private static String place(String thread, int core) {
        return thread + (core == ANY ? " not pinned" : " on core " + core);
    }

    /** What spinning threads lack: each fills a core, and the embedded venue wants one, too. */
    public Optional<String> warning() {
        int wanted = config.loops() + (isSplit() ? 1 : 0) + (embedded ? 1 : 0);
        if (config.idle() != IdleMode.BUSY_SPIN || cores >= wanted) {
            return Optional.empty();
        }
        String who =
                (config.loops() > 1 ? "loops" : "loop")
                        + (isSplit() ? ", strategy" : "")
                        + (embedded ? ", venue" : "");
        String remedy =
                isSplit() && config.loops() == 1 ? "loop.topology = auto" : "loop.idle = yielding";
        return Optional.of(
                who + " want " + Counts.of(wanted, "core") + ", " + cores + " here: set " + remedy);
    }
}
