package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ChannelSpec;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {
    private static final long TIMEOUT_NS = 20;

    private final MarketChannels channels = new MarketChannels();
    private final Instruments instruments = new Instruments();
    private final Subscriptions subscriptions = new Subscriptions();
    private final Subscription btc = add("tBTCUSD");
    private final Subscription doge = add("tDOGE:USD");
    private final Subscription usd = add("fUSD");

    private Subscription add(String symbol) {
        return subscriptions.add(channels.register(ChannelSpec.ticker(symbol), instruments));
    }

    @Test
    void shouldFindBySymbolWithOrWithoutItsPrefix() {
        assertSame(btc, subscriptions.find("ticker", "tBTCUSD"));
        assertSame(btc, subscriptions.find("ticker", "BTCUSD"));
        assertSame(doge, subscriptions.find("ticker", "DOGE:USD"));
        assertSame(usd, subscriptions.find("ticker", "fUSD"));
    }

    @Test
    void shouldNotFindWhatWasNotAskedFor() {
        assertNull(subscriptions.find("ticker", "tETHUSD"));
        assertNull(subscriptions.find("book", "tBTCUSD"));
        assertNull(subscriptions.find("ticker", ""));
        assertNull(subscriptions.find("", ""));
        assertNull(subscriptions.byChannelId(0));
        assertNull(subscriptions.byChannelId(Subscription.NO_CHANNEL));
    }

    @Test
    void shouldFindByChannelOnceTheVenueGaveOne() {
        subscriptions.onSubscribed(doge, 4_294_967_297L, 1);

        assertSame(doge, subscriptions.byChannelId(4_294_967_297L));
        assertTrue(doge.isSubscribed());
        assertEquals(1, subscriptions.subscribed());
    }

    @Test
    void shouldBeAnsweredWhenEachIsGivenOrRefused() {
        subscriptions.onSubscribed(btc, 1, 1);
        subscriptions.onSubscribed(doge, 2, 1);
        assertFalse(subscriptions.isEveryAnswered());
        assertSame(usd, subscriptions.firstUnanswered());

        usd.onRefused();

        assertTrue(subscriptions.isEveryAnswered());
        assertNull(subscriptions.firstUnanswered());
        assertTrue(subscriptions.isAnySubscribed());
        assertEquals(2, subscriptions.subscribed());
    }

    @Test
    void shouldHaveNoneWhenAllAreRefused() {
        btc.onRefused();
        doge.onRefused();
        usd.onRefused();

        assertTrue(subscriptions.isEveryAnswered());
        assertFalse(subscriptions.isAnySubscribed());
    }

    @Test
    void shouldForgetAllWhenTheConnectionIsGone() {
        subscriptions.onSubscribed(btc, 7, 1);
        btc.onHeartbeat(1);
        btc.holding(true);

        subscriptions.reset();

        assertNull(subscriptions.byChannelId(7));
        assertFalse(btc.isAnswered());
        assertFalse(btc.isHolding());
        assertNull(subscriptions.firstSilent(1_000, TIMEOUT_NS));
        assertSame(btc, subscriptions.firstUnanswered());
    }

    @Test
    void shouldForgetOneThatWasUnsubscribed() {
        subscriptions.onSubscribed(btc, 7, 1);
        subscriptions.onSubscribed(doge, 8, 1);

        subscriptions.onUnsubscribed(7);
        subscriptions.onUnsubscribed(99);

        assertNull(subscriptions.byChannelId(7));
        assertFalse(btc.isSubscribed());
        assertTrue(doge.isSubscribed());
    }

    @Test
    void shouldListenToTheNewChannelAloneWhenTheVenueGivesAnother() {
        subscriptions.onSubscribed(btc, 7, 1);
        subscriptions.onSubscribed(btc, 9, 2);

        assertSame(btc, subscriptions.byChannelId(9));
        assertNull(subscriptions.byChannelId(7));
        assertEquals(1, subscriptions.subscribed());
    }

    @Test
    void shouldMissAChannelThatHasBeatenAndFellSilent() {
        subscriptions.onSubscribed(btc, 7, 100);
        subscriptions.onSubscribed(doge, 8, 100);
        doge.onHeartbeat(110);

        assertNull(subscriptions.firstSilent(130, TIMEOUT_NS));
        assertSame(doge, subscriptions.firstSilent(131, TIMEOUT_NS), "btc has never beaten");
        doge.onFrame(125);
        assertNull(subscriptions.firstSilent(145, TIMEOUT_NS));
    }
}
