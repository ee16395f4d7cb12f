package io.hayate.order;

import io.hayate.event.ExecutionReport;
import io.hayate.event.LookEnd;
import io.hayate.event.OrderIntent;
import io.hayate.event.ReportKind;
import io.hayate.event.SessionStatus;
import io.hayate.journal.CheckpointRecord;
import io.hayate.journal.DeliveryRecord;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.NoteRecord;
import io.hayate.journal.OrderJournal;
import io.hayate.journal.RecordType;
import io.hayate.journal.ReportRecord;
import io.hayate.model.Doubt;
import io.hayate.model.OrderStatus;
import io.hayate.outbound.KillSteps;
import io.hayate.risk.RiskVerdict;

/**
 * Writes into the journal what becomes of orders: what the venue tells, what follows from it, what is in
 * doubt; and tells what Hayate itself finds out. Strategy thread; allocates nothing.
 */
final class OrderLog {
    /** What has ended a doubt: the code of a RESOLVED. */
    enum Evidence {
        /** What the venue told on its connection. */
        LIVE(1),
        /** What it keeps of the past. */
        HISTORY(2),
        /** That neither has it. */
        ABSENT(3),
        /** A person's word. */
        PERSON(4);

        private final int code;

        Evidence(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    private final OrderJournal journal;
    private final OrderEvents events;
    private final KillSteps killSteps;
    private final RefusalLog refusalLog;
    private final OrderRefusals refusals;
    private final ReportRecord report = new ReportRecord();
    private final NoteRecord note = new NoteRecord();
    private final CheckpointRecord checkpoint = new CheckpointRecord();
    private final DeliveryRecord delivery = new DeliveryRecord();
    private long connection;

    /**
     * Of nothing yet.
     *
     * @param events told what Hayate itself finds out about an order
     * @param killSteps what is done of a kill beside the strategy's thread
     */
    OrderLog(OrderJournal journal, OrderEvents events, int strategies, KillSteps killSteps) {
        this.killSteps = killSteps;
        refusals = new OrderRefusals(strategies);
        this.journal = journal;
        this.events = events;
        refusalLog = new RefusalLog(journal, strategies);
    }

    /** The connection, or its state, has changed. */
    void onSessionStatus(SessionStatus status) {
        connection = status.connection();
        if (journal.begin(RecordType.STATE, JournalRecord.NO_INSTRUMENT, NoteRecord.lengthMax())) {
            note.wrap(journal.buffer(), journal.bodyOffset()).text(status.state().name());
            journal.about((int) connection, 0, 0).commit(note.length());
        }
    }

    void onTime(long nowNs) {
        refusalLog.onTime(nowNs);
        writeKillSteps(nowNs);
    }

    /** The kill switch was used. */
    void onKill(long timeNs, String why) {
        onKill(timeNs, 0, 0, why);
    }

    private void writeKillSteps(long timeNs) {
        KillSteps.Step each = killSteps.take();
        for (; each != null; each = killSteps.take()) {
            onKill(each.timeNs(), each.clientOrderId(), each.orderId(), each.text());
        }
        long lost = killSteps.takeLost();
        if (lost > 0) {
            onKill(timeNs, 0, 0, "further steps by REST found no place: " + lost);
        }
    }

    private void onKill(long timeNs, long clientOrderId, long orderId, String text) {
        int none = JournalRecord.NO_INSTRUMENT;
        if (journal.begin(RecordType.KILL, none, NoteRecord.lengthMax())) {
            note.wrap(journal.buffer(), journal.bodyOffset()).value(timeNs);
            journal.about(0, clientOrderId, orderId).commit(note.text(text).length());
        }
    }

    /** A person asked for something at that time. */
    void onOperator(long timeNs, String text) {
        int none = JournalRecord.NO_INSTRUMENT;
        if (journal.begin(RecordType.OPERATOR, none, NoteRecord.lengthMax())) {
            note.wrap(journal.buffer(), journal.bodyOffset()).value(timeNs);
            journal.about(0, 0, 0).commit(note.text(text).length());
        }
    }

    /** Something was heard of an order, of ours or not. */
    void onReport(ExecutionReport heard, int instrumentId, long receiveTimeNs) {
        if (heard.kind() == ReportKind.NOT_SENT) {
            onNotSent(heard, instrumentId);
        } else if (journal.begin(type(heard.kind()), instrumentId, ReportRecord.lengthMax())) {
            report.wrap(journal.buffer(), journal.bodyOffset()).put(heard);
            int length = report.receiveTimeNs(receiveTimeNs).length();
            about(heard).commit(length);
        }
    }

    private static RecordType type(ReportKind kind) {
        return switch (kind) {
            case REQUEST_ANSWER -> RecordType.ANSWER;
            case FILL -> RecordType.FILL;
            case FILL_FEE -> RecordType.FEE;
            default -> RecordType.ROW;
        };
    }

    private void onNotSent(ExecutionReport heard, int instrumentId) {
        if (journal.begin(RecordType.NOT_SENT, instrumentId, DeliveryRecord.length())) {
            delivery.wrap(journal.buffer(), journal.bodyOffset());
            delivery.reason(DeliveryRecord.CONNECTION_GONE);
            about(heard).commit(DeliveryRecord.length());
        }
    }

    private OrderJournal about(ExecutionReport heard) {
        return journal.about((int) connection, heard.clientOrderId(), heard.orderId());
    }

    /** An order has come into another state. */
    void onState(Order order, OrderStatus from) {
        if (begin(RecordType.STATE, order)) {
            note.code(order.status().code()).from(from.code());
            commit(order, note.value(order.filledUnits()).isEnd(order.isOpen() ? 0 : 1));
        }
    }

    /** What became of an order is not known. */
    void onOutcomeUnknown(Order order, Doubt reason) {
        if (begin(RecordType.DOUBT, order)) {
            commit(order, note.code(reason.code()).from(order.lastKnownStatus().code()));
        }
        events.onOutcomeUnknown(order);
    }

    /** The venue's list and history were asked, and did not say what became of an order. */
    void onLook(Order order, LookEnd end, long look) {
        if (begin(RecordType.LOOK, order)) {
            note.code(end.isWhole() ? 1 : 0).from(order.doubt().code());
            commit(order, note.value(end.newestMs()).otherValue(look));
        }
    }

    /** What became of an order is known. */
    void onResolved(Order order, Doubt doubt, Evidence evidence) {
        if (begin(RecordType.RESOLVED, order)) {
            note.code(evidence.code).from(doubt.code()).isEnd(order.isOpen() ? 0 : 1);
            commit(order, note.value(order.filledUnits()).otherValue(order.status().code()));
        }
    }

    /** Writes down all that is known of an open order. */
    void onCheckpoint(Order order, long sentMs, long largestFill) {
        int instrumentId = order.instrument().id();
        if (journal.begin(RecordType.CHECKPOINT, instrumentId, CheckpointRecord.length())) {
            order.put(checkpoint.wrap(journal.buffer(), journal.bodyOffset()));
            checkpoint.fields(order.intent()).status(order.lastKnownStatus().code());
            checkpoint.sentMs(sentMs).largestFill(largestFill);
            journal.about((int) connection, order.clientOrderId(), order.orderId());
            journal.commit(CheckpointRecord.length());
        }
    }

    /** The segment that is written now; 0 for none. */
    long segment() {
        return journal.segmentNumber();
    }

    /** A fill that only a row told is counted. */
    void onFillAdopted(Order order, long units) {
        if (begin(RecordType.ADOPTED, order)) {
            commit(order, note.value(units).otherValue(order.filledUnits()));
        }
        events.onFillAdopted(order, units);
    }

    private boolean begin(RecordType type, Order order) {
        boolean hasRoom = journal.begin(type, order.instrument().id(), NoteRecord.lengthMax());
        if (hasRoom) {
            note.wrap(journal.buffer(), journal.bodyOffset());
        }
        return hasRoom;
    }

    private void commit(Order order, NoteRecord written) {
        journal.about((int) connection, order.clientOrderId(), order.orderId());
        journal.commit(written.length());
    }

    /** An order was refused here; {@code intent} is null where it is not known. */
    void onRefused(OrderOrigin origin, RiskVerdict verdict, OrderIntent intent, long nowNs) {
        refusals.increment(origin, verdict);
        refusals.increment(intent == null ? 0 : intent.strategy(), verdict);
        refusalLog.onRefused(origin, verdict, intent, nowNs);
    }

    /** How many were, by reason; any thread. */
    OrderRefusals refusals() {
        return refusals;
    }
}
