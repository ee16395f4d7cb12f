package io.hayate.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.BookView;
import io.hayate.event.Candle;
import io.hayate.event.CommandType;
import io.hayate.event.Event;
import io.hayate.event.NoticeReader;
import io.hayate.event.NoticeType;
import io.hayate.event.Trade;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.MarketChannel;
import io.hayate.model.Side;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person who asks for books, prints and candles is shown. */
class MarketAnswersTest {
    private final RunnerRig rig = new RunnerRig(new RecordingStrategy()).bare();
    private final MarketFeed feed = new MarketFeed(rig);
    private final MarketChannel trades = feed.channel(ChannelSpec.trades("tBTCUSD"));
    private final MarketChannel book =
            feed.channel(ChannelSpec.book("tBTCUSD", BookPrecision.P0, "F0", 100));
    private final MarketChannel candles = feed.channel(ChannelSpec.candles("1m", "tBTCUSD"));

    /** Keeps copies of what is answered. */
    private static final class Answered implements NoticeReader {
        private final List<Event> events = new ArrayList<>();

        @Override
        public void onEvent(NoticeType type, Event event) {
            Event copy = Event.allocate();
            copy.copyFrom(event);
            events.add(copy);
        }

        @Override
        public void onLog(String template, double[] numbers) {
            throw new AssertionError(template);
        }

        @Override
        public void onFrame(
                NoticeType type, DirectBuffer text, int offset, int length, int frameLength) {
            throw new AssertionError(type);
        }
    }

    private List<Event> answers(CommandType type, int channelId) {
        return answers(type, channelId, 0);
    }

    private List<Event> answers(CommandType type, int channelId, double amount) {
        rig.notices();
        rig.command(type, channelId, amount);
        Answered answered = new Answered();
        while (rig.notices.poll(answered, 100) > 0) {}
        return answered.events;
    }

    private BookView bookView() {
        List<Event> answers = answers(CommandType.BOOK_VIEW, book.id(), 12);
        assertEquals(1, answers.size());
        return new BookView().wrap(answers.get(0));
    }

    private List<String> words(CommandType type, int channelId) {
        rig.notices();
        rig.command(type, channelId, 0);
        return rig.notices();
    }

    @Test
    void shouldShowTheTopOfABook() {
        for (int i = 0; i < 20; i++) {
            feed.level(book, 100 - i, 1, 1 + i);
            feed.level(book, 101 + i, 2, -0.5);
        }
        feed.endBurst(book);
        BookView view = bookView();

        assertEquals(book.id(), view.channelId());
        assertEquals(RunnerRig.BTCUSD, view.event().instrumentId());
        assertEquals(12, view.shown(Side.BUY));
        assertEquals(12, view.shown(Side.SELL));
        assertEquals(100, view.price(Side.BUY, 0));
        assertEquals(1, view.amount(Side.BUY, 0));
        assertEquals(89, view.price(Side.BUY, 11));
        assertEquals(12, view.amount(Side.BUY, 11));
        assertEquals(112, view.price(Side.SELL, 11));
        assertEquals(20, view.levels(Side.BUY));
        assertEquals(210, view.total(Side.BUY));
        assertEquals(10, view.total(Side.SELL));
        assertEquals(rig.nowNs(), view.changeTimeNs());
        assertTrue(view.isHealthy());
        assertFalse(view.isCrossed());
    }

    @ParameterizedTest
    @CsvSource({"0, 25, 3", "1, 1, 1", "12, 12, 1", "13, 13, 2", "60, 40, 4", "1e9, 40, 4"})
    void shouldShowAsManyLevelsAsAreWantedWhenBookHasThem(double wanted, int levels, int parts) {
        for (int i = 0; i < 40; i++) {
            feed.level(book, 100 - i, 1, 1 + i);
            feed.level(book, 101 + i, 2, -0.5);
        }
        feed.endBurst(book);
        List<Event> answers = answers(CommandType.BOOK_VIEW, book.id(), wanted);

        assertEquals(parts, answers.size());
        int told = 0;
        for (int part = 0; part < parts; part++) {
            BookView view = new BookView().wrap(answers.get(part));
            assertEquals(part == 0, answers.get(part).isFirst());
            assertEquals(part == parts - 1, answers.get(part).isLast());
            assertEquals(told, view.from());
            assertEquals(100 - told, view.price(Side.BUY, 0));
            assertEquals(820, view.total(Side.BUY));
            told += view.shown(Side.BUY);
        }
        assertEquals(levels, told);
    }

    @Test
    void shouldShowWhatIsKnownAgainstABook() {
        feed.snapshot(book, new double[] {100, 1, 2}, new double[] {101, 1, -3});
        feed.health(Health.GAPPED);
        feed.level(book, 102, 1, 1);
        feed.endBurst(book);
        rig.tick(1_500);
        rig.tick(10);
        rig.statistics.set(book.id(), Figure.HEALTH, Health.GAPPED | Health.STALE);

        BookView view = bookView();

        assertEquals(Health.GAPPED | Health.STALE | Health.CROSSED, view.health());
        assertTrue(view.isCrossed());
        assertEquals(2, view.shown(Side.BUY));
    }

    @Test
    void shouldShowABookThatIsEmpty() {
        BookView view = bookView();

        assertEquals(0, view.shown(Side.BUY));
        assertEquals(0, view.levels(Side.SELL));
        assertEquals(0, view.total(Side.SELL));
        assertEquals(0, view.changeTimeNs());
    }

    @Test
    void shouldShowTheLatestPrintsTheOldestFirst() {
        for (int id = 1; id <= 30; id++) {
            feed.print(trades, id, id + 0.5, id % 2 == 0 ? id : -id);
        }
        List<Event> answers = answers(CommandType.TRADES_VIEW, trades.id());

        assertEquals(20, answers.size());
        Trade first = new Trade().wrap(answers.get(0));
        assertEquals(11, first.id());
        assertEquals(110, first.timeMs());
        assertEquals(11.5, first.price());
        assertEquals(11, first.amount());
        assertEquals(Side.SELL, first.side());
        assertEquals(30, new Trade().wrap(answers.get(19)).id());
        assertTrue(answers.get(0).isFirst() && !answers.get(0).isLast());
        assertTrue(answers.get(19).isLast() && !answers.get(19).isFirst());
    }

    @Test
    void shouldShowTheLatestCandlesTheOldestFirst() {
        rig.statistics.set(candles.id(), Figure.HEALTH, Health.STALE);
        for (int minute = 1; minute <= 20; minute++) {
            feed.candle(candles, minute, minute * 10);
        }
        List<Event> answers = answers(CommandType.CANDLES_VIEW, candles.id());

        assertEquals(20, answers.size());
        Candle last = new Candle().wrap(answers.get(19));
        assertEquals(200, last.close());
        assertEquals(20 * 60_000, last.timeMs());
        assertEquals(Health.STALE, last.health());
        assertEquals(10, new Candle().wrap(answers.get(0)).open());
        assertTrue(answers.get(19).isLast());
    }

    @Test
    void shouldSayWhenThereIsNothingToShow() {
        int[] nowhere = {MarketChannel.NONE, 99};
        for (int id : nowhere) {
            assertEquals(List.of("ANSWER no book of it"), words(CommandType.BOOK_VIEW, id));
            assertEquals(List.of("ANSWER no trades of it yet"), words(CommandType.TRADES_VIEW, id));
        }
        assertEquals(
                List.of("ANSWER no candles of it yet"),
                words(CommandType.CANDLES_VIEW, candles.id()));
        assertEquals(List.of("ANSWER no book of it"), words(CommandType.BOOK_VIEW, trades.id()));
        assertEquals(
                List.of("ANSWER no trades of it yet"), words(CommandType.TRADES_VIEW, book.id()));
    }
}
