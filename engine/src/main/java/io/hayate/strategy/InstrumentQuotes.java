package io.hayate.strategy;

import io.hayate.event.Event;
import io.hayate.event.IntentCause;
import io.hayate.event.OrderIntent;
import io.hayate.event.Ticker;
import io.hayate.market.OrderBook;
import io.hayate.model.BookPrecision;
import io.hayate.model.Channel;
import io.hayate.model.Health;
import io.hayate.model.MarketChannel;
import io.hayate.model.Side;
import io.hayate.number.Decimals;

/**
 * The prices that an order goes by, at the time of the order: those of the ticker or book that it
 * answers, else the best of the instrument's book or ticker; and what is known now against them. Strategy
 * thread; allocates nothing.
 */
final class InstrumentQuotes {
    private final MarketState market;
    private final boolean hasTimes;
    private final Ticker ticker = new Ticker();

    /**
     * The prices of orders, or of marks.
     *
     * @param hasTimes false for marks, which go by no time: 1 stands for when a channel was heard
     */
    InstrumentQuotes(MarketState market, boolean hasTimes) {
        this.market = market;
        this.hasTimes = hasTimes;
    }

    private long heardNs(int channelId) {
        if (hasTimes) {
            return market.heardNs(channelId);
        }
        return market.isHeard(channelId) ? 1 : 0;
    }

    /**
     * Writes down what is known of the instrument's prices; nothing where no channel tells them. An order
     * that answers a ticker or a book of the instrument goes by that one, any other by all of them.
     */
    void describe(OrderIntent intent, int instrumentId) {
        intent.cause().noQuote();
        if (instrumentId < 0) {
            return;
        }
        MarketChannel answered = market.channel(intent.cause().channelId());
        if (answered != null && answered.instrumentId() == instrumentId && isQuote(answered)) {
            describe(intent, answered);
        } else {
            describeAll(intent, instrumentId);
        }
    }

    private void describe(OrderIntent intent, MarketChannel channel) {
        int id = channel.id();
        intent.cause().quote(market.health(id), heardNs(id));
        if (channel.kind() == Channel.BOOK) {
            describe(intent, market.book(id));
        } else {
            describeTicker(intent, channel.instrumentId());
        }
    }

    /** What is known against any, and the prices of the finest that is whole: a book's, else the ticker's. */
    private void describeAll(OrderIntent intent, int instrumentId) {
        int health = Health.LIVE;
        long heardNs = 0;
        boolean isFirst = true;
        boolean hasTicker = false;
        OrderBook best = null;
        for (MarketChannel each = market.firstOf(instrumentId);
                each != null;
                each = market.after(each)) {
            if (!isQuote(each) || !market.isWanted(each.id())) {
                continue;
            }
            long timeNs = heardNs(each.id());
            if (timeNs == 0) {
                return; // its first data is still to come
            }
            health |= market.health(each.id());
            heardNs = isFirst || timeNs - heardNs < 0 ? timeNs : heardNs;
            isFirst = false;
            hasTicker |= each.kind() == Channel.TICKER;
            best = each.kind() == Channel.BOOK ? better(best, market.book(each.id())) : best;
        }
        if (isFirst) {
            return;
        }
        intent.cause().quote(health, heardNs);
        if (hasTicker && (best == null || !isFine(best))) {
            describeTicker(intent, instrumentId);
        } else {
            describe(intent, best);
        }
    }

    private static OrderBook better(OrderBook known, OrderBook other) {
        return known == null || (!isFine(known) && isFine(other)) ? other : known;
    }

    /** Prices of whole digits, between bursts: those that are rounded meet, and a burst may cross them. */
    private static boolean isFine(OrderBook book) {
        BookPrecision precision = book.channel().spec().precision();
        boolean isExact = precision == BookPrecision.P0 || precision == BookPrecision.R0;
        return isExact && book.isWhole() && book.bidPrice() < book.askPrice();
    }

    private static boolean isQuote(MarketChannel channel) {
        return channel.kind() == Channel.TICKER || channel.kind() == Channel.BOOK;
    }

    /** As the strategy's side has it by now: the session may have read on. */
    private static void describe(OrderIntent intent, OrderBook book) {
        if (book == null || !book.isWhole()) {
            return; // no price of it can be told
        }
        IntentCause cause = intent.cause();
        cause.quote(cause.quoteHealth() | book.health(), cause.quoteTimeNs());
        cause.bidPrice(book.bidPrice()).askPrice(book.askPrice());
        if (intent.units() > 0) {
            double worst = book.worstPriceFor(intent.side(), Decimals.toDouble(intent.units()));
            cause.reachedPrice(Double.isNaN(worst) ? lastPrice(intent, book) : worst);
        }
    }

    /** Of a book that is too thin: as far as it is known. */
    private static double lastPrice(OrderIntent intent, OrderBook book) {
        return intent.side() == Side.BUY
                ? book.askPrice(book.askLevels() - 1)
                : book.bidPrice(book.bidLevels() - 1);
    }

    private void describeTicker(OrderIntent intent, int instrumentId) {
        Event latest = market.tickers().event(instrumentId);
        if (latest != null) {
            describe(intent, ticker.wrap(latest));
        }
    }

    private static void describe(OrderIntent intent, Ticker latest) {
        IntentCause cause = intent.cause();
        cause.bidPrice(latest.bidPrice()).askPrice(latest.askPrice());
        cause.reachedPrice(intent.side() == Side.BUY ? latest.askPrice() : latest.bidPrice());
    }
}
