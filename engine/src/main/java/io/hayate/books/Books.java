package io.hayate.books;

import io.hayate.journal.HoldingRecord;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.NoteRecord;
import io.hayate.journal.OrderJournal;
import io.hayate.journal.RecordType;
import io.hayate.journal.past.PastBooks;
import io.hayate.model.Instruments;
import io.hayate.number.ExactSum;
import io.hayate.portfolio.Currencies;
import io.hayate.portfolio.Holding;
import io.hayate.portfolio.Portfolio;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;

/**
 * Writes into the journal what our fills have come to, of the account and of each strategy: each change of
 * it, and all of it where a segment or a day begins and when the day has lost what it may, so that no segment
 * before is needed for it. Strategy thread; allocates nothing.
 */
public final class Books {
    private static final long RETRY_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long NONE = -1;
    private static final int ADOPTED_WALLET = 1;

    private final OrderJournal journal;
    private final List<BookSums> sums; // of the account, then of each strategy by its number
    private final WalletCheck wallets;
    private final LongSupplier endOfNumbers;
    private final CurrencyBooks currencies;
    private final Holding held = new Holding();
    private final HoldingRecord holding = new HoldingRecord();
    private final NoteRecord note = new NoteRecord();
    private final ExactSum sum = new ExactSum();
    private boolean isMissing; // a record found no place: all of it is to be written again
    private long triedNs;
    private long segment = NONE; // in which, or behind which, they were written last
    private long writtenState; // of day, losses and numbers

    /**
     * Books that nothing is written of.
     *
     * @param sums of the account, then of each strategy by its number from 1
     * @param endOfNumbers the first number that no order may bear yet
     */
    public Books(
            OrderJournal journal,
            List<BookSums> sums,
            WalletCheck wallets,
            LongSupplier endOfNumbers) {
        this.journal = journal;
        this.sums = List.copyOf(sums);
        this.wallets = wallets;
        this.endOfNumbers = endOfNumbers;
        currencies = new CurrencyBooks(journal, wallets.basis());
    }

    /**
     * Takes up the books of the runs before; before the start.
     *
     * @param nowMs in ms since 1970 UTC: the day goes on where it is still the same
     * @return how many instruments and currencies have no place here
     */
    public int take(PastBooks past, Instruments instruments, long nowMs) {
        segment = NONE;
        return new BooksRestart(instruments, sums, wallets.basis()).take(past, nowMs);
    }

    /**
     * Begins to write down what an instrument holds now; the caller adds what has changed it.
     *
     * @param cause one of the constants of {@link HoldingRecord}
     * @param strategy whose sums have changed beside the account's; 0 for nobody's
     * @return null when the journal has no room
     */
    public HoldingRecord begin(int cause, int instrumentId, int strategy) {
        if (!journal.begin(RecordType.HOLDING, instrumentId, HoldingRecord.lengthMax())) {
            isMissing = true;
            return null;
        }
        holding.wrap(journal.buffer(), journal.bodyOffset(), strategy).cause(cause);
        HeldRecords.put(portfolio(0).read(instrumentId, held), holding.held());
        if (strategy > 0) {
            HeldRecords.put(portfolio(strategy).read(instrumentId, held), holding.own());
        }
        return holding;
    }

    private Portfolio portfolio(int strategy) {
        return sums.get(strategy).portfolio();
    }

    /** Adds all fees in a currency to what was begun. */
    public void addFees(CharSequence name) {
        int number = portfolio(0).currencies().find(name);
        if (number != Currencies.NONE) {
            holding.currency(name).held().putFees(portfolio(0).readFees(number, sum));
            int strategy = holding.strategy();
            if (strategy > 0) {
                holding.own().putFees(portfolio(strategy).readFees(number, sum));
            }
        }
    }

    /** Ends what was begun, about an order by our number and the venue's. */
    public void commit(long clientOrderId, long orderId) {
        journal.about(0, clientOrderId, orderId).commit(holding.length());
    }

    /**
     * Writes all of it down where that is due, the first time before anything is counted.
     *
     * @param largestFill the largest number of a fill of an instrument that was counted
     * @param isSettled true while the account is told whole, and the outcome of each order is known
     */
    public void onTime(long nowNs, IntToLongFunction largestFill, boolean isSettled) {
        wallets.onTime(nowNs, isSettled);
        if (wallets.takeChange()) {
            segment = NONE;
            writeAdopted(wallets.takeAdopted());
        }
        long now = journal.segmentNumber();
        long state = state();
        boolean isDue = isMissing || now != segment || state != writtenState;
        boolean isAgain = now == segment && nowNs - triedNs < RETRY_NS && isMissing;
        if (isDue && !isAgain) {
            triedNs = nowNs;
            writtenState = state;
            isMissing = !isWritten(largestFill);
            segment = journal.segmentNumber(); // many of them may have filled the one
        }
    }

    private void writeAdopted(String what) {
        int none = JournalRecord.NO_INSTRUMENT;
        if (!what.isEmpty() && journal.begin(RecordType.ADOPTED, none, NoteRecord.lengthMax())) {
            note.wrap(journal.buffer(), journal.bodyOffset()).code(ADOPTED_WALLET);
            journal.commit(note.text(what).length());
        }
    }

    /** Another when one of these is another. */
    private long state() {
        int losses = 0;
        for (int i = 0; i < sums.size(); i++) {
            losses += sums.get(i).losses().count();
        }
        return day() * 1_000_003 + losses * 31L + endOfNumbers.getAsLong();
    }

    /** That of each strategy is the same: all are told the same time. */
    private long day() {
        return sums.get(0).day().day();
    }

    private boolean isWritten(IntToLongFunction largestFill) {
        boolean hasRoom =
                journal.name(JournalRecord.NO_INSTRUMENT); // in the segment where they begin
        long first = journal.segmentNumber();
        for (int strategy = 0; strategy < sums.size(); strategy++) {
            hasRoom = hasRoom && isWritten(strategy, largestFill);
        }
        int none = JournalRecord.NO_INSTRUMENT;
        if (!hasRoom || !journal.begin(RecordType.BOOKS, none, NoteRecord.lengthMax())) {
            return false;
        }
        note.wrap(journal.buffer(), journal.bodyOffset()).code(portfolio(0).tradedCount());
        note.from((int) (journal.segmentNumber() - first)).value(day());
        note.isEnd(wallets.basis().isKnown() ? 1 : 0);
        journal.commit(note.otherValue(endOfNumbers.getAsLong()).length());
        return true;
    }

    private boolean isWritten(int strategy, IntToLongFunction largestFill) {
        Portfolio portfolio = portfolio(strategy);
        int count = portfolio.tradedCount();
        for (int i = 0; i < count; i++) {
            int id = portfolio.traded(i);
            if (begin(HoldingRecord.BOOKS, id, strategy) == null) {
                return false;
            }
            holding.largestFill(largestFill.applyAsLong(id));
            commit(0, 0);
        }
        return currencies.isWritten(strategy, sums.get(strategy));
    }
}
