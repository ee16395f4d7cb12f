package io.hayate.story;

import io.hayate.books.HeldRecords;
import io.hayate.event.IntentCause;
import io.hayate.event.OrderIntent;
import io.hayate.journal.CurrencyRecord;
import io.hayate.journal.HeldPart;
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
import java.util.Map;
import java.util.TreeMap;

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
    private final Map<String, Portfolio> own = new TreeMap<>(); // of each strategy by its name
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
        clear();
        hasBooks = false;
        JournalOrders orders = new JournalOrders(reader, this);
        return (record, run) -> {
            orders.onRecord(record, run);
            switch (record.type()) {
                case INTENT, BATCH -> mark(record, reader);
                case HOLDING -> onHolding(record, reader);
                case CURRENCY -> onCurrency(record, reader);
                case BOOKS -> onBooks(record);
                default -> {} // changes nothing of it
            }
        };
    }

    private void clear() {
        portfolio = new Portfolio();
        own.clear();
        left = 0;
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
        restore(portfolio, instrument, holding.held());
        String name = reader.strategy(holding.strategy());
        if (holding.own() != null && name != null) {
            restore(own(name), instrument, holding.own());
        }
    }

    /** Of this strategy; there are as many as the journal names. */
    private Portfolio own(String name) {
        return own.computeIfAbsent(name, unused -> new Portfolio(portfolio));
    }

    private void restore(Portfolio into, Instrument instrument, HeldPart part) {
        into.read(instrument.id(), known);
        HeldRecords.read(part, held);
        if (known.markTimeMs() > held.markTimeMs()) {
            held.marked(known.mark(), known.markTimeMs());
        }
        into.restore(instrument, held);
        if (holding.cause() == HoldingRecord.FEE) {
            onFees(into, holding.currency(), part.fees(fees));
        }
    }

    private void onCurrency(JournalRecord record, JournalReader reader) {
        currency.wrap(record);
        String name = reader.strategy(currency.strategy());
        if (currency.strategy() == 0) {
            onFees(portfolio, currency.currency(), currency.fees(fees));
        } else if (name != null) {
            onFees(own(name), currency.currency(), currency.fees(fees));
        }
    }

    private void onFees(Portfolio into, String name, ExactSum all) {
        int number = into.currencies().register(name);
        if (number == Currencies.NONE) {
            left++;
        } else {
            into.restoreFees(number, all);
        }
    }

    /** From here on books are kept; those of an engine that began with none leave nothing of before. */
    private void onBooks(JournalRecord record) {
        hasBooks = true;
        if (note.wrap(record).code() == 0) {
            clear();
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
                int id = instruments.register(symbol);
                portfolio.onMark(id, price, record.clockMs());
                own.values().forEach(kept -> kept.onMark(id, price, record.clockMs()));
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

    /** Those of each strategy of several, by its name. */
    Map<String, Portfolio> own() {
        return own;
    }

    Instruments instruments() {
        return instruments;
    }

    /** How many fills and fees are in no sum. */
    long left() {
        return left;
    }
}
