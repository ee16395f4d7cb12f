package io.hayate.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.ChannelStatistics.Figure;
import java.util.HashSet;
import java.util.Set;
import org.agrona.concurrent.status.CountersReader;
import org.junit.jupiter.api.Test;

class CountersMemoryTest {
    private static final int CHANNELS = 4;

    private final CountersMemory memory = CountersMemory.ofProcess(CountersLayout.of(CHANNELS));
    private final CountersReader reader = memory.counters();

    @Test
    void shouldGiveEachCounterATypeIdOfItsOwn() {
        Set<Integer> ids = new HashSet<>();
        for (CounterType type : Counter.values()) {
            assertTrue(ids.add(type.typeId()), type.title());
        }
        for (CounterType type : Gauge.values()) {
            assertTrue(ids.add(type.typeId()), type.title());
        }
        for (CounterType type : ChannelSlot.values()) {
            assertTrue(ids.add(type.typeId()), type.title());
        }
    }

    @Test
    void shouldCountInPlaceWithTypeAndLabelWhereOthersReadIt() {
        Counters counters = Meters.in(memory).counters();
        Counters part = counters.part();
        counters.add(Counter.FRAMES, 5);
        part.increment(Counter.FRAMES);

        assertEquals(6, counters.get(Counter.FRAMES));
        int id = Counter.FRAMES.code() - 1;
        assertEquals(5, reader.getCounterValue(id));
        assertEquals(1, reader.getCounterTypeId(id));
        assertEquals("frames", reader.getCounterLabel(id));
        int ofPart = Counter.values().length + id;
        assertEquals(1, reader.getCounterValue(ofPart));
        assertEquals("frames, loop 2", reader.getCounterLabel(ofPart));
    }

    @Test
    void shouldKeepAChannelsFiguresInItsTwoCounters() {
        ChannelStatistics statistics = new ChannelStatistics(memory);
        statistics.name(0, "ticker", "ticker BTCUSD");
        statistics.name(1, "book", "book BTCUSD P0 F0 25");
        int value = 1;
        for (Figure figure : Figure.values()) {
            statistics.set(1, figure, value++);
        }
        statistics.tell(1, "book BTCUSD P0 F0 25", "a gap");

        CountersReader channels = memory.channels();
        assertEquals("ticker BTCUSD", channels.getCounterLabel(0));
        assertEquals("book BTCUSD P0 F0 25: a gap", channels.getCounterLabel(3));
        assertEquals(statistics.get(1, Figure.FRAMES), channels.getCounterValue(2));
        assertEquals(statistics.get(1, Figure.CHECKSUMS_PASSED), channels.getCounterValue(3));
        value = 1;
        for (Figure figure : Figure.values()) {
            int slot = figure.slot() == ChannelSlot.LOOP ? 2 : 3;
            int at = CountersReader.counterOffset(slot) + figure.slotOffset();
            assertEquals(value++, channels.valuesBuffer().getLong(at), figure.name());
            assertEquals(0, statistics.get(0, figure), figure.name());
        }
    }

    @Test
    void shouldRefuseAChannelThatIsNotTheNextOne() {
        ChannelStatistics statistics = new ChannelStatistics(memory);

        assertThrows(IllegalStateException.class, () -> statistics.name(1, "ticker", "later"));
    }

    @Test
    void shouldMakeAGaugeOnceAndCutWhatIsTooLong() {
        Gauges gauges = new Gauges(memory);
        int before = reader.maxCounterId();
        gauges.set(Gauge.RING_DEPTH, 7);
        gauges.set(Gauge.RING_DEPTH, 8);
        gauges.state(Gauge.HALTED, "", "", 1, "é".repeat(400));

        assertEquals(before, reader.maxCounterId());
        assertEquals(8, reader.getCounterValue(1));
        String label = reader.getCounterLabel(2);
        assertTrue(label.startsWith("trading halted: éé"), label);
        assertTrue(label.endsWith("é"), label);
        gauges.state(Gauge.HALTED, "", "", 0, "");
        assertEquals("trading halted", reader.getCounterLabel(2));
    }

    @Test
    void shouldCountWhatFindsNoRoom() {
        CountersLayout small = new CountersLayout(2, 1, 4_096);
        CountersMemory full = CountersMemory.ofProcess(small);
        Gauges gauges = new Gauges(full);
        gauges.set(Gauge.RING_DEPTH, 7);
        gauges.set(Gauge.TICKS, "", "tBTCUSD", 1);
        gauges.set(Gauge.TICKS, "", "tBTCUSD", 2);

        assertEquals(2, full.counters().getCounterValue(0));
        assertEquals(7, full.counters().getCounterValue(1));
    }

    @Test
    void shouldKeepEachPartOnPagesOfItsOwn() {
        CountersLayout layout = CountersLayout.of(CHANNELS);

        assertEquals(0, layout.valuesOffset() % 4_096);
        assertEquals(0, layout.errorsOffset() % 4_096);
        assertTrue(layout.bytes() >= layout.errorsOffset() + layout.errorBytes());
        assertThrows(
                RuntimeException.class,
                () -> new CountersMemory(layout, HeapMemory.of(layout.bytes() - 1)));
    }
}
