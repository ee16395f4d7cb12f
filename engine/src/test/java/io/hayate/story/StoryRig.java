package io.hayate.story;

import io.hayate.event.OrderIntent;
import io.hayate.journal.DeliveryRecord;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.NoteRecord;
import io.hayate.journal.OrderJournal;
import io.hayate.journal.RecordType;
import io.hayate.journal.RefusalRecord;
import io.hayate.journal.ReportRecord;
import io.hayate.journal.RequestRecord;
import io.hayate.journal.file.DiskSpace;
import io.hayate.journal.file.JournalConfig;
import io.hayate.journal.file.JournalSegments;
import io.hayate.journal.file.JournalStart;
import io.hayate.metrics.Counters;
import io.hayate.metrics.Incidents;
import io.hayate.model.Channel;
import io.hayate.model.Clocks;
import io.hayate.model.Instruments;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderStatus;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import io.hayate.model.Side;
import io.hayate.number.Decimals;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;

/** A journal in files that a test writes record by record, and reads. */
public final class StoryRig {
    public static final long FIRST_ID = 1L << 44;

    private static final int SEGMENT_BYTES = 1 << 18;
    private static final long START_MS = 1_764_412_200_000L; // 2025-11-29 10:30 UTC

    public final Path folder;
    final StringWriter printed = new StringWriter();
    OrderJournal journal;
    public JournalSegments segments;
    private JournalStart start;
    private long nowNs = 5_000_000_000L;
    private long nowMs = START_MS;
    private final RequestRecord request = new RequestRecord();
    private final DeliveryRecord delivery = new DeliveryRecord();
    private final ReportRecord report = new ReportRecord();
    private final RefusalRecord refusal = new RefusalRecord();
    private final NoteRecord note = new NoteRecord();

    private final Map<Integer, String> strategies;

    private StoryRig(Path folder, Map<Integer, String> strategies) {
        this.folder = folder;
        this.strategies = strategies;
        begin();
    }

    /** In a folder of its own below this one. */
    static StoryRig below(Path root) throws IOException {
        return in(Files.createDirectories(root.resolve("journal-0123456789abcdef")));
    }

    /** The same, of an engine with several strategies, by their numbers. */
    static StoryRig below(Path root, Map<Integer, String> strategies) throws IOException {
        Path folder = Files.createDirectories(root.resolve("journal-0123456789abcdef"));
        return new StoryRig(folder, strategies);
    }

    /** In a folder that is there. */
    public static StoryRig in(Path folder) {
        return new StoryRig(folder, Map.of());
    }

    /** Another run. */
    void begin() {
        start = JournalStart.open(folder);
        Clocks clocks = new Clocks(() -> nowNs, () -> nowMs);
        JournalConfig config = JournalConfig.DEFAULTS.withSegments(SEGMENT_BYTES).withHeadDir(null);
        segments =
                new JournalSegments(config, start, DiskSpace.OF_MACHINE, new Incidents(), clocks);
        segments.makeFirst();
        Instruments instruments = Instruments.of(List.of("tBTCUSD", "tETHUSD"));
        journal = new OrderJournal(segments, instruments, clocks, new Counters(), strategies);
    }

    /** Lets time pass. */
    public void pass(long us) {
        nowNs += us * 1_000;
        nowMs += us / 1_000;
    }

    long nowNs() {
        return nowNs;
    }

    public void end() {
        journal.close();
        segments.onClose();
    }

    /** As kill -9 does. */
    public void kill() {
        pass(1_000_000);
        segments.doWork();
        start.close();
    }

    OrderIntent wanted(long number, Side side, double amount, double price) {
        OrderIntent intent = OrderIntent.allocate().begin(OrderOperation.NEW, 0);
        intent.clientOrderId(number).side(side).amount(amount).origin(1);
        intent.type(price > 0 ? OrderType.EXCHANGE_LIMIT : OrderType.EXCHANGE_MARKET);
        intent.price(price > 0 ? Price.of(price) : Price.NONE);
        intent.cause().channelId(0).venueSequence(1_234).transitMs(3).health(0);
        intent.cause().receiveTimeNs(nowNs - 20_000).bidPrice(9_499.5).askPrice(9_500.5);
        intent.cause().quote(0, nowNs - 20_000);
        return intent;
    }

    long request(RecordType type, String text, OrderIntent... intents) {
        int most = RequestRecord.length(intents.length * OrderIntent.SIZE, text.length());
        int instrument =
                intents.length == 0 ? JournalRecord.NO_INSTRUMENT : intents[0].instrumentId();
        journal.begin(type, instrument, most);
        request.wrap(journal.buffer(), journal.bodyOffset());
        request.causeKind(Channel.TICKER.code()).causeInstrument(0);
        for (OrderIntent each : intents) {
            request.addFields(each.buffer(), each.offset(), OrderIntent.SIZE);
        }
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        request.text(new UnsafeBuffer(ascii), 0, ascii.length);
        long number = intents.length == 0 ? 0 : intents[0].clientOrderId();
        return journal.about(1, number, 0).commit(request.length());
    }

    void delivered(RecordType type, long ofRequest, long clientOrderId, int reason) {
        journal.begin(type, 0, DeliveryRecord.length());
        delivery.wrap(journal.buffer(), journal.bodyOffset()).request(ofRequest).reason(reason);
        if (type == RecordType.SENT) {
            delivery.sendingTimeNs(nowNs).writtenTimeNs(nowNs + 2_000);
        }
        journal.about(1, clientOrderId, 0).commit(DeliveryRecord.length());
    }

    /** An order that leaves; returns the number of its record. */
    public long order(long number, Side side, double amount, double price) {
        OrderIntent intent = wanted(number, side, amount, price);
        long record =
                request(RecordType.INTENT, "[0,\"on\",null,{\"cid\":" + number + "}]", intent);
        delivered(RecordType.SENT, record, number, 0);
        return record;
    }

    void answer(long number, long orderId, boolean isAccepted, String text) {
        reported(
                RecordType.ANSWER,
                number,
                orderId,
                1,
                text,
                r -> {
                    r.request(1).flags(isAccepted ? ReportRecord.ACCEPTED : 0);
                });
    }

    void row(long number, long orderId, OrderStatus status, double left, double amount) {
        reported(
                RecordType.ROW,
                number,
                orderId,
                status.isDone() ? 5 : 3,
                "",
                r -> {
                    r.status(status.code()).remainingAmount(left).originalAmount(amount);
                    r.side(1).averagePrice(left < amount ? 9_500 : 0).price(9_500);
                });
    }

    void fill(long number, long orderId, long tradeId, Side side, double amount, double price) {
        reported(
                RecordType.FILL,
                number,
                orderId,
                6,
                "",
                r -> {
                    r.tradeId(tradeId).fillAmount(amount).fillPrice(price).side(side.sign());
                    r.fee(Double.NaN).flags(ReportRecord.MAKER);
                });
    }

    void fee(long number, long orderId, long tradeId, Side side, double amount, double price) {
        reported(
                RecordType.FEE,
                number,
                orderId,
                7,
                "",
                r -> {
                    r.tradeId(tradeId).fillAmount(amount).fillPrice(price).side(side.sign());
                    r.fee(-0.00002);
                });
    }

    /** Fills in the body of a report. */
    interface Filling {
        void fill(ReportRecord record);
    }

    void reported(
            RecordType type, long number, long orderId, int kind, String text, Filling filling) {
        journal.begin(type, 0, ReportRecord.lengthMax());
        io.hayate.event.ExecutionReport heard =
                Reports.of(text, type == RecordType.FEE ? "BTC" : "");
        report.wrap(journal.buffer(), journal.bodyOffset()).put(heard);
        report.receiveTimeNs(nowNs).kind(kind);
        filling.fill(report);
        journal.about(1, number, orderId).commit(report.length());
    }

    void state(long number, long orderId, OrderStatus from, OrderStatus to, double filled) {
        note(
                RecordType.STATE,
                number,
                orderId,
                n -> {
                    n.code(to.code()).from(from.code()).value(Decimals.toUnits(filled));
                    n.isEnd(to.isDone() ? 1 : 0);
                });
    }

    /** Fills in the body of a note. */
    interface Noting {
        void fill(NoteRecord record);
    }

    void note(RecordType type, long number, long orderId, Noting noting) {
        journal.begin(type, number == 0 ? JournalRecord.NO_INSTRUMENT : 0, NoteRecord.lengthMax());
        note.wrap(journal.buffer(), journal.bodyOffset());
        noting.fill(note);
        journal.about(2, number, orderId).commit(note.length());
    }

    /** A record of a type that has no body. */
    void bare(RecordType type) {
        journal.begin(type, JournalRecord.NO_INSTRUMENT, 0);
        journal.commit(0);
    }

    long refused(String verdict, long count, OrderIntent intent) {
        journal.begin(RecordType.REFUSED, 0, RefusalRecord.lengthMax());
        refusal.wrap(journal.buffer(), journal.bodyOffset()).count(count).origin(1);
        refusal.verdict(verdict).strategy(intent == null ? 0 : intent.strategy());
        if (intent != null) {
            refusal.copyIntent(intent);
        }
        return journal.commit(refusal.length());
    }

    JournalAnswers answers(boolean isJson) {
        printed.getBuffer().setLength(0);
        return new JournalAnswers(folder, new PrintWriter(printed, true), isJson);
    }

    /** What is printed of an order; fails when that is not the whole answer. */
    String explain(String order) {
        String complaint = answers(false).explain(order);
        if (complaint != null) {
            throw new AssertionError(complaint);
        }
        return printed.toString();
    }

    /** An order from what led to it to its end, with the fee of its fill. */
    void filledOrder(long number, long orderId) {
        order(number, Side.BUY, 0.01, 9_500);
        pass(1_200);
        answer(number, orderId, true, "Submitting exchange limit buy order for 0.01 BTC.");
        state(number, orderId, OrderStatus.SUBMITTED, OrderStatus.ACCEPTED, 0);
        row(number, orderId, OrderStatus.ACTIVE, 0.01, 0.01);
        state(number, orderId, OrderStatus.ACCEPTED, OrderStatus.ACTIVE, 0);
        pass(900_000);
        fill(number, orderId, orderId + 1, Side.BUY, 0.01, 9_500);
        state(number, orderId, OrderStatus.ACTIVE, OrderStatus.FILLED, 0.01);
        fee(number, orderId, orderId + 1, Side.BUY, 0.01, 9_500);
    }
}
