package io.hayate.strategy;

import io.hayate.event.Event;
import io.hayate.event.IntentCause;
import io.hayate.event.OrderIntent;
import io.hayate.event.Ticker;
import io.hayate.market.OrderBook;
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
    private final Ticker ticker = new Ticker();

    InstrumentQuotes(MarketState market) {
        this.market = market;
    }

    /**
     * Writes down what is known of the instrument's prices; nothing where no channel tells them. An order
     * that answers a ticker or a book of the instrument goes by that one, any other by all of them.
     */
    void describe(OrderIntent intent, int instrumentId) {
        if (instrumentId < 0) {
            return;
        }
        MarketChannel answered = market.channel(intent.cause().channelId());
        if (answered != null && answered.instrumentId() == instrumentId && isQuote(answered)) {
            describe(intent, answered);
            return;
        }
        describeAll(intent, instrumentId);
        OrderBook book = market.bookOf(instrumentId);
        Event latest = market.tickers().event(instrumentId);
        if (book != null && market.isWanted(book.channel().id())) {
            describe(intent, book);
        } else if (latest != null) {
            describe(intent, ticker.wrap(latest));
        }
    }

    private void describe(OrderIntent intent, MarketChannel channel) {
        int id = channel.id();
        intent.cause().quote(market.health(id), market.heardNs(id));
        Event latest = market.tickers().event(channel.instrumentId());
        if (channel.kind() == Channel.BOOK) {
            describe(intent, market.book(id));
        } else if (latest != null) {
            describe(intent, ticker.wrap(latest));
        }
    }

    private void describeAll(OrderIntent intent, int instrumentId) {
        int health = Health.LIVE;
        long heardNs = 0;
        boolean isFirst = true;
        for (MarketChannel each = market.firstOf(instrumentId);
                each != null;
                each = market.after(each)) {
            if (!isQuote(each) || !market.isWanted(each.id())) {
                continue;
            }
            long timeNs = market.heardNs(each.id());
            if (timeNs == 0) {
                return; // its first data is still to come
            }
            health |= market.health(each.id());
            heardNs = isFirst || timeNs - heardNs < 0 ? timeNs : heardNs;
            isFirst = false;
        }
        if (!isFirst) {
            intent.cause().quote(health, heardNs);
        }
    }

    private static boolean isQuote(MarketChannel channel) {
        return channel.kind() == Channel.TICKER || channel.kind() == Channel.BOOK;
    }

    private static void describe(OrderIntent intent, OrderBook book) {
        intent.cause().bidPrice(book.bidPrice()).askPrice(book.askPrice());
        if (intent.type().isMarket() && intent.units() > 0) {
            double worst = book.worstPriceFor(intent.side(), Decimals.toDouble(intent.units()));
            intent.cause().reachedPrice(Double.isNaN(worst) ? lastPrice(intent, book) : worst);
        }
    }

    /** Of a book that is too thin: as far as it is known. */
    private static double lastPrice(OrderIntent intent, OrderBook book) {
        return intent.side() == Side.BUY
                ? book.askPrice(book.askLevels() - 1)
                : book.bidPrice(book.bidLevels() - 1);
    }

    private static void describe(OrderIntent intent, Ticker latest) {
        IntentCause cause = intent.cause();
        cause.bidPrice(latest.bidPrice()).askPrice(latest.askPrice());
        cause.reachedPrice(intent.side() == Side.BUY ? latest.askPrice() : latest.bidPrice());
    }
}
