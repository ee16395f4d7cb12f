package io.hayate.books;

import io.hayate.journal.CurrencyRecord;
import io.hayate.journal.HoldingRecord;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.NoteRecord;
import io.hayate.journal.OrderJournal;
import io.hayate.journal.RecordType;
import io.hayate.journal.past.PastBooks;
import io.hayate.model.Instruments;
import io.hayate.number.ExactSum;
import io.hayate.portfolio.Currencies;
import io.hayate.portfolio.DayProfit;
import io.hayate.portfolio.Holding;
import io.hayate.portfolio.Portfolio;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;

/**
 * Writes into the journal what our fills have come to: each change of it, and all of it where a segment or
 * a day begins and when the day has lost what it may, so that no segment before is needed for it. Strategy
 * thread; allocates nothing.
 */
public final class Books {
    private static final long RETRY_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long NONE = -1;
    private static final int ADOPTED_WALLET = 1;

    private final OrderJournal journal;
    private final Portfolio portfolio;
    private final DayProfit day;
    private final DayLosses losses;
    private final WalletCheck wallets;
    private final LongSupplier endOfNumbers;
    private final Holding held = new Holding();
    private final HoldingRecord holding = new HoldingRecord();
    private final CurrencyRecord currency = new CurrencyRecord();
    private final NoteRecord note = new NoteRecord();
    private final ExactSum sum = new ExactSum();
    private boolean isMissing; // a record found no place: all of it is to be written again
    private long triedNs;
    private long segment = NONE; // in which, or behind which, they were written last
    private long writtenState; // of day, losses and numbers

    /**
     * Books that nothing is written of.
     *
     * @param endOfNumbers the first number that no order may bear yet
     */
    public Books(
            OrderJournal journal,
            Portfolio portfolio,
            DayProfit day,
            DayLosses losses,
            WalletCheck wallets,
            LongSupplier endOfNumbers) {
        this.journal = journal;
        this.portfolio = portfolio;
        this.day = day;
        this.losses = losses;
        this.wallets = wallets;
        this.endOfNumbers = endOfNumbers;
    }

    /**
     * Takes up the books of the runs before; before the start.
     *
     * @param nowMs in ms since 1970 UTC: the day goes on where it is still the same
     * @return how many instruments and currencies have no place here
     */
    public int take(PastBooks past, Instruments instruments, long nowMs) {
        segment = NONE;
        return new BooksRestart(instruments, portfolio, day, losses, wallets.basis())
                .take(past, nowMs);
    }

    /**
     * Begins to write down what an instrument holds now; the caller adds what has changed it.
     *
     * @param cause one of the constants of {@link HoldingRecord}
     * @return null when the journal has no room
     */
    public HoldingRecord begin(int cause, int instrumentId) {
        if (!journal.begin(RecordType.HOLDING, instrumentId, HoldingRecord.lengthMax())) {
            isMissing = true;
            return null;
        }
        holding.wrap(journal.buffer(), journal.bodyOffset()).cause(cause);
        return HeldRecords.put(portfolio.read(instrumentId, held), holding);
    }

    /** Adds all fees in a currency to what was begun. */
    public void addFees(CharSequence name) {
        int number = portfolio.currencies().find(name);
        if (number != Currencies.NONE) {
            holding.currency(name).putFees(portfolio.readFees(number, sum));
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
        boolean isDue = isMissing || now != segment || state() != writtenState;
        boolean isAgain = now == segment && nowNs - triedNs < RETRY_NS && isMissing;
        if (isDue && !isAgain) {
            triedNs = nowNs;
            writtenState = state();
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
        return day.day() * 1_000_003 + losses.count() * 31L + endOfNumbers.getAsLong();
    }

    private boolean isWritten(IntToLongFunction largestFill) {
        boolean hasRoom =
                journal.name(JournalRecord.NO_INSTRUMENT); // in the segment where they begin
        long first = journal.segmentNumber();
        int count = portfolio.tradedCount();
        for (int i = 0; hasRoom && i < count; i++) {
            int id = portfolio.traded(i);
            if (begin(HoldingRecord.BOOKS, id) == null) {
                return false;
            }
            holding.largestFill(largestFill.applyAsLong(id));
            commit(0, 0);
        }
        for (int i = 0; i < portfolio.currencies().count(); i++) {
            if (!isWritten(i)) {
                return false;
            }
        }
        int none = JournalRecord.NO_INSTRUMENT;
        if (!journal.begin(RecordType.BOOKS, none, NoteRecord.lengthMax())) {
            return false;
        }
        note.wrap(journal.buffer(), journal.bodyOffset()).code(count);
        note.from((int) (journal.segmentNumber() - first)).value(day.day());
        note.isEnd(wallets.basis().isKnown() ? 1 : 0);
        journal.commit(note.otherValue(endOfNumbers.getAsLong()).length());
        return true;
    }

    /** One of which nothing is known needs no record. */
    private boolean isWritten(int number) {
        boolean hasFees = !portfolio.readFees(number, sum).isZero();
        boolean isLossReached = losses.isReached(number);
        WalletBasis basis = wallets.basis();
        boolean hasWallet = basis.wallet(number) != 0 || basis.book(number) != 0;
        if (!hasFees && !isLossReached && !hasWallet && day.start(number) == 0) {
            return true;
        }
        int none = JournalRecord.NO_INSTRUMENT;
        if (!journal.begin(RecordType.CURRENCY, none, CurrencyRecord.lengthMax())) {
            return false;
        }
        currency.wrap(journal.buffer(), journal.bodyOffset()).day(day.day()).putFees(sum);
        currency.dayStart(day.start(number)).isLossReached(isLossReached ? 1 : 0);
        currency.walletUnits(basis.wallet(number)).bookUnits(basis.book(number));
        currency.hasWallet(hasWallet ? 1 : 0);
        journal.commit(currency.currency(portfolio.currencies().name(number)).length());
        return true;
    }
}
