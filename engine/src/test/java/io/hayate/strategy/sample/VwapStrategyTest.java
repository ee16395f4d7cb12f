package io.hayate.strategy.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ChannelSpec;
import io.hayate.model.ConfigException;
import io.hayate.model.Health;
import io.hayate.model.MarketChannel;
import io.hayate.strategy.MarketFeed;
import io.hayate.strategy.RunnerRig;
import io.hayate.strategy.StrategyParameters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The average of three prints; 0.025 to buy, 0.01 at a time. */
class VwapStrategyTest {
    private final RunnerRig rig = rig(Map.of("window", "3", "total", "0.025", "slice", "0.01"));
    private final MarketFeed feed = new MarketFeed(rig);
    private final MarketChannel trades = feed.channel(ChannelSpec.trades("tBTCUSD"));

    private static RunnerRig rig(Map<String, String> parameters) {
        VwapStrategy strategy = new VwapStrategy();
        strategy.configure(new StrategyParameters("vwap", parameters));
        return new RunnerRig(strategy).live();
    }

    /** Prints whose average over the last three is 100. */
    private void printsAt100() {
        feed.print(trades, 1, 500, 10);
        feed.print(trades, 2, 90, 3);
        feed.print(trades, 3, 105, -2);
        feed.print(trades, 4, 104, 5);
    }

    private List<String> amounts() {
        return rig.sent.stream()
                .map(order -> order.replaceAll(".*\"amount\":\"(.*)\".*", "$1"))
                .toList();
    }

    @Test
    void shouldLogTheAverageWeightedByVolume() {
        printsAt100();
        rig.notices();
        rig.tick(4_999);
        assertEquals(List.of(), rig.notices());

        rig.tick(1);

        assertEquals(List.of("LOG vwap {} of the last {} prints 100.0 3.0"), rig.notices());
    }

    @Test
    void shouldLogNoDigitsThatAddingMakesUp() {
        feed.print(trades, 1, 86_716.1, 0.3);
        feed.print(trades, 2, 86_717.3, 0.7);
        feed.print(trades, 3, 86_715.7, 0.11);
        rig.notices();

        rig.tick(5_000);

        assertEquals(List.of("LOG vwap {} of the last {} prints 86716.817 3.0"), rig.notices());
    }

    @Test
    void shouldLogNothingBeforeTheFirstPrint() {
        rig.notices();
        rig.tick(10_000);

        assertEquals(List.of(), rig.notices());
    }

    @Test
    void shouldBuySlicesOfTheTotalWhileTheAskIsBelowTheAverage() {
        printsAt100();
        rig.btc(100);
        assertEquals(List.of(), amounts());
        for (int i = 0; i < 5; i++) {
            rig.btc(99.9);
            if (i < 3) {
                rig.fill(501 + i, 99.9);
            }
            rig.tick(1_000);
        }

        assertEquals(List.of("0.01", "0.01", "0.005"), amounts());
    }

    @Test
    void shouldRestBetweenSlices() {
        printsAt100();
        rig.btc(99);
        rig.fill(501, 99);
        rig.tick(999);
        rig.btc(99);
        assertEquals(1, rig.sent.size());

        rig.tick(1);
        rig.btc(99);

        assertEquals(2, rig.sent.size());
    }

    @Test
    void shouldBuyNothingUnlessToldHowMuch() {
        RunnerRig watching = rig(Map.of());
        MarketFeed prints = new MarketFeed(watching);
        prints.print(prints.channel(ChannelSpec.trades("tBTCUSD")), 1, 100, 1);
        watching.btc(50);

        assertEquals(List.of(), watching.sent);
    }

    @Test
    void shouldBuyNothingBeforeTheFirstPrintNorOfOthers() {
        rig.btc(1);
        printsAt100();
        rig.ticker(RunnerRig.ETHUSD, 1);

        assertEquals(List.of(), rig.sent);
    }

    @Test
    void shouldBuyNothingWhileSomethingIsKnownAgainstTheTrades() {
        printsAt100();
        rig.channelHealth(trades, Health.GAPPED);
        rig.btc(50);
        assertEquals(List.of(), rig.sent);

        rig.channelHealth(trades, Health.LIVE);
        rig.btc(50);

        assertEquals(List.of("0.01"), amounts());
    }

    @Test
    void shouldAskForTheTradesWhenNobodyElseDid() {
        assertEquals(List.of("SUBSCRIBE trades tBTCUSD"), rig.asked());
    }

    @Test
    void shouldLogARefusal() {
        printsAt100();
        rig.lose();
        rig.notices();
        rig.btc(50);

        assertTrue(rig.notices().contains("LOG the session is not live 0.0 0.0"));
    }

    @Test
    void shouldRefuseWrongParameters() {
        assertThrows(ConfigException.class, () -> rig(Map.of("total", "-1")));
        assertThrows(ConfigException.class, () -> rig(Map.of("window", "0")));
    }
}
