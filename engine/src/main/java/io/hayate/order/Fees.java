package io.hayate.order;

import io.hayate.books.Books;
import io.hayate.event.EventText;
import io.hayate.event.ExecutionReport;
import io.hayate.journal.HoldingRecord;
import io.hayate.model.Side;
import io.hayate.portfolio.Portfolio;
import org.agrona.AsciiSequenceView;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Counts the fees of our fills, each once. Strategy thread; allocates when a currency is met for the first
 * time.
 */
final class Fees {
    private final TradeIds tradeIds = new TradeIds();
    private final Positions positions;
    private final Books books;
    private final UnsafeBuffer text = new UnsafeBuffer(new byte[EventText.LENGTH_MAX]);
    private final AsciiSequenceView currency = new AsciiSequenceView();

    Fees(Positions positions, Books books) {
        this.positions = positions;
        this.books = books;
    }

    /** Takes those of fills up to this number as told. */
    void recall(int instrumentId, long tradeId) {
        tradeIds.recall(instrumentId, tradeId);
    }

    /** Takes the fee of one of them as told. */
    void recall(int instrumentId, long tradeId, Side side) {
        tradeIds.recall(instrumentId, tradeId, side);
    }

    /** Takes a report that tells a fee. */
    void onFee(Order order, ExecutionReport report) {
        int length = report.copyFeeCurrency(text, 0);
        if (length > 0 && tradeIds.add(report.tradeId(), order.instrument().id(), order.side())) {
            currency.wrap(text, 0, length);
            boolean isCounted = isCounted(order, positions.portfolio(), report.fee());
            if (order.strategy() > 0) {
                boolean unused =
                        isCounted(order, positions.of(order.strategy()).portfolio(), report.fee());
            }
            if (isCounted) {
                write(order, report);
            }
        }
    }

    private void write(Order order, ExecutionReport report) {
        int id = order.instrument().id();
        HoldingRecord record = books.begin(HoldingRecord.FEE, id, order.strategy());
        if (record != null) {
            order.put(record);
            record.fill(report.tradeId(), order.side().sign());
            books.addFees(currency);
            books.commit(order.clientOrderId(), order.orderId());
        }
    }

    private boolean isCounted(Order order, Portfolio portfolio, double fee) {
        return portfolio.onFee(order.instrument(), currency, fee);
    }
}
