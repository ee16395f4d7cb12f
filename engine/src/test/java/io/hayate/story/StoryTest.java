package io.hayate.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.OrderIntent;
import io.hayate.journal.RecordType;
import io.hayate.model.ConfigException;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderStatus;
import io.hayate.model.Side;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of an order from its journal. */
class StoryTest {
    private static final long ID = StoryRig.FIRST_ID;
    private static final long VENUE_ID = 118_833;
    private static final String WHOLE_STORY =
            """
            Order 17592186044416: BUY 0.01 BTCUSD limit at 9500
              venue's id    118833
              asked for     2025-11-29 10:30:00.000 UTC
              state         FILLED at 9500
              ended         2025-11-29 10:30:00.901 UTC
              fees          0.00002 BTC paid
              journal       @
              its end       closed as asked at 2025-11-29 10:30:00.901 UTC

            2025-11-29 UTC
            10:30:00.000  cause      ticker BTCUSD, live, frame 1234, 3 ms under way, read
                                     20 us before
                          quote      bid 9499.5, ask 9500.5, live, heard 20 us before
                          verdict    ACCEPTED: every check let it pass
                          INTENT     BUY 0.01 BTCUSD limit at 9500, by the strategy
                          bytes      [0,"on",null,{"cid":17592186044416}]
            10:30:00.000  SENT       handed to the socket within 2 us, 20 us after its cause
                                     was read
            10:30:00.001  ANSWER     SUCCESS to the new order: "Submitting exchange limit
                                     buy order for 0.01 BTC." (1.2 ms after the message)
            10:30:00.001  STATE      SUBMITTED -> ACCEPTED, 0 filled
            10:30:00.001  ROW        it rests: ACTIVE, 0.01 of 0.01 left, price 9500 (1.2 ms
                                     after the message)
            10:30:00.001  STATE      ACCEPTED -> ACTIVE, 0 filled
            10:30:00.901  FILL       trade 118834: BUY 0.01 at 9500, maker (901 ms after the
                                     message)
            10:30:00.901  STATE      ACTIVE -> FILLED, 0.01 filled; that is its end
            10:30:00.901  FEE        trade 118834: BUY 0.01 at 9500, fee 0.00002 BTC (901 ms
                                     after the message)
            """;

    @TempDir private Path root;
    private StoryRig rig;

    @BeforeEach
    void setUp() throws IOException {
        rig = StoryRig.below(root);
    }

    @Test
    void shouldTellTheWholeStoryWithinEightyColumns() {
        rig.filledOrder(ID, VENUE_ID);
        rig.end();

        String story = rig.explain("last");

        assertEquals(
                WHOLE_STORY,
                story.replaceAll("(?s)  journal .*?\\n  its end", "  journal       @\n  its end"));
        assertTrue(story.lines().allMatch(line -> line.length() <= 80), story);
    }

    @ParameterizedTest
    @ValueSource(strings = {"last", "LAST", "last-sent", "17592186044416", "118833", "r3"})
    void shouldFindAnOrderByEachOfItsNames(String name) {
        rig.filledOrder(ID, VENUE_ID);
        rig.end();

        assertTrue(rig.explain(name).startsWith("Order 17592186044416: BUY"), name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "first", "r", "1.5", "12345678901234567890"})
    void shouldRefuseWhatNamesNoOrder(String name) {
        rig.end();
        ConfigException e = assertThrows(ConfigException.class, () -> rig.explain(name));

        assertTrue(e.getMessage().startsWith("ORDER must be a client order id, "), e.getMessage());
        assertTrue(e.getMessage().endsWith(": was " + name), e.getMessage());
    }

    @Test
    void shouldBreakBetweenWordsAtTheWidthThatIsGiven() {
        rig.filledOrder(ID, VENUE_ID);
        rig.end();
        assertNull(rig.answers(false).explain("" + ID));
        String usual = rig.printed.toString();
        for (int columns : new int[] {60, 79, 120}) {
            assertNull(rig.answers(false).within(columns).explain("" + ID));
            String story = rig.printed.toString();

            assertTrue(story.lines().allMatch(line -> line.length() <= columns), story);
            assertTrue(story.lines().anyMatch(line -> line.length() > columns - 12), story);
            assertEquals(words(usual), words(story));
        }
    }

    /** Without what is broken behind a mark: a message has no blanks. */
    private static String words(String story) {
        return story.replaceAll("\\s+", "");
    }

    @Test
    void shouldTellOneOrderAlone() {
        rig.filledOrder(ID, VENUE_ID);
        rig.filledOrder(ID + 1, VENUE_ID + 100);
        rig.end();

        String story = rig.explain("" + ID);

        assertFalse(story.contains("17592186044417"), story);
        assertFalse(story.contains("118933"), story);
    }

    /** A type of record that has no line here is one that a person would not be told of. */
    @Test
    void shouldHaveALineForEachTypeOfRecord() {
        for (RecordType type : RecordType.values()) {
            StoryEvent event = new StoryEvent(1, 1, 1, 1, type, java.util.Map.of());
            List<StoryLine> lines = new StoryLines(0).of(event);

            assertFalse(lines.isEmpty(), type.name());
            assertFalse(lines.get(lines.size() - 1).label().isEmpty(), type.name());
        }
    }

    @Test
    void shouldTellWhatAKillDidByRest() {
        rig.order(ID, Side.BUY, 0.01, 9_500);
        rig.note(RecordType.KILL, 0, 0, note -> note.text("typed").value(rig.nowNs()));
        String taken = "canceled by REST, which the venue has taken";
        long doneNs = rig.nowNs();
        rig.pass(3_000_000);
        rig.note(RecordType.KILL, ID, VENUE_ID, note -> note.text(taken).value(doneNs));
        rig.kill();

        String story = rig.explain("" + ID).replaceAll("\\s+", " ");
        assertTrue(story.contains(" KILL typed "), story);
        assertTrue(story.contains(" KILL " + taken + ", 3 s before this was written"), story);
    }

    @Test
    void shouldTellWhatBefellAllOrdersWhileItLived() {
        rig.order(ID, Side.BUY, 0.01, 9_500);
        rig.note(RecordType.STATE, 0, 0, note -> note.text("DISCONNECTED"));
        rig.state(ID, 0, OrderStatus.SUBMITTED, OrderStatus.UNKNOWN, 0);
        rig.note(RecordType.DOUBT, ID, 0, note -> note.code(2));
        rig.note(RecordType.LOOK, ID, 0, note -> note.text("orders/hist of 10 minutes"));
        rig.note(RecordType.LOST, 0, 0, note -> note.value(3));
        rig.kill();
        rig.begin();
        rig.note(RecordType.RESOLVED, ID, 0, note -> note.text("it never arrived"));
        rig.state(ID, 0, OrderStatus.UNKNOWN, OrderStatus.REJECTED, 0);
        rig.note(RecordType.STATE, 0, 0, note -> note.text("LIVE"));
        rig.end();

        String story = rig.explain("last");

        List<String> told =
                List.of(
                        "STATE      connection 2: DISCONNECTED",
                        "STATE      SUBMITTED -> UNKNOWN, 0 filled",
                        "DOUBT      its outcome is unknown: the connection was lost",
                        "LOOK       the venue was asked what became of it: orders/hist of",
                        "LOST       3 records found no place before this one",
                        "SEGMENT    another run of Hayate goes on with the journal",
                        "RESOLVED   the doubt has ended: it never arrived",
                        "STATE      UNKNOWN -> REJECTED, 0 filled; that is its end");
        int at = 0;
        for (String line : told) {
            assertTrue(story.indexOf(line, at) > at, line + " in\n" + story);
            at = story.indexOf(line, at);
        }
        assertFalse(story.contains("LIVE"), story);
        assertTrue(story.contains("missing       3 records found no place in it"), story);
    }

    @Test
    void shouldTellByWhichEvidenceADoubtHasEnded() {
        rig.order(ID, Side.BUY, 0.01, 9_500);
        rig.note(RecordType.DOUBT, ID, 0, note -> note.code(1).from(1));
        rig.note(RecordType.LOOK, ID, 0, note -> note.code(1).from(1).value(1_764_412_200_000L));
        rig.note(
                RecordType.RESOLVED,
                ID,
                0,
                note ->
                        note.code(2)
                                .from(1)
                                .value(1_000_000)
                                .otherValue(OrderStatus.FILLED.code())
                                .isEnd(1));
        rig.end();

        String story = rig.explain("last").replaceAll("\\s+", " ");

        assertTrue(story.contains("outcome is unknown: the venue did not answer in time"), story);
        assertTrue(
                story.contains("and does not know; its newest event is of 2025-11-29T10:30:00Z"),
                story);
        assertTrue(
                story.contains("the doubt has ended by the venue's history: FILLED, 0.01 filled"),
                story);
    }

    @Test
    void shouldTellWhatWasRefusedAndWhy() {
        rig.filledOrder(ID, VENUE_ID);
        OrderIntent wanted = rig.wanted(0, Side.SELL, 2, 0);
        long record = rig.refused("ORDER_AMOUNT", 1, wanted);
        rig.refused("ORDER_AMOUNT", 998, null);
        rig.end();

        String story = rig.explain("last");

        assertTrue(story.startsWith("An order that was refused here: nothing of it was sent\n"));
        assertTrue(story.contains("quote      bid 9499.5, ask 9500.5, live"), story);
        assertTrue(story.contains("asked      SELL 2 BTCUSD market, by the strategy"), story);
        String rule = "REFUSED    ORDER_AMOUNT: the amount is over";
        assertTrue(story.contains(rule), story);
        assertTrue(story.contains("REFUSED    998 more within a second: ORDER_AMOUNT"), story);
        assertEquals(story, rig.explain("r" + record));
        assertEquals(story, rig.explain("last-refused"));
        assertTrue(rig.explain("last-sent").startsWith("Order 17592186044416"));
    }

    @Test
    void shouldTellThatAnOrderNeverLeft() {
        OrderIntent wanted = rig.wanted(ID, Side.BUY, 1, 9_500);
        long record = rig.request(RecordType.INTENT, "[0,\"on\",null,{}]", wanted);
        rig.delivered(RecordType.NOT_SENT, record, ID, 1);
        rig.refused("OUTBOUND_FULL", 1, wanted);
        rig.end();

        String story = rig.explain("last");

        assertTrue(story.contains("state         NEVER_LEFT: the socket, or the queue"), story);
        assertTrue(story.contains("refused       OUTBOUND_FULL: the socket took nothing"), story);
        assertTrue(story.contains("NOT_SENT   it never left: the socket, or the queue"), story);
    }

    @Test
    void shouldTellOfABatchWhatIsAboutTheOrder() {
        OrderIntent first = rig.wanted(ID, Side.BUY, 1, 9_400);
        OrderIntent second = rig.wanted(ID + 1, Side.SELL, 2, 9_600);
        long record = rig.request(RecordType.BATCH, "[0,\"ox_multi\",null,[]]", first, second);
        rig.delivered(RecordType.SENT, record, ID, 0);
        rig.row(ID + 1, VENUE_ID, OrderStatus.ACTIVE, 2, 2);
        rig.end();

        String story = rig.explain("" + (ID + 1));

        assertTrue(story.contains("BATCH      2 of 2 in one message: SELL 2 BTCUSD"), story);
        assertFalse(story.contains("9400"), story);
        assertTrue(story.contains("SENT       handed to the socket"), story);
    }

    @Test
    void shouldTellOfCancelsThatNameItsGroupOrItsNumberAmongOthers() {
        OrderIntent wanted = rig.wanted(ID, Side.BUY, 1, 9_400).groupId(7);
        rig.request(RecordType.INTENT, "[]", wanted);
        rig.row(ID, VENUE_ID, OrderStatus.ACTIVE, 1, 1);
        OrderIntent group = OrderIntent.allocate().begin(OrderOperation.CANCEL_GROUP, -1);
        rig.request(RecordType.CANCEL, "[0,\"oc_multi\",null,{\"gid\":[7]}]", group.groupId(7));
        rig.request(RecordType.CANCEL, "[0,\"oc_multi\",null,{\"gid\":[8]}]", group.groupId(8));
        rig.request(RecordType.CANCEL, "[0,\"oc_multi\",null,{\"id\":[5,118833]}]");
        rig.request(RecordType.CANCEL, "[0,\"oc_multi\",null,{\"id\":[5,1188331]}]");
        rig.end();

        String story = rig.explain("last");

        assertTrue(story.contains("CANCEL     cancel of group 7"), story);
        assertFalse(story.contains("cancel of group 8"), story);
        assertTrue(story.contains("[5,118833]"), story);
        assertFalse(story.contains("1188331"), story);
    }

    /** Others on the account may use our numbers. */
    @Test
    void shouldTakeNoReportOfSomebodyElseForItsOwn() {
        rig.order(ID, Side.BUY, 5, 9_500);
        rig.fill(ID, 77, 1, Side.SELL, 5, 9_400);
        rig.row(ID, VENUE_ID, OrderStatus.ACTIVE, 5, 5);
        rig.fill(ID, 78, 2, Side.BUY, 5, 9_300);
        rig.end();

        String story = rig.explain("last");

        assertTrue(story.contains("venue's id    118833"), story);
        assertFalse(story.contains("FILL"), story);
        assertTrue(
                rig.explain("77").startsWith("Order 77, which was not asked for in this journal"));
    }

    @Test
    void shouldCountAFillThatCameTwiceOnce() {
        rig.order(ID, Side.BUY, 0.02, 9_500);
        rig.fill(ID, VENUE_ID, 1, Side.BUY, 0.01, 9_500);
        rig.fill(ID, VENUE_ID, 1, Side.BUY, 0.01, 9_500);
        rig.fee(ID, VENUE_ID, 1, Side.BUY, 0.01, 9_500);
        rig.end();

        assertTrue(rig.explain("last").contains("SUBMITTED, 0.01 of 0.02 filled at 9500\n"));
    }

    @Test
    void shouldTellOfAKilledRunUpToItsLastRecord() {
        rig.filledOrder(ID, VENUE_ID);
        rig.order(ID + 1, Side.SELL, 0.5, 9_600);
        rig.kill();

        String story = rig.explain("last");

        assertTrue(story.startsWith("Order 17592186044417: SELL 0.5 BTCUSD limit at 9600"), story);
        assertTrue(story.contains("ended         it has no end"), story);
    }

    @Test
    void shouldNameTheDamageAndTellWhatIsBeforeIt() throws IOException {
        rig.filledOrder(ID, VENUE_ID);
        rig.pass(1_000_000);
        rig.segments.doWork();
        rig.end();
        Path file = rig.folder.resolve("0000000001.journal");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(file) - 400);
        }

        String complaint = rig.answers(false).explain("last");

        assertTrue(complaint.startsWith("the journal is damaged, and nothing behind"), complaint);
        String story = rig.printed.toString();
        assertTrue(story.contains("INTENT     BUY 0.01"), story);
        assertTrue(story.contains("its end       DAMAGED: "), story);
    }

    @Test
    void shouldSayThatOldFilesAreGoneWhenTheOrderIsNotThere() throws IOException {
        rig.filledOrder(ID, VENUE_ID);
        rig.end();
        Files.writeString(
                rig.folder.resolve("pruned"), "removed up to segment 3 at 2025-11-01T00:00:00Z\n");

        String complaint = rig.answers(false).explain("99");

        assertTrue(
                complaint.startsWith("there is no order 99 in the journal " + rig.folder),
                complaint);
        assertTrue(
                complaint.endsWith(
                        "which has 1 order in 12 records: it may be gone, old files were removed up"
                                + " to segment 3 at 2025-11-01T00:00:00Z; it begins with record r1"),
                complaint);
    }

    @Test
    void shouldWriteTheStoryForPrograms() {
        rig.filledOrder(ID, VENUE_ID);
        rig.end();

        assertEquals(null, rig.answers(true).explain("last"));

        String json = rig.printed.toString();
        assertEquals(1, json.lines().count());
        for (String part :
                List.of(
                        "\"order\":{\"clientOrderId\":17592186044416,\"orderId\":118833,",
                        "\"filledAmount\":\"0.01\"",
                        "\"fees\":{\"BTC\":\"-0.00002\"}",
                        "\"type\":\"INTENT\",\"time\":\"2025-11-29T10:30:00Z\"",
                        "\"cause\":{\"channel\":\"ticker\",\"instrument\":\"tBTCUSD\"",
                        "\"end\":\"CLOSED\"")) {
            assertTrue(json.contains(part), part + " in " + json);
        }
    }
}
