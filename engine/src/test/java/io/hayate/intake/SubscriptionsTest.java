package io.hayate.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.intake.Subscription.Phase;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {
    private static final long TIMEOUT_NS = 20;

    private final Instruments instruments = new Instruments();
    private final MarketChannels channels = new MarketChannels();
    private final Subscriptions subscriptions = new Subscriptions();
    private final Subscription ticker = add(ChannelSpec.ticker("tBTCUSD"));
    private final Subscription book = add(ChannelSpec.book("tBTCUSD"));
    private final Subscription usd = add(ChannelSpec.ticker("fUSD"));

    private Subscription add(ChannelSpec spec) {
        return subscriptions.add(channels.register(spec, instruments));
    }

    @Test
    void shouldFindByTheVenuesNumberOnceItGaveOne() {
        assertNull(subscriptions.byVenueId(0));
        assertNull(subscriptions.byVenueId(Subscription.NO_CHANNEL));

        subscriptions.open(book, 4_294_967_297L, false, 1);

        assertSame(book, subscriptions.byVenueId(4_294_967_297L));
        assertTrue(book.isSubscribed());
        assertEquals(1, subscriptions.subscribed());
    }

    @Test
    void shouldFindByWhatItIs() {
        assertSame(book, subscriptions.find(channels.get(1)));
        assertNull(
                subscriptions.find(channels.register(ChannelSpec.trades("tBTCUSD"), instruments)));
    }

    @Test
    void shouldBeAnsweredWhenEachIsGivenOrRefused() {
        subscriptions.open(ticker, 1, false, 1);
        subscriptions.open(book, 2, false, 1);
        assertFalse(subscriptions.isEveryAnswered());
        assertSame(usd, subscriptions.firstUnanswered());

        usd.enter(Phase.REFUSED, 1);

        assertTrue(subscriptions.isEveryAnswered());
        assertNull(subscriptions.firstUnanswered());
        assertEquals(2, subscriptions.subscribed());
    }

    @Test
    void shouldForgetAllWhenTheConnectionIsGone() {
        subscriptions.open(ticker, 7, false, 1);
        ticker.onHeartbeat(1);

        subscriptions.reset(2);

        assertNull(subscriptions.byVenueId(7));
        assertFalse(subscriptions.hasLeft(7));
        assertFalse(ticker.isAnswered());
        assertNull(subscriptions.firstSilent(1_000, TIMEOUT_NS));
        assertSame(ticker, subscriptions.firstUnanswered());
    }

    @Test
    void shouldKnowTheNumbersThatItHasLeft() {
        subscriptions.open(ticker, 7, false, 1);

        assertEquals(7, subscriptions.leave(ticker));

        assertNull(subscriptions.byVenueId(7));
        assertTrue(subscriptions.hasLeft(7));
        assertFalse(subscriptions.hasLeft(8));
        assertFalse(subscriptions.hasLeft(Subscription.NO_CHANNEL));
    }

    @Test
    void shouldForgetTheOldestNumbersWhenItHasLeftVeryMany() {
        for (int id = 1; id <= 3_000; id++) {
            subscriptions.ignore(id);
        }

        assertFalse(subscriptions.hasLeft(1));
        assertTrue(subscriptions.hasLeft(3_000));
    }

    @Test
    void shouldListenToTheNewNumberAloneWhenTheVenueGivesAnother() {
        subscriptions.open(ticker, 7, false, 1);
        subscriptions.open(ticker, 9, false, 2);

        assertSame(ticker, subscriptions.byVenueId(9));
        assertNull(subscriptions.byVenueId(7));
        assertEquals(1, subscriptions.subscribed());
    }

    @Test
    void shouldNotMistakeTheEndOfAnEarlierOneForTheEndOfThisOne() {
        subscriptions.open(ticker, 7, false, 1);
        subscriptions.leave(ticker);
        subscriptions.open(ticker, 7, false, 2);

        assertNull(subscriptions.onEnded(7), "the answer to our own request");
        assertSame(ticker, subscriptions.onEnded(7), "the venue's own doing");
    }

    @Test
    void shouldKnowThatOneAdoptedIsGoneWhenItsEndIsTold() {
        subscriptions.open(ticker, 7, false, 1);
        subscriptions.leave(ticker);
        subscriptions.open(ticker, 7, true, 2);

        assertSame(ticker, subscriptions.onEnded(7));
    }

    @Test
    void shouldMissAChannelThatHasBeatenAndFellSilent() {
        subscriptions.open(ticker, 7, false, 100);
        subscriptions.open(book, 8, false, 100);
        book.onHeartbeat(110);

        assertNull(subscriptions.firstSilent(130, TIMEOUT_NS));
        assertSame(book, subscriptions.firstSilent(131, TIMEOUT_NS), "the other has never beaten");
        book.onData(true, 125);
        assertNull(subscriptions.firstSilent(145, TIMEOUT_NS));
    }
}
