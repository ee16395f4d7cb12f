package io.hayate.story;

import io.hayate.event.OrderIntent;
import io.hayate.journal.DeliveryRecord;
import io.hayate.journal.HoldingRecord;
import io.hayate.journal.JournalReader;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.NoteRecord;
import io.hayate.journal.RecordType;
import io.hayate.journal.RefusalRecord;
import io.hayate.journal.ReportRecord;
import io.hayate.journal.RequestRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes out of a record all that it says. One thread. */
final class RecordFields {
    private static final String INSTRUMENT = "instrument";

    private final JournalReader reader;
    private final RequestRecord request = new RequestRecord();
    private final RefusalRecord refusal = new RefusalRecord();
    private final DeliveryRecord delivery = new DeliveryRecord();
    private final ReportRecord report = new ReportRecord();
    private final HoldingRecord holding = new HoldingRecord();
    private final NoteRecord note = new NoteRecord();
    private final OrderIntent intent = OrderIntent.allocate();

    /** Of records that this reader finds. */
    RecordFields(JournalReader reader) {
        this.reader = reader;
    }

    /** The record that the reader has found. */
    StoryEvent of(JournalRecord record, long run) {
        FieldMap fields = new FieldMap().putNumber("connection", record.connection());
        fields.putNumber("clientOrderId", record.clientOrderId());
        fields.putNumber("orderId", record.orderId());
        fields.put(INSTRUMENT, reader.symbol(record.instrumentId()));
        put(record, fields);
        return new StoryEvent(
                record.number(),
                run,
                record.clockMs(),
                record.timeNs(),
                record.type(),
                fields.map());
    }

    /** A type of record that is missing here does not compile. */
    private void put(JournalRecord record, FieldMap fields) {
        RecordType type = record.type();
        Runnable reading =
                switch (type) {
                    case INTENT, UPDATE, CANCEL, BATCH -> () -> putRequest(record, fields);
                    case REFUSED -> () -> putRefusal(record, fields);
                    case SENT, NOT_SENT -> () -> putDelivery(record, fields);
                    case ANSWER, ROW, FILL, FEE -> () -> putReport(record, fields);
                    case STATE -> () -> putState(record, fields);
                    case DOUBT -> () -> putDoubt(record, fields);
                    case ADOPTED -> () -> putAdopted(record, fields);
                    case LOOK -> () -> putLook(record, fields);
                    case RESOLVED -> () -> putResolved(record, fields);
                    case SEGMENT, NAME, LOST -> () -> putNote(record, fields);
                    case KILL, OPERATOR -> () -> putDone(record, fields);
                    case HOLDING -> () -> putHolding(record, fields);
                    case CHECKPOINT, END, CURRENCY, BOOKS -> () -> {}; // says that it is there
                };
        reading.run();
    }

    private void putRequest(JournalRecord record, FieldMap fields) {
        request.wrap(record);
        List<Map<String, Object>> operations = new ArrayList<>();
        for (int i = 0; i < request.intents(); i++) {
            OrderIntent each = request.intent(i, intent);
            operations.add(IntentFields.of(each, reader));
        }
        if (request.intents() > 0) {
            fields.put("operations", operations);
            String channel = Codes.channel(request.causeKind());
            String symbol = reader.symbol(request.causeInstrument());
            OrderIntent first = request.intent(0, intent);
            fields.put(
                    "cause", IntentFields.cause(first.cause(), channel, symbol, record.timeNs()));
        }
        fields.put("text", request.text());
    }

    private void putRefusal(JournalRecord record, FieldMap fields) {
        refusal.wrap(record);
        fields.put("verdict", refusal.verdict()).put("count", refusal.count());
        fields.put("origin", Codes.origin(refusal.origin()));
        fields.put("strategy", reader.strategy(refusal.strategy()));
        OrderIntent wanted = refusal.intent(intent);
        if (wanted != null) {
            fields.put("operations", List.of(IntentFields.of(wanted, reader)));
            boolean hasChannel = wanted.cause().channelId() >= 0;
            fields.put(
                    "cause",
                    IntentFields.cause(
                            wanted.cause(),
                            hasChannel ? "market data" : null,
                            null,
                            record.timeNs()));
        }
    }

    private void putDelivery(JournalRecord record, FieldMap fields) {
        delivery.wrap(record);
        fields.putNumber("request", delivery.request());
        fields.putNumber("sendingTimeNs", delivery.sendingTimeNs());
        fields.putNumber("writtenTimeNs", delivery.writtenTimeNs());
        fields.put("reason", reason(delivery.reason()));
    }

    static String reason(int code) {
        return switch (code) {
            case 0 -> null;
            case DeliveryRecord.NO_ROOM -> "the socket, or the queue before it, was full";
            case DeliveryRecord.CONNECTION_GONE -> "its connection was gone";
            case DeliveryRecord.NOT_ON_DISK -> "the disk did not have the journal in time";
            default -> "code " + code;
        };
    }

    private void putReport(JournalRecord record, FieldMap fields) {
        report.wrap(record);
        fields.put("kind", Codes.reportKind(report.kind()));
        fields.put("request", Codes.request(report.request()));
        if (record.type() == RecordType.ANSWER) {
            boolean isOpen = (report.flags() & ReportRecord.OUTCOME_OPEN) != 0;
            boolean isYes = (report.flags() & ReportRecord.ACCEPTED) != 0;
            fields.put("outcome", isOpen ? "OPEN" : isYes ? "SUCCESS" : "REFUSED");
        }
        fields.put("status", Codes.status(report.status()));
        fields.put("text", report.text());
        if (record.type() == RecordType.FILL || record.type() == RecordType.FEE) {
            putFill(fields);
        } else {
            putTerms(fields);
        }
        fields.putNumber("createTimeMs", report.createTimeMs());
        fields.putNumber("updateTimeMs", report.updateTimeMs());
        fields.putNumber("receiveTimeNs", report.receiveTimeNs());
    }

    private void putFill(FieldMap fields) {
        fields.put("side", report.side() < 0 ? "SELL" : "BUY");
        fields.putNumber("tradeId", report.tradeId());
        fields.put("fillAmount", Exact.text(report.fillAmount()));
        fields.put("fillPrice", Exact.text(report.fillPrice()));
        fields.putFlag("maker", (report.flags() & ReportRecord.MAKER) != 0);
        fields.put("fee", Exact.text(report.fee())).put("feeCurrency", report.feeCurrency());
    }

    private void putTerms(FieldMap fields) {
        if (report.originalAmount() > 0) {
            fields.put("side", report.side() < 0 ? "SELL" : "BUY");
            fields.put("amount", Exact.text(report.originalAmount()));
            fields.put("remainingAmount", Exact.text(report.remainingAmount()));
        }
        fields.put("price", Exact.textOrNone(report.price()));
        fields.put("averagePrice", Exact.textOrNone(report.averagePrice()));
        fields.putNumber("group", report.groupId());
    }

    private void putState(JournalRecord record, FieldMap fields) {
        note.wrap(record);
        if (record.clientOrderId() == 0 && record.orderId() == 0) {
            fields.put("state", note.text()); // of the connection
            return;
        }
        fields.put("state", Codes.status(note.code())).put("from", Codes.status(note.from()));
        fields.put("filledAmount", Exact.units(note.value()));
        fields.putFlag("end", note.isEnd() != 0).put("text", note.text());
    }

    private void putDoubt(JournalRecord record, FieldMap fields) {
        note.wrap(record);
        fields.put("reason", DoubtWords.of(note.code())).put("from", Codes.status(note.from()));
        fields.put("text", note.text());
    }

    /** Both lists were asked: whole or not, and up to when the venue's goes. */
    private void putLook(JournalRecord record, FieldMap fields) {
        note.wrap(record);
        fields.put("whole", note.code() == 1).putNumber("look", note.otherValue());
        fields.put("newestAt", note.value() > 0 ? Clock.iso(note.value()) : null);
        fields.put("reason", DoubtWords.of(note.from())).put("text", note.text());
    }

    private void putResolved(JournalRecord record, FieldMap fields) {
        note.wrap(record);
        fields.put("evidence", DoubtWords.evidence(note.code()).strip());
        fields.put("reason", DoubtWords.of(note.from()));
        fields.put("status", Codes.status((int) note.otherValue()));
        fields.put("filledAmount", Exact.units(note.value()));
        fields.putFlag("end", note.isEnd() != 0).put("text", note.text());
    }

    private void putHolding(JournalRecord record, FieldMap fields) {
        fields.put("position", Exact.units(holding.wrap(record).held().units()));
        fields.put("filledAmount", Exact.units(holding.orderFilledUnits()));
        fields.putNumber("tradeId", holding.tradeId());
        if (holding.own() != null) {
            fields.put("strategy", reader.strategy(holding.strategy()));
            fields.put("strategyPosition", Exact.units(holding.own().units()));
        }
    }

    private void putAdopted(JournalRecord record, FieldMap fields) {
        note.wrap(record);
        boolean isFill = record.clientOrderId() != 0 && note.text().isEmpty();
        if (isFill) {
            fields.put("adoptedAmount", Exact.units(note.value()));
            fields.put("filledAmount", Exact.units(note.otherValue()));
        } else {
            putNote(record, fields);
        }
    }

    private void putDone(JournalRecord record, FieldMap fields) {
        note.wrap(record);
        fields.put("text", note.text()).putNumber("doneBeforeNs", record.timeNs() - note.value());
    }

    private void putNote(JournalRecord record, FieldMap fields) {
        note.wrap(record);
        fields.putNumber("code", note.code()).putNumber("from", note.from());
        fields.putNumber("value", note.value()).putNumber("otherValue", note.otherValue());
        fields.putFlag("end", note.isEnd() != 0).put("text", note.text());
    }
}
