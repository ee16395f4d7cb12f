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

/** Averages over 2 and 4 tickers. */
class SmaCrossStrategyTest {
    private final RunnerRig rig = rig(Map.of("fast", "2", "slow", "4", "amount", "0.01"));

    private static RunnerRig rig(Map<String, String> parameters) {
        SmaCrossStrategy strategy = new SmaCrossStrategy();
        strategy.configure(new StrategyParameters("sma-cross", parameters));
        return new RunnerRig(strategy).live();
    }

    private void prices(double... prices) {
        for (double price : prices) {
            rig.btc(price);
        }
    }

    private static String amount(String order) {
        return order.replaceAll(".*\"amount\":\"(.*)\".*", "$1");
    }

    private List<String> amounts() {
        return rig.sent.stream().map(SmaCrossStrategyTest::amount).toList();
    }

    /** Falls, rises above the slow average, and the buy is filled. */
    private void buy() {
        prices(104, 103, 102, 101, 100, 110);
        assertEquals(List.of("0.01"), amounts());
        rig.fill(501, 110);
    }

    @Test
    void shouldBuyWhenTheFastAverageRisesAboveTheSlow() {
        prices(104, 103, 102, 101, 100);
        assertEquals(List.of(), rig.sent, "below from the start is no crossing");

        prices(110);

        assertEquals(List.of("0.01"), amounts());
        assertTrue(rig.sent.get(0).contains("tBTCUSD"));
    }

    @Test
    void shouldSellWhatItHoldsWhenTheFastAverageFallsBelowTheSlow() {
        buy();
        prices(111, 112);
        prices(90, 80);

        assertEquals(List.of("0.01", "-0.01"), amounts());
        rig.fill(502, 80);
        prices(70, 60, 50);
        assertEquals(2, rig.sent.size(), "once");
    }

    @Test
    void shouldBuyAgainAtTheNextRise() {
        buy();
        prices(111, 112, 90, 80);
        rig.fill(502, 80);
        prices(100, 120);

        assertEquals(List.of("0.01", "-0.01", "0.01"), amounts());
    }

    @Test
    void shouldDoNothingBeforeTheSlowAverageIsWhole() {
        prices(100, 90, 120);

        assertEquals(List.of(), rig.sent);
    }

    @Test
    void shouldNeverSellWhatItHasNot() {
        prices(100, 101, 102, 103, 104, 90, 80, 70);

        assertEquals(List.of(), rig.sent);
    }

    @Test
    void shouldSellWhatTheFeeLeftOfIt() {
        buy();
        rig.receive("[0,\"wu\",[\"exchange\",\"BTC\",0.009979999999999999,0,null]]");
        prices(111, 112, 90, 80);

        assertEquals(List.of("0.01", "-0.00997999"), amounts());
    }

    @Test
    void shouldSellNoMoreThanItBoughtWhenThereIsMore() {
        rig.receive("[0,\"ws\",[[\"exchange\",\"BTC\",5,0,5],[\"margin\",\"BTC\",0,0,0]]]");
        buy();
        prices(111, 112, 90, 80);

        assertEquals(List.of("0.01", "-0.01"), amounts());
    }

    @Test
    void shouldHaveOneOrderAtATime() {
        prices(104, 103, 102, 101, 100, 110);
        prices(90, 80, 70, 60, 100, 120, 60, 50);

        assertEquals(1, rig.sent.size());
    }

    @Test
    void shouldTakeAFlatPriceForNoCrossing() {
        prices(104, 103, 102, 101.1, 100.3, 110.7);
        rig.fill(501, 110);
        for (int i = 0; i < 100; i++) {
            prices(120.1);
        }

        assertEquals(1, rig.sent.size(), rig.sent.toString());
    }

    @Test
    void shouldLookAtTheFirstInstrumentAlone() {
        prices(104, 103, 102, 101);
        for (double price : new double[] {1, 2, 3, 4, 1_000, 2_000}) {
            rig.ticker(RunnerRig.ETHUSD, price);
        }

        assertEquals(List.of(), rig.sent);
    }

    @Test
    void shouldPassByTickersWithoutPrice() {
        prices(104, 103, 102, 101, 100, 0, -5, 110);

        assertEquals(List.of("0.01"), amounts());
    }

    @Test
    void shouldLogWhyAnOrderWasRefused() {
        RunnerRig offline = rig(Map.of("fast", "1", "slow", "2"));
        offline.lose();
        for (double price : new double[] {2, 1, 3}) {
            offline.btc(price);
        }

        assertTrue(offline.notices().contains("LOG the session is not live 0.0 0.0"));
    }

    @Test
    void shouldRefuseAFastAverageThatIsNotFaster() {
        ConfigException refusal =
                assertThrows(ConfigException.class, () -> rig(Map.of("fast", "50", "slow", "50")));

        assertEquals(
                "strategy.parameters.fast of sma-cross must be under slow, 50: was 50",
                refusal.getMessage());
    }
}
