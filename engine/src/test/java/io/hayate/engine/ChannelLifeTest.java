package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Channels that come and go, are refused, fall silent, or belong to a venue under maintenance. */
class ChannelLifeTest {
    private static final String BOOK = "book tBTCUSD P0 25";

    @Test
    void shouldSubscribeAndUnsubscribeFromAStrategy() {
        try (MarketRig rig = MarketRig.simulated(Map.of(), BOOK)) {
            rig.strategy.subscribe(ChannelSpec.book("tETHUSD"));
            rig.rig.await(() -> rig.strategy.extra != null, "a channel");
            int id = rig.strategy.extra.id();
            rig.rig.await(() -> rig.health(id) == Health.LIVE, rig::toString);
            rig.awaitChecksums(2);

            rig.strategy.unsubscribe();
            rig.rig.await(() -> rig.health(id) == Health.OFF, rig::toString);
            rig.move(5);
            rig.assertNothingWrong();

            rig.strategy.subscribe(ChannelSpec.book("tETHUSD"));
            rig.rig.await(() -> rig.health(id) == Health.LIVE, rig::toString);
            rig.awaitChecksums(2);
        }
    }

    @Test
    void shouldTellOfMaintenance() {
        try (MarketRig rig = MarketRig.simulated(Map.of(), BOOK, "trades tBTCUSD")) {
            rig.rig.controls().sendInfo(20060);
            rig.rig.await(
                    () -> (rig.health(0) & rig.health(1) & Health.MAINTENANCE) != 0, rig::toString);

            rig.rig.controls().sendInfo(20061);
            rig.awaitHealth(Health.LIVE);
            rig.awaitChecksums(1);
            assertEquals(0, rig.sum(Figure.CHECKSUMS_FAILED), rig::toString);
        }
    }

    @Test
    void shouldCallAChannelStaleThatTellsNothingButHeartbeats() {
        Map<String, Object> settings = Map.of("market.stale-after.book", "500ms");
        try (MarketRig rig = MarketRig.simulated(settings, BOOK)) {
            rig.data().mute(Channel.BOOK, true);
            rig.rig.await(() -> (rig.health(0) & Health.STALE) != 0, rig::toString);
            rig.rig.await(
                    () -> rig.strategy.statuses.stream().anyMatch(s -> s.contains("stale")),
                    rig::toString);

            rig.data().mute(Channel.BOOK, false);
            rig.awaitChecksums(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10300, 10305})
    void shouldTellThatAChannelIsRefusedAndLeaveTheOthersAlone(int code) {
        try (MarketRig rig = MarketRig.simulated(Map.of(), BOOK)) {
            rig.data().refuseSubscriptions(1, code);
            rig.strategy.subscribe(ChannelSpec.book("tETHUSD"));

            rig.rig.await(
                    () -> rig.strategy.statuses.contains("book tETHUSD P0 F0 25: off"),
                    rig.strategy.statuses::toString);
            rig.awaitChecksums(1);
            assertEquals(Health.LIVE, rig.health(0), rig::toString);
            assertEquals(0, rig.figure(0, Figure.RESYNCS), rig::toString);

            rig.strategy.unsubscribe();
            rig.strategy.subscribe(ChannelSpec.book("tETHUSD"));
            rig.awaitChecksums(2);
            assertEquals(Health.LIVE, rig.health(1), rig::toString);
        }
    }

    @Test
    void shouldAskOnceMoreWhenTheVenueCallsANewChannelADouble() {
        try (MarketRig rig = MarketRig.simulated(Map.of(), BOOK)) {
            rig.data().refuseSubscriptions(1, 10301);
            rig.strategy.subscribe(ChannelSpec.book("tETHUSD"));

            rig.awaitChecksums(2);
            assertEquals(Health.LIVE, rig.health(0), rig::toString);
            assertEquals(Health.LIVE, rig.health(1), rig::toString);
        }
    }
}
