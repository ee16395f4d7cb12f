package io.hayate.books;

import io.hayate.journal.CurrencyRecord;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.OrderJournal;
import io.hayate.journal.RecordType;
import io.hayate.number.ExactSum;

/** Writes down what is known of currencies. Strategy thread; allocates nothing. */
final class CurrencyBooks {
    private final OrderJournal journal;
    private final WalletBasis wallets; // of the account
    private final CurrencyRecord record = new CurrencyRecord();
    private final ExactSum fees = new ExactSum();

    CurrencyBooks(OrderJournal journal, WalletBasis wallets) {
        this.journal = journal;
        this.wallets = wallets;
    }

    /** Writes all of a strategy down, or of the account, which is number 0; false without room. */
    boolean isWritten(int strategy, BookSums sums) {
        for (int i = 0; i < sums.portfolio().currencies().count(); i++) {
            if (!isWritten(strategy, sums, i)) {
                return false;
            }
        }
        return true;
    }

    /** One of which nothing is known needs no record. */
    private boolean isWritten(int strategy, BookSums sums, int number) {
        boolean hasFees = !sums.portfolio().readFees(number, fees).isZero();
        boolean isLossReached = sums.losses().isReached(number);
        boolean hasWallet =
                strategy == 0 && (wallets.wallet(number) != 0 || wallets.book(number) != 0);
        double dayStart = sums.day().start(number);
        if (!hasFees && !isLossReached && !hasWallet && dayStart == 0) {
            return true;
        }
        int none = JournalRecord.NO_INSTRUMENT;
        if (!journal.begin(RecordType.CURRENCY, none, CurrencyRecord.lengthMax())) {
            return false;
        }
        record.wrap(journal.buffer(), journal.bodyOffset(), strategy);
        record.day(sums.day().day(), dayStart).putFees(fees);
        record.isLossReached(isLossReached ? 1 : 0);
        if (hasWallet) {
            record.wallet(wallets.wallet(number), wallets.book(number));
        }
        String name = sums.portfolio().currencies().name(number);
        journal.commit(record.currency(name).length());
        return true;
    }
}
