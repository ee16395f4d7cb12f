package io.hayate.metrics.file;

import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.metrics.CountersLayout;
import io.hayate.metrics.CountersMemory;
import io.hayate.metrics.ErrorNotes;
import io.hayate.metrics.Gauge;
import io.hayate.metrics.Gauges;
import io.hayate.metrics.Meters;
import java.nio.file.Path;
import java.util.Map;

/** Counters with something of each kind in them, in a memory as small as it may be. */
final class StoreRig {
    static final CountersLayout LAYOUT = new CountersLayout(64, 4, 4_096);
    static final long START_MS = 1_700_000_000_000L;

    private StoreRig() {}

    /** A store of memory that takes any folder for one in memory. */
    static CountersStore open(CountersConfig.Place place, Path dir, Path state) {
        CountersConfig config = new CountersConfig(place, dir);
        return CountersStore.open(config, new LiveFolder(dir, any -> true), state, LAYOUT);
    }

    static void begin(CountersStore store, Path state) {
        store.begin(START_MS, 5, Map.of("hayate", "1.2.3", "state", state.toString()));
    }

    static void fill(CountersMemory memory) {
        Meters meters = Meters.in(memory);
        meters.counters().add(Counter.FRAMES, 7);
        meters.counters().part().add(Counter.FRAMES, 2);
        meters.statistics().name(0, "ticker", "ticker BTCUSD");
        meters.statistics().set(0, Figure.FRAMES, 5);
        meters.statistics().set(0, Figure.CHECKSUMS_FAILED, 1);
        meters.statistics().tell(0, "ticker BTCUSD", "silent for 60 s");
        memory.beginChange();
        Gauges gauges = new Gauges(memory);
        gauges.set(Gauge.POSITION, "fast", "tBTCUSD", -50_000_000);
        gauges.state(Gauge.HALTED, "", "", 1, "as asked");
        memory.endChange(START_MS + 1_000, 6);
        ErrorNotes errors = new ErrorNotes(memory, () -> START_MS + 500);
        errors.add("a wallet differs");
        errors.add("a wallet differs");
        errors.add("the disk is full");
    }
}
