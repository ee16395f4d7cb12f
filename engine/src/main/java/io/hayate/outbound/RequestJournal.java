package io.hayate.outbound;

import io.hayate.event.IntentCause;
import io.hayate.event.OrderIntent;
import io.hayate.journal.DeliveryRecord;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.OrderJournal;
import io.hayate.journal.RecordType;
import io.hayate.journal.RequestRecord;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;
import org.agrona.DirectBuffer;

/**
 * Writes each message of ours into the journal before its first byte leaves, and what became of it after.
 * A message that may raise the risk does not leave unless the journal has it; any other does, and is
 * counted. Strategy thread; allocates nothing.
 */
public final class RequestJournal {
    private final OrderJournal journal;
    private final MarketChannels channels;
    private final RequestRecord request = new RequestRecord();
    private final DeliveryRecord delivery = new DeliveryRecord();

    private RecordType type;
    private OrderIntent[] intents;
    private int count;
    private int instrumentId;
    private long clientOrderId;
    private long orderId;
    private int connection;
    private long number; // of the record; 0 where there is none

    /**
     * Without a message.
     *
     * @param channels by which a cause names its channel
     */
    public RequestJournal(OrderJournal journal, MarketChannels channels) {
        this.journal = journal;
        this.channels = channels;
    }

    /** The journal itself, for what else there is to write. */
    public OrderJournal journal() {
        return journal;
    }

    /** True while a message that raises the risk may leave. */
    public boolean takesRisk() {
        return journal.isSound();
    }

    /** Takes what the next message is made from: the first of these intents. */
    void about(RecordType what, OrderIntent[] made, int howMany) {
        type = what;
        intents = made;
        count = howMany;
        instrumentId = made[0].instrumentId();
        clientOrderId = made[0].clientOrderId();
        orderId = made[0].orderId();
    }

    /** Takes that the next message asks for a cancel, by either number of the order. */
    void aboutCancel(long ourNumber, long venueNumber) {
        type = RecordType.CANCEL;
        count = 0;
        instrumentId = JournalRecord.NO_INSTRUMENT;
        clientOrderId = ourNumber;
        orderId = venueNumber;
    }

    /** Writes the message down; false when it must not leave. */
    boolean onLeaving(long connectionNumber, boolean isRisk, DirectBuffer text, int length) {
        connection = (int) connectionNumber;
        number = 0;
        if (isRisk && !journal.isSound()) {
            return false;
        }
        boolean isWritten = write(text, length);
        if (!isRisk) {
            return true;
        }
        boolean isKept = isWritten && journal.awaitDisk();
        if (isWritten && !isKept) {
            tell(RecordType.NOT_SENT, DeliveryRecord.NOT_ON_DISK, 0, 0);
        }
        return isKept;
    }

    private boolean write(DirectBuffer text, int length) {
        MarketChannel cause = count == 0 ? null : channel(intents[0].cause());
        if (cause != null) {
            journal.name(cause.instrumentId());
        }
        for (int i = 1; i < count; i++) {
            journal.name(intents[i].instrumentId());
        }
        int most = RequestRecord.length(count * OrderIntent.SIZE, length);
        if (!journal.begin(type, instrumentId, most)) {
            return false;
        }
        request.wrap(journal.buffer(), journal.bodyOffset());
        request.causeKind(cause == null ? MarketChannel.NONE : cause.kind().code());
        request.causeInstrument(cause == null ? JournalRecord.NO_INSTRUMENT : cause.instrumentId());
        for (int i = 0; i < count; i++) {
            request.addFields(intents[i].buffer(), intents[i].offset(), OrderIntent.SIZE);
        }
        request.text(text, 0, length);
        number = journal.about(connection, clientOrderId, orderId).commit(request.length());
        return true;
    }

    private MarketChannel channel(IntentCause cause) {
        return channels.get(cause.channelId());
    }

    /** Writes down what became of the message. */
    void onHandedOver(boolean isSent, long sendingTimeNs, long writtenTimeNs) {
        if (isSent) {
            tell(RecordType.SENT, 0, sendingTimeNs, writtenTimeNs);
            journal.warm();
        } else {
            tell(RecordType.NOT_SENT, DeliveryRecord.NO_ROOM, 0, 0);
        }
    }

    private void tell(RecordType outcome, int reason, long sendingTimeNs, long writtenTimeNs) {
        if (journal.begin(outcome, instrumentId, DeliveryRecord.length())) {
            delivery.wrap(journal.buffer(), journal.bodyOffset()).request(number).reason(reason);
            delivery.sendingTimeNs(sendingTimeNs).writtenTimeNs(writtenTimeNs);
            journal.about(connection, clientOrderId, orderId).commit(DeliveryRecord.length());
        }
    }
}
