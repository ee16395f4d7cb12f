package io.hayate.journal;

/** What a record of the journal tells. */
public enum RecordType {
    /** First of its segment: who wrote it; a {@link NoteRecord}. */
    SEGMENT(1),
    /** All that is known of an open order, so that no record of it before need be read; a {@link CheckpointRecord}. */
    CHECKPOINT(2),
    /** A new order is about to leave; a {@link RequestRecord}. */
    INTENT(3),
    /** A change of an order is about to leave; a {@link RequestRecord}. */
    UPDATE(4),
    /** A cancel is about to leave; a {@link RequestRecord}. */
    CANCEL(5),
    /** Several requests in one message are about to leave; a {@link RequestRecord}. */
    BATCH(6),
    /** An order was refused here; a {@link RefusalRecord}. */
    REFUSED(7),
    /** A request was handed to the socket or its queue; a {@link DeliveryRecord}. */
    SENT(8),
    /** A request never reached the socket; a {@link DeliveryRecord}. */
    NOT_SENT(9),
    /** The venue answered a request; a {@link ReportRecord}. */
    ANSWER(10),
    /** The venue told an order; a {@link ReportRecord}. */
    ROW(11),
    /** A part of an order was executed; a {@link ReportRecord}. */
    FILL(12),
    /** The fee of such a part is known; a {@link ReportRecord}. */
    FEE(13),
    /**
     * What is known of an order, or of all, may be out of date; a {@link NoteRecord}: code of the {@link
     * io.hayate.model.Doubt}, from the status as it was known last.
     */
    DOUBT(14),
    /**
     * The venue was asked what became of an order, and did not tell; a {@link NoteRecord}: code 1 when all was
     * read, from the doubt, value the time in ms of the latest that it told, other value the look's number.
     */
    LOOK(15),
    /**
     * A doubt has ended; a {@link NoteRecord}: code 1 by what the venue told on its connection, 2 by its
     * history, 3 as neither knows the order, 4 by a person; from the doubt, value the units filled, other
     * value the status.
     */
    RESOLVED(16),
    /**
     * Something that nobody had told was taken as true; a {@link NoteRecord}: of an order what only its rows
     * say is filled, of none, with code 1, what a wallet holds beside our books.
     */
    ADOPTED(17),
    /** An order, or the account where no order is named, changed its state; a {@link NoteRecord}. */
    STATE(18),
    /** Gives a name to a number that later records of the segment use; a {@link NoteRecord}. */
    NAME(19),
    /** Records found no place before this one; a {@link NoteRecord} whose first value says how many. */
    LOST(20),
    /** Last of a journal that was closed as asked; no body. */
    END(21),
    /** What our fills of an instrument have come to, as it has just changed; a {@link HoldingRecord}. */
    HOLDING(22),
    /** What is known of a currency: fees, day and wallet; a {@link CurrencyRecord}. */
    CURRENCY(23),
    /**
     * The books are written down whole, so that no record of them before need be read; a {@link NoteRecord}:
     * code counts the instruments, from the segments before this one in which they begin, value is the day
     * since 1970 UTC, other value the first number that no order may bear yet, is end 1 where the wallets are
     * known.
     */
    BOOKS(24),
    /** The kill switch was used, or a step of what it leads to beside the connection; a {@link NoteRecord}. */
    KILL(25),
    /** A person asked for something; a {@link NoteRecord} whose value says when, and the text what and who. */
    OPERATOR(26);

    private static final RecordType[] VALUES = values();

    private final int code;

    RecordType(int code) {
        this.code = code;
    }

    /** Number that stands for it in a file. */
    public int code() {
        return code;
    }

    /** True for a message of ours to the venue. */
    public boolean isRequest() {
        return this == INTENT || this == UPDATE || this == CANCEL || this == BATCH;
    }

    /** The type with this code; null for none. */
    public static RecordType ofCode(int code) {
        return code >= 1 && code <= VALUES.length ? VALUES[code - 1] : null;
    }
}
