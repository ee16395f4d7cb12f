package io.hayate.story;

import io.hayate.books.HeldRecords;
import io.hayate.event.IntentCause;
import io.hayate.event.OrderIntent;
import io.hayate.journal.CurrencyRecord;
import io.hayate.journal.HoldingRecord;
import io.hayate.journal.JournalReader;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.NoteRecord;
import io.hayate.journal.RequestRecord;
import io.hayate.model.Health;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.number.ExactSum;
import io.hayate.portfolio.Currencies;
import io.hayate.portfolio.Holding;
import io.hayate.portfolio.Portfolio;
import java.util.List;

/**
 * What the fills of a journal have come to, by average cost, as its engines counted them: what their books
 * say, and, for a release that kept none, what its fills do. Its prices are the last healthy ones that are
 * written down. One thread.
 */
final class JournalPortfolio implements TradeTaker {
    private final Instruments instruments = Instruments.of(List.of());
    private final RequestRecord request = new RequestRecord();
    private final OrderIntent intent = OrderIntent.allocate();
    private Portfolio portfolio = new Portfolio();
    private final HoldingRecord holding = new HoldingRecord();
    private final CurrencyRecord currency = new CurrencyRecord();
    private final NoteRecord note = new NoteRecord();
    private final Holding held = new Holding();
    private final Holding known = new Holding();
    private final ExactSum fees = new ExactSum();
    private boolean hasBooks;
    private long left; // fills and fees that no sum could hold

    /** What takes the records of a reading; a later one begins anew. */
    JournalSource.Taker reading(JournalReader reader) {
        portfolio = new Portfolio();
        left = 0;
        hasBooks = false;
        JournalOrders orders = new JournalOrders(reader, this);
        return (record, run) -> {
            orders.onRecord(record, run);
            switch (record.type()) {
                case INTENT, BATCH -> mark(record, reader);
                case HOLDING -> onHolding(record, reader);
                case CURRENCY -> onCurrency(record);
                case BOOKS -> onBooks(record);
                default -> {} // changes nothing of it
            }
        };
    }

    private void onHolding(JournalRecord record, JournalReader reader) {
        String symbol = reader.symbol(record.instrumentId());
        Instrument instrument =
                symbol == null ? null : instruments.get(instruments.register(symbol));
        holding.wrap(record);
        if (instrument == null) {
            left++;
            return;
        }
        portfolio.read(instrument.id(), known);
        HeldRecords.read(holding.held(), held);
        if (known.markTimeMs() > held.markTimeMs()) {
            held.marked(known.mark(), known.markTimeMs());
        }
        portfolio.restore(instrument, held);
        if (holding.cause() == HoldingRecord.FEE) {
            onFees(holding.currency(), holding.held().fees(fees));
        }
    }

    private void onCurrency(JournalRecord record) {
        onFees(currency.wrap(record).currency(), currency.fees(fees));
    }

    private void onFees(String name, ExactSum all) {
        int number = portfolio.currencies().register(name);
        if (number == Currencies.NONE) {
            left++;
        } else {
            portfolio.restoreFees(number, all);
        }
    }

    /** From here on books are kept; those of an engine that began with none leave nothing of before. */
    private void onBooks(JournalRecord record) {
        hasBooks = true;
        if (note.wrap(record).code() == 0) {
            portfolio = new Portfolio();
            left = 0;
        }
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
        if (hasBooks) {
            return;
        }
        Instrument instrument = instrument(order);
        boolean isTaken = instrument != null && portfolio.onFill(instrument, signedUnits, price);
        left += isTaken ? 0 : 1;
        if (isTaken && isEstimate) {
            portfolio.onEstimate(instrument.id(), Math.abs(signedUnits));
        }
    }

    @Override
    public void onCorrection(JournalOrder order, long signedUnits, double from, double to) {
        if (hasBooks) {
            return;
        }
        Instrument instrument = instrument(order);
        boolean isTaken =
                instrument != null
                        && portfolio.onCorrection(instrument.id(), signedUnits, from, to);
        left += isTaken ? 0 : 1;
    }

    @Override
    public void onFee(JournalOrder order, double fee, String currency) {
        if (hasBooks) {
            return;
        }
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
