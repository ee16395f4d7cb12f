package io.hayate.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.venue.rule.FaultKind;
import io.hayate.venue.rule.FaultRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultConfigTest {
    /** Of rules that meet in one frame the last wins, so that their order is part of a run. */
    @Test
    void shouldKeepItsFaultsInOneOrderHoweverTheyAreGiven() {
        List<FrameFault> backwards = new ArrayList<>(List.of(FrameFault.values()));
        Collections.reverse(backwards);
        FaultConfig config = FaultConfig.NONE;
        for (FrameFault fault : backwards) {
            config = config.with(fault, 2);
        }

        List<FaultKind> kept = config.rules().stream().map(FaultRule::kind).toList();

        assertEquals(Arrays.stream(FrameFault.values()).map(FaultConfig::kind).toList(), kept);
    }
}
