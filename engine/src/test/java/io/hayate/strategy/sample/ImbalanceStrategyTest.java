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

/** Two levels a side, three quarters of them bids. */
class ImbalanceStrategyTest {
    private final RunnerRig rig =
            rig(
                    Map.of(
                            "levels", "2",
                            "threshold", "0.5",
                            "amount", "0.01",
                            "position-max", "0.02",
                            "cool-down-ms", "1000"));
    private final MarketFeed feed = new MarketFeed(rig);
    private final MarketChannel book = feed.channel(ChannelSpec.book("tBTCUSD"));

    private static RunnerRig rig(Map<String, String> parameters) {
        ImbalanceStrategy strategy = new ImbalanceStrategy();
        strategy.configure(new StrategyParameters("imbalance", parameters));
        return new RunnerRig(strategy).live();
    }

    /** A book with that much on its best levels, and as much as anything below. */
    private void book(MarketChannel channel, double bid, double ask) {
        rig.hear(channel);
        feed.snapshot(
                channel,
                new double[] {100, 1, bid / 2},
                new double[] {99, 1, bid / 2},
                new double[] {98, 1, 1_000},
                new double[] {101, 1, -ask / 2},
                new double[] {102, 1, -ask / 2},
                new double[] {103, 1, -1_000});
    }

    private void fill(long number) {
        rig.fill(number, 101);
    }

    @Test
    void shouldBuyWhenTheBookLeansToTheBids() {
        book(book, 3, 1);
        assertEquals(List.of(), rig.sent, "as much as the threshold is not over it");

        book(book, 3.1, 1);

        assertEquals(1, rig.sent.size());
        assertTrue(rig.sent.get(0).endsWith("\"symbol\":\"tBTCUSD\",\"amount\":\"0.01\"}]"));
    }

    @Test
    void shouldDoNothingWhenItLeansToTheAsksOrOneSideIsEmpty() {
        book(book, 1, 9);
        feed.snapshot(book, new double[] {101, 1, -1});

        assertEquals(List.of(), rig.sent);
    }

    @Test
    void shouldNotTrustABookThatSomethingIsKnownAgainst() {
        feed.health(Health.GAPPED);
        book(book, 9, 1);
        assertEquals(List.of(), rig.sent);

        feed.health(Health.LIVE);
        book(book, 9, 1);

        assertEquals(1, rig.sent.size());
    }

    @Test
    void shouldNotTrustABookThatIsCrossed() {
        book(book, 9, 1);
        rig.sent.clear();
        fill(501);
        rig.tick(1_000);
        feed.level(book, 102, 1, 5);
        feed.endBurst(book);
        rig.tick(1_500);
        rig.tick(100);

        assertEquals(List.of(), rig.sent);
    }

    @Test
    void shouldRestBetweenOrders() {
        book(book, 9, 1);
        fill(501);
        rig.tick(999);
        book(book, 9, 1);
        assertEquals(1, rig.sent.size());

        rig.tick(1);
        book(book, 9, 1);

        assertEquals(2, rig.sent.size());
    }

    @Test
    void shouldHaveOneOrderAtATime() {
        book(book, 9, 1);
        rig.tick(5_000);
        book(book, 9, 1);

        assertEquals(1, rig.sent.size());
    }

    @Test
    void shouldHoldNoMoreThanToldTo() {
        for (int i = 0; i < 4; i++) {
            book(book, 9, 1);
            if (i < 2) {
                fill(501 + i);
            }
            rig.tick(1_000);
        }

        assertEquals(2, rig.sent.size());
    }

    @Test
    void shouldLookAtTheFirstInstrumentAlone() {
        book(feed.channel(ChannelSpec.book("tETHUSD")), 9, 1);

        assertEquals(List.of(), rig.sent);
    }

    @Test
    void shouldAskForTheBookWhenNobodyElseDid() {
        assertEquals(List.of("SUBSCRIBE book tBTCUSD P0 F0 25"), rig.asked());
    }

    @Test
    void shouldLogARefusalOnceEachCoolDown() {
        rig.lose();
        rig.notices();
        book(book, 9, 1);
        book(book, 9, 1);

        assertEquals(List.of("LOG the session is not live 0.0 0.0"), rig.notices());
    }

    @Test
    void shouldRefuseWrongParameters() {
        ConfigException refusal =
                assertThrows(ConfigException.class, () -> rig(Map.of("threshold", "1")));

        assertEquals(
                "strategy.parameters.threshold of imbalance must be under 1: was 1.0",
                refusal.getMessage());
        assertThrows(ConfigException.class, () -> rig(Map.of("levels", "0")));
        assertThrows(ConfigException.class, () -> rig(Map.of("amount", "-1")));
    }
}
