package io.hayate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.EngineConfig;
import io.hayate.journal.file.JournalFolder;
import io.hayate.model.Side;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.state.Marks;
import io.hayate.story.StoryRig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the console tells of an order while its engine writes the journal. */
class RunAnswersTest {
    @TempDir private Path home;
    private EngineConfig config;
    private RunAnswers answers;

    @BeforeEach
    void setUp() {
        Overrides overrides = new Overrides().set("test", "state.dir", home.toString());
        config = new ConfigLoader(Map.of(), home, home).load(null, overrides).engine();
        answers = new RunAnswers(config, null, null, null);
    }

    @Test
    void shouldTellTheStoryOfAnOrderOfTheJournalThatIsWritten() throws IOException {
        String key = config.credentials().apiKey();
        Path folder = Files.createDirectories(Marks.folder(home, JournalFolder.NAME, key));
        StoryRig rig = StoryRig.in(folder);
        rig.order(17, Side.BUY, 0.01, 9_500);
        rig.pass(1_000_000);
        rig.segments.doWork();

        assertTrue(answers.explain("last").startsWith("Order 17: BUY 0.01 BTCUSD limit at 9500"));
        assertTrue(answers.explain("18").startsWith("there is no order 18 in the journal"));
        assertTrue(answers.explain("x").startsWith("ORDER must be a client order id, "));
        rig.end();
    }

    @Test
    void shouldSayThatThereIsNoJournal() {
        assertEquals("no journal of orders is kept in files", answers.explain("last"));
    }
}
