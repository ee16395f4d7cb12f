package io.hayate.strategy.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ConfigException;
import io.hayate.strategy.RunnerRig;
import io.hayate.strategy.StrategyParameters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TriggerStrategyTest {
    private static RunnerRig rig(Map<String, String> parameters) {
        TriggerStrategy strategy = new TriggerStrategy();
        strategy.configure(new StrategyParameters("trigger", parameters));
        return new RunnerRig(strategy).live();
    }

    @Test
    void shouldAnswerEachTickerThatReachesThePriceWithOneOrder() {
        RunnerRig rig = rig(Map.of("last-at-least", "100", "amount", "0.25"));
        rig.btc(99.9);
        assertEquals(List.of(), rig.sent);

        rig.btc(100);
        rig.ticker(RunnerRig.ETHUSD, 101);

        assertEquals(2, rig.sent.size());
        assertTrue(rig.sent.get(0).endsWith("\"symbol\":\"tBTCUSD\",\"amount\":\"0.25\"}]"));
        assertTrue(rig.sent.get(1).endsWith("\"symbol\":\"tETHUSD\",\"amount\":\"0.25\"}]"));
    }

    @Test
    void shouldStayQuietAtUsualPricesUnlessToldOtherwise() {
        RunnerRig rig = rig(Map.of());
        rig.btc(999_999);
        rig.btc(1_000_000);

        assertEquals(1, rig.sent.size());
    }

    @Test
    void shouldRefuseWrongParameters() {
        assertThrows(ConfigException.class, () -> rig(Map.of("last-at-least", "0")));
        assertThrows(ConfigException.class, () -> rig(Map.of("amount", "0.123456789")));
    }
}
