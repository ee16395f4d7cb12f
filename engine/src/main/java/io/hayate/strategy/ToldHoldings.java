package io.hayate.strategy;

import io.hayate.event.Event;
import io.hayate.event.EventText;
import io.hayate.event.HoldingUpdate;
import io.hayate.portfolio.ToldRows;
import io.hayate.portfolio.VenueHoldings;
import org.agrona.AsciiSequenceView;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Keeps what the venue says of margin positions and funding offers. Strategy thread; allocates when a symbol
 * is met for the first time.
 */
final class ToldHoldings {
    private final VenueHoldings holdings;
    private final HoldingUpdate update = new HoldingUpdate();
    private final UnsafeBuffer symbolText = new UnsafeBuffer(new byte[EventText.LENGTH_MAX]);
    private final UnsafeBuffer wordText = new UnsafeBuffer(new byte[EventText.LENGTH_MAX]);
    private final AsciiSequenceView symbol = new AsciiSequenceView();
    private final AsciiSequenceView word = new AsciiSequenceView();
    private final double[] values = new double[HoldingUpdate.VALUES];

    ToldHoldings(VenueHoldings holdings) {
        this.holdings = holdings;
    }

    /** Takes the venue's word on one of them. */
    void onEvent(Event event) {
        update.wrap(event);
        ToldRows rows =
                update.kind() == HoldingUpdate.Kind.POSITION
                        ? holdings.positionRows()
                        : holdings.offerRows();
        if (update.isSnapshot() && event.isFirst()) {
            rows.onListBegin();
        }
        if (!update.isNone()) {
            take(rows);
        }
        if (update.isSnapshot() && event.isLast()) {
            rows.onListEnd();
        }
    }

    private void take(ToldRows rows) {
        symbol.wrap(symbolText, 0, update.copySymbol(symbolText, 0));
        word.wrap(wordText, 0, update.copyWord(wordText, 0));
        for (int i = 0; i < values.length; i++) {
            values[i] = update.value(i);
        }
        if (update.isGone()) {
            rows.remove(symbol, update.id());
        } else {
            rows.put(symbol, word, update.id(), values);
        }
    }
}
