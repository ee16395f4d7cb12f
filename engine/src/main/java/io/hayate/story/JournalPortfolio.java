package io.hayate.story;

import io.hayate.event.IntentCause;
import io.hayate.event.OrderIntent;
import io.hayate.journal.JournalReader;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.RecordType;
import io.hayate.journal.RequestRecord;
import io.hayate.model.Health;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.portfolio.Portfolio;
import java.util.List;

/**
 * What the fills of a journal have come to, by average cost, as its engines counted them. Its prices are the
 * last healthy ones that an order went by. One thread.
 */
final class JournalPortfolio implements TradeTaker {
    private final Instruments instruments = Instruments.of(List.of());
    private final RequestRecord request = new RequestRecord();
    private final OrderIntent intent = OrderIntent.allocate();
    private Portfolio portfolio = new Portfolio();
    private long left; // fills and fees that no sum could hold

    /** What takes the records of a reading; a later one begins anew. */
    JournalSource.Taker reading(JournalReader reader) {
        portfolio = new Portfolio();
        left = 0;
        JournalOrders orders = new JournalOrders(reader, this);
        return (record, run) -> {
            orders.onRecord(record, run);
            if (record.type() == RecordType.INTENT || record.type() == RecordType.BATCH) {
                mark(record, reader);
            }
        };
    }

    private void mark(JournalRecord record, JournalReader reader) {
        request.wrap(record);
        for (int i = 0; i < request.intents(); i++) {
            OrderIntent each = request.intent(i, intent);
            String symbol = reader.symbol(each.instrumentId());
            IntentCause cause = each.cause();
            boolean isQuote = cause.hasQuote() && Health.isHealthy(cause.quoteHealth());
            if (symbol != null && isQuote && cause.bidPrice() > 0 && cause.askPrice() > 0) {
                double price = (cause.bidPrice() + cause.askPrice()) / 2;
                portfolio.onMark(instruments.register(symbol), price, record.clockMs());
            }
        }
    }

    @Override
    public void onTrade(JournalOrder order, long signedUnits, double price, boolean isEstimate) {
        Instrument instrument = instrument(order);
        boolean isTaken = instrument != null && portfolio.onFill(instrument, signedUnits, price);
        left += isTaken ? 0 : 1;
        if (isTaken && isEstimate) {
            portfolio.onEstimate(instrument.id(), Math.abs(signedUnits));
        }
    }

    @Override
    public void onCorrection(JournalOrder order, long signedUnits, double from, double to) {
        Instrument instrument = instrument(order);
        boolean isTaken =
                instrument != null
                        && portfolio.onCorrection(instrument.id(), signedUnits, from, to);
        left += isTaken ? 0 : 1;
    }

    @Override
    public void onFee(JournalOrder order, double fee, String currency) {
        Instrument instrument = instrument(order);
        left += instrument != null && portfolio.onFee(instrument, currency, fee) ? 0 : 1;
    }

    private Instrument instrument(JournalOrder order) {
        return order.symbol == null ? null : instruments.get(instruments.register(order.symbol));
    }

    Portfolio portfolio() {
        return portfolio;
    }

    Instruments instruments() {
        return instruments;
    }

    /** How many fills and fees are in no sum. */
    long left() {
        return left;
    }
}
