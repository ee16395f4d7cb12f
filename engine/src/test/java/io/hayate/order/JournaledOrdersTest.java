package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.OrderIntent;
import io.hayate.journal.DeliveryRecord;
import io.hayate.journal.JournalReader;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.NoteRecord;
import io.hayate.journal.RecordType;
import io.hayate.journal.RefusalRecord;
import io.hayate.journal.ReportRecord;
import io.hayate.journal.RequestRecord;
import io.hayate.metrics.Counter;
import io.hayate.model.OrderStatus;
import io.hayate.risk.RiskVerdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the journal has of orders, and what leaves when it cannot have it. */
class JournaledOrdersTest {
    private final OrderRig rig = OrderRig.live();

    /** The types of all records but those that only frame others, each with what tells it apart. */
    private List<String> story() {
        List<String> story = new ArrayList<>();
        JournalReader reader = new JournalReader(rig.journal.memory);
        while (reader.next()) {
            JournalRecord record = reader.record();
            switch (record.type()) {
                case SEGMENT, NAME, BOOKS, CURRENCY -> {}
                case STATE -> {
                    if (record.clientOrderId() != 0) {
                        story.add("STATE " + statusOf(record));
                    }
                }
                default -> story.add(record.type() + detail(record));
            }
        }
        return story;
    }

    private static OrderStatus statusOf(JournalRecord record) {
        return OrderStatus.ofCode(new NoteRecord().wrap(record).code());
    }

    private static String detail(JournalRecord record) {
        return switch (record.type()) {
            case NOT_SENT -> " " + new DeliveryRecord().wrap(record).reason();
            case REFUSED -> refusal(new RefusalRecord().wrap(record));
            default -> "";
        };
    }

    private static String refusal(RefusalRecord refused) {
        return " " + refused.verdict() + " " + refused.count();
    }

    @Test
    void shouldHaveTheWholeStoryOfAnOrder() {
        rig.buy(0.5);
        OrderFrames venue = rig.venue(7_001);
        rig.receive(venue.accepted());
        rig.receive(venue.rests());
        rig.receive(venue.fill(1, 0.5, 86_717));
        rig.receive(venue.executed(86_717));

        assertEquals(
                List.of(
                        "INTENT",
                        "SENT",
                        "ANSWER",
                        "STATE ACCEPTED",
                        "ROW",
                        "STATE ACTIVE",
                        "FILL",
                        "HOLDING",
                        "STATE FILLED",
                        "ROW"),
                story());
    }

    @Test
    void shouldHaveTheIntentBeforeTheFirstByteLeaves() {
        List<String> before = new ArrayList<>();
        rig.onSend = () -> before.addAll(story());
        rig.buy(0.5);

        assertEquals(List.of("INTENT"), before);
    }

    @Test
    void shouldHaveTheFieldsAndTheTextThatWasSent() {
        rig.buy(0.5);

        RequestRecord request = new RequestRecord();
        JournalReader reader = new JournalReader(rig.journal.memory);
        while (reader.next()) {
            if (reader.record().type() == RecordType.INTENT) {
                request.wrap(reader.record());
                OrderIntent intent = request.intent(0, OrderIntent.allocate());
                assertEquals(rig.sent.get(0), request.text());
                assertEquals(OrderRig.FIRST_ID, intent.clientOrderId());
                assertEquals(50_000_000, intent.units());
                assertEquals("tBTCUSD", reader.symbol(reader.record().instrumentId()));
                return;
            }
        }
        throw new AssertionError("no intent");
    }

    @Test
    void shouldHaveWhatTheVenueTold() {
        rig.buy(0.5);
        rig.receive(rig.venue(7_001).fill(12, 0.25, 86_717));

        ReportRecord fill = new ReportRecord();
        JournalReader reader = new JournalReader(rig.journal.memory);
        while (reader.next() && reader.record().type() != RecordType.FILL) {
            // to the fill
        }
        fill.wrap(reader.record());
        assertEquals(12, fill.tradeId());
        assertEquals(0.25, fill.fillAmount());
        assertEquals(7_001, reader.record().orderId());
    }

    @Test
    void shouldSendNoNewOrderWhenTheJournalIsNotSound() {
        rig.journal.isSound = false;

        assertEquals(RiskVerdict.JOURNAL, rig.buy(0.5));
        assertEquals(List.of(), rig.sent);
        assertEquals(List.of("REFUSED JOURNAL 1"), story());
    }

    @Test
    void shouldCancelAndCountItWhenTheJournalHasNoRoom() {
        rig.buy(0.5);
        rig.receive(rig.venue(7_001).rests());
        fillTheSegment();
        long lost = rig.journalCounters.get(Counter.JOURNAL_LOST);

        assertTrue(rig.orders.cancel(rig.orders.lastOrder()));
        assertEquals(RiskVerdict.JOURNAL, rig.buy(0.5));
        assertEquals(2, rig.sent.size());
        assertTrue(rig.journalCounters.get(Counter.JOURNAL_LOST) > lost);
    }

    private void fillTheSegment() {
        rig.journal.isUsedUp = true;
        for (int i = 1; rig.journalCounters.get(Counter.JOURNAL_LOST) == 0; i++) {
            rig.receive(rig.venue(7_001).fill(i, 0.0001, 86_717));
        }
    }

    @Test
    void shouldSayThatItNeverLeftWhenTheDiskDidNotHaveItInTime() {
        rig.journal.isOnDisk = false;

        assertEquals(RiskVerdict.JOURNAL, rig.buy(0.5));
        assertEquals(List.of(), rig.sent);
        assertEquals(List.of("INTENT", "NOT_SENT 3", "REFUSED JOURNAL 1"), story());
    }

    @Test
    void shouldSayThatItNeverLeftWhenTheSocketIsFull() {
        rig.socketFull = true;

        assertEquals(RiskVerdict.OUTBOUND_FULL, rig.buy(0.5));
        assertEquals(List.of("INTENT", "NOT_SENT 1", "REFUSED OUTBOUND_FULL 1"), story());
    }

    @Test
    void shouldWriteRefusalsOfASecondAsOneWithTheirCount() {
        rig.journal.isSound = false;
        for (int i = 0; i < 1_000; i++) {
            rig.buy(0.5);
        }
        rig.pass(1_000);
        rig.buy(0.5);

        assertEquals(
                List.of("REFUSED JOURNAL 1", "REFUSED JOURNAL 999", "REFUSED JOURNAL 1"), story());
    }

    @Test
    void shouldSayWhyAnOrderIsInDoubt() {
        rig.buy(0.5);
        rig.lose();

        assertEquals(List.of("INTENT", "SENT", "STATE UNKNOWN", "DOUBT"), story());
    }

    @Test
    void shouldHaveCancelsBeforeTheyLeave() {
        rig.buy(0.5);
        rig.receive(rig.venue(7_001).rests());
        rig.orders.cancel(rig.orders.lastOrder());

        List<String> story = story();
        assertEquals(List.of("CANCEL", "SENT"), story.subList(story.size() - 2, story.size()));
    }
}
