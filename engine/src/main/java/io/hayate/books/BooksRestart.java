package io.hayate.books;

import io.hayate.journal.CurrencyRecord;
import io.hayate.journal.HoldingRecord;
import io.hayate.journal.past.PastBooks;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.number.ExactSum;
import io.hayate.portfolio.Currencies;
import io.hayate.portfolio.DayProfit;
import io.hayate.portfolio.Holding;
import io.hayate.portfolio.Portfolio;
import java.util.Map;

/** Takes the books of the runs before up again. Starting thread, before the start; allocates. */
final class BooksRestart {
    private final Instruments instruments;
    private final Portfolio portfolio;
    private final DayProfit day;
    private final DayLosses losses;
    private final WalletBasis basis;

    /** Into books that are empty. */
    BooksRestart(
            Instruments instruments,
            Portfolio portfolio,
            DayProfit day,
            DayLosses losses,
            WalletBasis basis) {
        this.instruments = instruments;
        this.portfolio = portfolio;
        this.day = day;
        this.losses = losses;
        this.basis = basis;
    }

    /**
     * Takes them up.
     *
     * @param nowMs in ms since 1970 UTC: the day goes on where it is still the same
     * @return how many instruments and currencies have no place here
     */
    int take(PastBooks past, long nowMs) {
        int left = 0;
        Holding held = new Holding();
        for (Map.Entry<String, HoldingRecord> each : past.holdings().entrySet()) {
            int id = instruments.register(each.getKey());
            if (id == Instrument.NONE) {
                left++;
            } else {
                portfolio.restore(instruments.get(id), HeldRecords.read(each.getValue(), held));
            }
        }
        for (Map.Entry<String, ExactSum> each : past.fees().entrySet()) {
            int number = portfolio.currencies().register(each.getKey());
            if (number == Currencies.NONE) {
                left++;
            } else {
                portfolio.restoreFees(number, each.getValue());
            }
        }
        takeDay(past, nowMs);
        takeWallets(past);
        return left;
    }

    private void takeWallets(PastBooks past) {
        basis.known(past.hasWallets());
        for (Map.Entry<String, CurrencyRecord> each : past.currencies().entrySet()) {
            int number = portfolio.currencies().register(each.getKey());
            CurrencyRecord record = each.getValue();
            if (number != Currencies.NONE && record.hasWallet() != 0) {
                boolean unused = basis.set(number, record.walletUnits(), record.bookUnits());
            }
        }
    }

    private void takeDay(PastBooks past, long nowMs) {
        long today = DayProfit.dayOf(nowMs);
        if (past.day() != today) {
            return; // it begins with the first time
        }
        day.goOn(today);
        for (Map.Entry<String, CurrencyRecord> each : past.currencies().entrySet()) {
            int number = portfolio.currencies().register(each.getKey());
            CurrencyRecord record = each.getValue();
            if (number != Currencies.NONE && record.day() == today) {
                day.start(number, record.dayStart());
                if (record.isLossReached() != 0) {
                    losses.onReachedBefore(number, nowMs);
                }
            }
        }
    }
}
