package io.hayate.strategy.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.strategy.RunnerRig;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrinterStrategyTest {
    private final RunnerRig rig = new RunnerRig(new PrinterStrategy()).live();

    private List<String> printed() {
        return rig.notices().stream().filter(notice -> notice.startsWith("PRINT")).toList();
    }

    @Test
    void shouldPrintTheFirstTickerAtOnce() {
        rig.btc(100);
        rig.btc(101);

        assertEquals(List.of("PRINT ticker last 100.0"), printed());
    }

    @Test
    void shouldPrintTheLatestOfEachInstrumentOnceASecond() {
        rig.btc(100);
        rig.ticker(RunnerRig.ETHUSD, 3_000);
        printed();
        rig.btc(101);
        rig.btc(102);
        rig.tick(999);
        assertEquals(List.of(), printed());

        rig.tick(1);
        assertEquals(List.of("PRINT ticker last 102.0", "PRINT ticker last 3000.0"), printed());
        rig.tick(1_000);
        assertEquals(2, printed().size());
    }

    @Test
    void shouldPrintNothingOfAnInstrumentThatWasNeverTold() {
        rig.btc(100);
        printed();
        rig.tick(1_000);

        assertEquals(List.of("PRINT ticker last 100.0"), printed());
    }
}
