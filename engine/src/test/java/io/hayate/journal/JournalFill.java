package io.hayate.journal;

import io.hayate.event.OrderIntent;
import io.hayate.metrics.Counters;
import io.hayate.model.Clocks;
import io.hayate.model.Instruments;
import io.hayate.model.OrderOperation;
import io.hayate.number.ExactSum;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes a journal of all kinds of records, the same ones each time. */
public final class JournalFill {
    static final String TEXT =
            "[0,\"on\",null,{\"cid\":17,\"type\":\"EXCHANGE MARKET\",\"amount\":\"0.5\"}]";

    final Instruments instruments = Instruments.of(List.of("tBTCUSD", "tETHUSD"));
    public final Counters counters = new Counters();
    public final OrderJournal journal;

    private final RequestRecord request = new RequestRecord();
    private final DeliveryRecord delivery = new DeliveryRecord();
    private final HoldingRecord holding = new HoldingRecord();
    private final CurrencyRecord currency = new CurrencyRecord();
    private final ExactSum sum = new ExactSum();
    private final NoteRecord note = new NoteRecord();
    private final UnsafeBuffer fields = new UnsafeBuffer(new byte[OrderIntent.SIZE]);
    private final OrderIntent intent = new OrderIntent().wrap(fields, 0);
    private final UnsafeBuffer text = new UnsafeBuffer(TEXT.getBytes(StandardCharsets.US_ASCII));
    private long timeNs;
    private final long nowMs = 1_700_000_000_000L;

    public JournalFill(SegmentSource source) {
        Clocks clocks = new Clocks(() -> timeNs += 1_000, () -> nowMs);
        journal = new OrderJournal(source, instruments, clocks, counters);
    }

    /** An order from its intent to its end: four records, one name before the first of an instrument. */
    public boolean order(long clientOrderId) {
        int instrument = (int) (clientOrderId % 2);
        return intent(clientOrderId, instrument)
                && sent(clientOrderId, instrument)
                && state(clientOrderId, instrument, 3, 0)
                && state(clientOrderId, instrument, 6, 1);
    }

    /** What is held of an instrument and of its currency, and that this is all. */
    public boolean books(long clientOrderId, int instrument) {
        if (!journal.begin(RecordType.HOLDING, instrument, HoldingRecord.lengthMax())) {
            return false;
        }
        holding.wrap(journal.buffer(), journal.bodyOffset(), 1).cause(HoldingRecord.FEE);
        holding.fill(7, 1).order(1_000, 1_000, 0.97, 0).currency("USD");
        holding.held().amounts(5, 1, 0).putFees(sum.set(-1, -3));
        holding.own().amounts(4, 1, 0).putFees(sum.set(-1, -2));
        journal.about(1, clientOrderId, 99).commit(holding.length());
        if (!journal.begin(RecordType.CURRENCY, -1, CurrencyRecord.lengthMax())) {
            return false;
        }
        currency.wrap(journal.buffer(), journal.bodyOffset(), 1).day(20_000, -3.5);
        journal.commit(currency.isLossReached(1).putFees(sum).currency("USD").length());
        if (!journal.begin(RecordType.BOOKS, -1, NoteRecord.lengthMax())) {
            return false;
        }
        note.wrap(journal.buffer(), journal.bodyOffset()).code(1).value(20_000).otherValue(9);
        journal.commit(note.length());
        return true;
    }

    public boolean intent(long clientOrderId, int instrument) {
        int length = RequestRecord.length(fields.capacity(), text.capacity());
        if (!journal.begin(RecordType.INTENT, instrument, length)) {
            return false;
        }
        intent.begin(OrderOperation.NEW, instrument).clientOrderId(clientOrderId);
        request.wrap(journal.buffer(), journal.bodyOffset()).causeKind(4);
        request.addFields(fields, 0, fields.capacity()).text(text, 0, text.capacity());
        journal.about(1, clientOrderId, 0).commit(request.length());
        return true;
    }

    public boolean sent(long clientOrderId, int instrument) {
        if (!journal.begin(RecordType.SENT, instrument, DeliveryRecord.length())) {
            return false;
        }
        delivery.wrap(journal.buffer(), journal.bodyOffset()).request(journal.nextNumber() - 1);
        journal.about(1, clientOrderId, 0).commit(DeliveryRecord.length());
        return true;
    }

    public boolean state(long clientOrderId, int instrument, int code, int isEnd) {
        if (!journal.begin(RecordType.STATE, instrument, NoteRecord.lengthMax())) {
            return false;
        }
        note.wrap(journal.buffer(), journal.bodyOffset()).code(code).from(1).isEnd(isEnd);
        journal.about(1, clientOrderId, 99).commit(note.text("as the venue told").length());
        return true;
    }
}
