package io.hayate.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultConfigTest {
    /** Of rules that meet in one frame the last wins, so that their order is part of a run. */
    @Test
    void shouldKeepItsFaultsInOneOrderHoweverTheyAreGiven() {
        List<FrameFault> backwards = new ArrayList<>(List.of(FrameFault.values()));
        Collections.reverse(backwards);
        Map<FrameFault, Integer> given = new LinkedHashMap<>();
        backwards.forEach(fault -> given.put(fault, given.size() + 1));

        List<FrameFault> kept = new ArrayList<>(new FaultConfig(given).everyNth().keySet());

        assertEquals(Arrays.asList(FrameFault.values()), kept);
    }
}
