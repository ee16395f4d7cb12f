package io.hayate.books;

import io.hayate.journal.CurrencyRecord;
import io.hayate.journal.HeldPart;
import io.hayate.journal.past.PastBooks;
import io.hayate.journal.past.PastSums;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.number.ExactSum;
import io.hayate.portfolio.Currencies;
import io.hayate.portfolio.DayProfit;
import io.hayate.portfolio.Holding;
import io.hayate.portfolio.Portfolio;
import java.util.List;
import java.util.Map;

/** Takes the books of the runs before up again. Starting thread, before the start; allocates. */
final class BooksRestart {
    private final Instruments instruments;
    private final List<BookSums> sums;
    private final WalletBasis basis;

    /** Into books that are empty: of the account, then of each strategy by its number. */
    BooksRestart(Instruments instruments, List<BookSums> sums, WalletBasis basis) {
        this.instruments = instruments;
        this.sums = sums;
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
        for (int strategy = 0; strategy < sums.size(); strategy++) {
            PastSums of = past.of(strategy);
            left += take(of, sums.get(strategy).portfolio());
            if (past.day() == DayProfit.dayOf(nowMs)) { // else it begins with the first time
                takeDay(of, sums.get(strategy), nowMs);
            }
        }
        takeWallets(past);
        return left;
    }

    private int take(PastSums past, Portfolio portfolio) {
        int left = 0;
        Holding held = new Holding();
        for (Map.Entry<String, HeldPart> each : past.holdings().entrySet()) {
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
        return left;
    }

    private void takeDay(PastSums past, BookSums into, long nowMs) {
        long today = DayProfit.dayOf(nowMs);
        into.day().goOn(today);
        for (Map.Entry<String, CurrencyRecord> each : past.currencies().entrySet()) {
            int number = into.portfolio().currencies().register(each.getKey());
            CurrencyRecord record = each.getValue();
            if (number != Currencies.NONE && record.day() == today) {
                into.day().start(number, record.dayStart());
                if (record.isLossReached() != 0) {
                    into.losses().onReachedBefore(number, nowMs);
                }
            }
        }
    }

    private void takeWallets(PastBooks past) {
        Currencies currencies = sums.get(0).portfolio().currencies();
        basis.known(past.hasWallets());
        for (Map.Entry<String, CurrencyRecord> each : past.account().currencies().entrySet()) {
            int number = currencies.register(each.getKey());
            CurrencyRecord record = each.getValue();
            if (number != Currencies.NONE && record.hasWallet() != 0) {
                boolean unused = basis.set(number, record.walletUnits(), record.bookUnits());
            }
        }
    }
}
