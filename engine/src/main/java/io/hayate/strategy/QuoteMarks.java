package io.hayate.strategy;

import io.hayate.event.IntentCause;
import io.hayate.event.OrderIntent;
import io.hayate.model.Health;
import io.hayate.model.OrderOperation;
import io.hayate.order.Positions;
import io.hayate.portfolio.Portfolio;

/**
 * Keeps the last healthy price of each instrument that has fills: the middle of its best bid and ask, at
 * each tick of the timer. Strategy thread; allocates nothing.
 */
final class QuoteMarks {
    private final Positions positions;
    private final Portfolio portfolio;
    private final InstrumentQuotes quotes;
    private final OrderIntent intent = OrderIntent.allocate();

    QuoteMarks(Positions positions, InstrumentQuotes quotes) {
        this.positions = positions;
        portfolio = positions.portfolio();
        this.quotes = quotes;
        intent.begin(OrderOperation.NEW, 0);
    }

    void onTime(long timeMs) {
        for (int i = 0; i < portfolio.tradedCount(); i++) {
            mark(portfolio.traded(i), timeMs);
        }
    }

    private void mark(int instrumentId, long timeMs) {
        quotes.describe(intent, instrumentId);
        IntentCause cause = intent.cause();
        double bid = cause.bidPrice();
        double ask = cause.askPrice();
        boolean isHealthy = cause.hasQuote() && Health.isHealthy(cause.quoteHealth());
        if (isHealthy && bid > 0 && ask >= bid) {
            positions.onMark(instrumentId, (bid + ask) / 2, timeMs);
        }
    }
}
