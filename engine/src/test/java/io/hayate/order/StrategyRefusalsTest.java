package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.journal.JournalReader;
import io.hayate.journal.RecordType;
import io.hayate.journal.RefusalRecord;
import io.hayate.model.Side;
import io.hayate.risk.RiskLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What several strategies are refused is written down of each. */
class StrategyRefusalsTest {
    private static final RiskLimits SMALL =
            new RiskLimits(true, 1_000_000L, RiskLimits.UNLIMITED, RiskLimits.UNLIMITED);

    private final OrderRig rig =
            new OrderRig(
                    OrderRig.NO_LIMITS, 64, List.of(SMALL, SMALL), Map.of(1, "fast", 2, "slow"));

    private List<String> refusals() {
        List<String> all = new ArrayList<>();
        JournalReader reader = new JournalReader(rig.journal.memory);
        RefusalRecord refusal = new RefusalRecord();
        while (reader.next()) {
            if (reader.record().type() == RecordType.REFUSED) {
                refusal.wrap(reader.record());
                String name = reader.strategy(refusal.strategy());
                all.add(name + " " + refusal.verdict() + " " + refusal.count());
            }
        }
        return all;
    }

    @Test
    void shouldMergeNoRepeatsOverStrategies() {
        rig.comeLive();
        for (int i = 0; i < 5; i++) {
            rig.trade(1, Side.BUY, 0.5);
        }
        for (int i = 0; i < 3; i++) {
            rig.trade(2, Side.BUY, 0.5);
        }
        rig.pass(1_500);

        String verdict = " STRATEGY_ORDER_AMOUNT ";
        List<String> found = refusals();
        assertEquals(List.of("fast" + verdict + 1, "slow" + verdict + 1), found.subList(0, 2));
        assertEquals(
                List.of("fast" + verdict + 4, "slow" + verdict + 2),
                found.subList(2, found.size()).stream().sorted().toList());
    }

    @Test
    void shouldWriteTheFirstAtOnceAgainAfterASecond() {
        rig.comeLive();
        rig.trade(1, Side.BUY, 0.5);
        rig.pass(1_500);
        rig.trade(1, Side.BUY, 0.5);

        String first = "fast STRATEGY_ORDER_AMOUNT 1";
        assertEquals(List.of(first, first), refusals());
    }
}
