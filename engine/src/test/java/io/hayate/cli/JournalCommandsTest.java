package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.journal.file.JournalFolder;
import io.hayate.model.Side;
import io.hayate.state.Marks;
import io.hayate.story.StoryRig;
import io.hayate.venue.server.SimulatedVenue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which journal the commands read, and what they answer the shell. */
class JournalCommandsTest {
    private static final String OTHER_KEY = "another-key";

    @TempDir private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        Map<String, String> variables = Map.of("XDG_STATE_HOME", home.resolve("xdg").toString());
        return new Cli(new Environment(variables, home, home), config -> 0)
                .printTo(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    private Path usualState() throws IOException {
        return Files.createDirectories(home.resolve("xdg/hayate"));
    }

    /** A journal of one order, of this key. */
    private Path journal(Path state, String key, long number) throws IOException {
        Path folder = Files.createDirectories(Marks.folder(state, JournalFolder.NAME, key));
        StoryRig rig = StoryRig.in(folder);
        rig.order(number, Side.BUY, 0.01, 9_500);
        rig.end();
        return folder;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"explain last", "orders", "orders --refused", "positions", "pnl --json"})
    void shouldSayWhereThereIsNoJournal(String command) throws IOException {
        assertEquals(2, execute(command.split(" ")));

        assertEquals(
                "there is no journal in "
                        + home.resolve("xdg/hayate")
                        + ": no engine that may trade has run with this state folder",
                err.toString().strip());
        assertEquals("", out.toString());
    }

    @Test
    void shouldReadTheJournalOfTheKeyOfTheSettings() throws IOException {
        journal(usualState(), OTHER_KEY, 7);
        journal(usualState(), SimulatedVenue.DEMO_KEY, 8);

        assertEquals(0, execute("explain", "last"), err.toString());
        assertTrue(out.toString().startsWith("Order 8: "), out.toString());
    }

    @Test
    void shouldReadTheOnlyJournalWhateverItsKey() throws IOException {
        Path state = Files.createDirectories(home.resolve("elsewhere"));
        journal(state, OTHER_KEY, 7);

        assertEquals(0, execute("explain", "7", "--state-dir", state.toString()), err.toString());
        assertTrue(out.toString().startsWith("Order 7: "), out.toString());
    }

    @Test
    void shouldReadAJournalWhereTheSettingsAreWrong() throws IOException {
        Path state = Files.createDirectories(home.resolve("elsewhere"));
        journal(state, OTHER_KEY, 7);
        Path file = home.resolve("wrong.conf");
        Files.writeString(file, "state.dir = \"" + state + "\"\nlop.ring-size = 1");

        assertEquals(0, execute("orders", "--config", file.toString()), err.toString());
        assertTrue(out.toString().contains("BUY 0.01 BTCUSD"), out.toString());
    }

    @Test
    void shouldAskWhichOfSeveralIsMeant() throws IOException {
        journal(usualState(), OTHER_KEY, 7);
        Path third = journal(usualState(), "third-key", 8);

        assertEquals(2, execute("explain", "last"));
        assertTrue(err.toString().startsWith("--journal must say which of 2"), err.toString());

        assertEquals(0, execute("explain", "last", "--journal", third.toString()));
        assertTrue(out.toString().startsWith("Order 8: "), out.toString());
    }

    @Test
    void shouldNameTheJournalBesideItWhenTheOrderIsNotThere() throws IOException {
        Path other = journal(usualState(), OTHER_KEY, 7);
        journal(usualState(), SimulatedVenue.DEMO_KEY, 8);

        assertEquals(1, execute("explain", "7"));

        assertTrue(err.toString().startsWith("hayate: there is no order 7 in "), err.toString());
        assertTrue(
                err.toString().strip().endsWith("; beside it lies " + other + " (--journal)"),
                err.toString());
        assertEquals("", out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain", "explain a", "explain last more", "orders --last x"})
    void shouldRefuseWrongUsageInALine(String command) {
        assertEquals(2, execute(command.split(" ")));
        assertTrue(err.toString().lines().count() <= 2, err.toString());
        assertEquals("", out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain", "orders", "positions", "pnl"})
    void shouldShowHelpWithinEightyColumns(String command) {
        assertEquals(0, execute("help", command));

        assertTrue(out.toString().contains("Examples:"), out.toString());
        assertTrue(out.toString().lines().allMatch(line -> line.length() <= 80), out.toString());
    }

    @Test
    void shouldRefuseAFolderThatIsNone() {
        assertEquals(2, execute("orders", "--journal", home.resolve("none").toString()));
        assertTrue(err.toString().startsWith("--journal must be the folder of a journal: was "));
    }
}
