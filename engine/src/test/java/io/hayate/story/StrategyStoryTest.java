package io.hayate.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.OrderIntent;
import io.hayate.journal.HoldingRecord;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.NoteRecord;
import io.hayate.journal.RecordType;
import io.hayate.model.Side;
import io.hayate.number.ExactSum;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the journal of an engine with several strategies tells of each. */
class StrategyStoryTest {
    private static final long ID = StoryRig.FIRST_ID;

    @TempDir private Path root;

    private StoryRig rig;

    @BeforeEach
    void begin() throws IOException {
        rig = StoryRig.below(root, Map.of(1, "fast", 2, "slow-one"));
        books();
        order(ID, 1, 0.01);
        order(ID + 1, 2, 0.02);
        order(ID + 2, 1, 0.03);
        order(ID + 3, 0, 0.04);
        refused(2, 0.5);
        held(1, 3_000_000, 2_000_000);
        held(2, 2_500_000, -500_000);
        rig.end();
    }

    private OrderIntent wanted(long number, int strategy, double amount) {
        return rig.wanted(number, Side.BUY, amount, 9_500).strategy(strategy);
    }

    private void order(long number, int strategy, double amount) {
        rig.request(RecordType.INTENT, "[0,\"on\",null,{}]", wanted(number, strategy, amount));
    }

    private void refused(int strategy, double amount) {
        rig.refused("COLLAR", 1, wanted(0, strategy, amount));
    }

    private void books() {
        rig.journal.begin(RecordType.BOOKS, JournalRecord.NO_INSTRUMENT, NoteRecord.lengthMax());
        NoteRecord note = new NoteRecord();
        note.wrap(rig.journal.buffer(), rig.journal.bodyOffset());
        rig.journal.commit(note.length());
    }

    private void held(int strategy, long units, long own) {
        rig.journal.begin(RecordType.HOLDING, 0, HoldingRecord.lengthMax());
        HoldingRecord holding = new HoldingRecord();
        holding.wrap(rig.journal.buffer(), rig.journal.bodyOffset(), strategy);
        ExactSum cost = new ExactSum();
        cost.addProduct(own, 9_000);
        ExactSum none = new ExactSum();
        holding.held().amounts(units, 2, 0).putSums(cost, none, none, none);
        holding.own().amounts(own, 1, 0).putSums(cost, none, none, none);
        rig.journal.commit(holding.length());
    }

    private String orders(String strategy, boolean isJson) {
        assertNull(rig.answers(isJson).of(strategy).orders(5));
        return rig.printed.toString();
    }

    @Test
    void shouldTellInAColumnWhoseEachOrderIs() {
        String list = orders(null, false);

        assertTrue(list.contains("  fast      BUY 0.01 BTCUSD"), list);
        assertTrue(list.contains("  slow-one  BUY 0.02 BTCUSD"), list);
        assertTrue(list.contains("  -         BUY 0.04 BTCUSD"), list);
        assertTrue(list.lines().allMatch(line -> line.length() <= 80), list);
    }

    @Test
    void shouldListTheOrdersOfOneAlone() {
        String list = orders("fast", false);
        assertTrue(list.contains("2 shown, 2 of them without an end"), list);
        assertFalse(list.contains("0.02"), list);
        assertTrue(list.replaceAll("\\s+", " ").contains(" 0 refused"), list);

        String json = orders("slow-one", true);
        assertTrue(json.contains("\"strategy\":\"slow-one\",\"side\":\"BUY\""), json);
        assertFalse(json.contains("fast"), json);
        assertTrue(json.contains("\"refused\":1"), json);
    }

    @Test
    void shouldListWhatOneWasRefused() {
        assertNull(rig.answers(false).of("slow-one").refusals(5));
        String list = rig.printed.toString();
        assertTrue(list.contains("slow-one: BUY 0.5 BTCUSD limit at 9500: COLLAR"), list);
        assertNull(rig.answers(false).of("fast").refusals(5));
        assertTrue(rig.printed.toString().startsWith("Nothing was refused."));
    }

    @Test
    void shouldExplainTheLastOrderOfOne() {
        assertNull(rig.answers(false).of("fast").explain("last"));
        String story = rig.printed.toString();
        assertTrue(story.startsWith("Order " + (ID + 2) + ": BUY 0.03"), story);
        assertTrue(story.contains("  strategy      fast\n"), story);
        assertTrue(story.contains("limit at 9500, by fast"), story);
        assertNull(rig.answers(false).of("slow-one").explain("last"));
        assertTrue(rig.printed.toString().contains("REFUSED    COLLAR"));
        assertNull(rig.answers(true).of("slow-one").explain("last-sent"));
        assertTrue(rig.printed.toString().contains("\"strategy\":\"slow-one\""));
    }

    @Test
    void shouldNotFindTheOrderOfAnother() {
        String complaint = rig.answers(false).of("fast").explain("" + (ID + 1));

        String words = "there is no order " + (ID + 1) + " of strategy fast in the journal ";
        assertTrue(complaint.startsWith(words), complaint);
    }

    @Test
    void shouldNameTheStrategiesWhereNoneIsCalledSo() {
        String words = "there is no strategy fats in the journal ";
        String complaint = rig.answers(false).of("fats").orders(5);
        assertEquals(words + rig.folder + ": there are fast, slow-one", complaint);
        assertEquals(complaint, rig.answers(false).of("fats").positions());
        assertEquals(complaint, rig.answers(true).of("fats").explain("last"));
        assertEquals("", rig.printed.toString());
    }

    @Test
    void shouldTellWhatEachHolds() {
        assertNull(rig.answers(false).positions());
        String all = rig.printed.toString();
        assertTrue(all.startsWith("BTCUSD      0.025 BTC"), all);
        assertTrue(all.contains("strategy fast\nBTCUSD      0.02 BTC, average 9000 USD"), all);
        assertTrue(all.contains("strategy slow-one\nBTCUSD      -0.005 BTC"), all);

        assertNull(rig.answers(false).of("fast").positions());
        String one = rig.printed.toString();
        assertTrue(one.startsWith("strategy fast\nBTCUSD      0.02 BTC"), one);
        assertFalse(one.contains("0.025"), one);
    }

    @Test
    void shouldTellItToPrograms() {
        assertNull(rig.answers(true).positions());
        String all = rig.printed.toString();
        assertTrue(all.contains("\"positions\":[{\"instrument\":\"tBTCUSD\""), all);
        assertTrue(all.contains("\"strategies\":[{\"strategy\":\"fast\",\"positions\":[{"), all);
        assertTrue(all.contains("\"position\":\"-0.005\""), all);
        assertNull(rig.answers(true).of("fast").profit());
        String one = rig.printed.toString();
        assertTrue(one.contains("\"strategies\":[{\"strategy\":\"fast\",\"currencies\":[{"), one);
        assertFalse(one.contains("slow-one\",\"currencies"), one);
    }
}
