package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the unit of the package runs before each start and after each end: who may trade again by itself. */
class ServiceGuardIT {
    @TempDir private Path folder;

    private Path state;
    private Path kill;
    private Path mark;

    @BeforeEach
    void setUp() throws IOException {
        Path guard = folder.resolve("root/config/package/guard");
        Files.createDirectories(guard.getParent());
        Files.copy(Checkout.HOME.resolve("config/package/guard"), guard);
        Files.createDirectories(folder.resolve("run"));
        Files.createDirectories(folder.resolve("usual"));
        state = folder.resolve("a place/of the settings");
        kill = state.resolve("kill");
        mark = state.resolve("service-runs");
        answer("echo '" + state + "'");
    }

    private void answer(String deed) throws IOException {
        Checkout.program(
                folder.resolve("root/scripts/hayate"),
                "case $1 in state-dir) " + deed + " ;; *) echo \"becomes $*\" ;; esac");
    }

    private Shell.Result guard(String word, String result, String status) throws Exception {
        Map<String, String> given =
                Map.of(
                        "RUNTIME_DIRECTORY",
                        folder.resolve("run").toString(),
                        "STATE_DIRECTORY",
                        folder.resolve("usual").toString(),
                        "SERVICE_RESULT",
                        result,
                        "EXIT_CODE",
                        "exited",
                        "EXIT_STATUS",
                        status);
        return new Shell(folder, given)
                .run("/bin/sh", folder.resolve("root/config/package/guard").toString(), word);
    }

    private void start() throws Exception {
        Shell.Result result = guard("run", "", "");
        assertEquals(0, result.exitCode(), result.err());
        String engine = "becomes run --no-console --config /etc/hayate/hayate.conf\n";
        assertTrue(result.out().endsWith(engine), result.out());
    }

    private void stop(String result, String status) throws Exception {
        Shell.Result stopped = guard("stop", result, status);
        assertEquals(0, stopped.exitCode(), stopped.err());
    }

    @ParameterizedTest
    @CsvSource({"success,0", "success,TERM", "exit-code,2", "exit-code,3", "exit-code,5"})
    void shouldLeaveNothingAfterAnEndThatWasAskedForOrBeforeItWasLive(String result, String status)
            throws Exception {
        start();
        assertTrue(Files.exists(mark));

        stop(result, status);
        start();

        assertFalse(Files.exists(kill));
    }

    @ParameterizedTest
    @CsvSource({"exit-code,4", "exit-code,1", "signal,KILL", "watchdog,TERM", "core-dump,SEGV"})
    void shouldHaltAfterAFailure(String result, String status) throws Exception {
        start();

        stop(result, status);

        assertEquals(result + " exited " + status + "\n", Files.readString(kill));
        assertFalse(Files.exists(mark));
    }

    @Test
    void shouldHaltAfterALossOfPower() throws Exception {
        start();
        String since = Files.readString(mark).strip();

        start(); // after the boot: nothing has stopped it

        String said = Files.readString(kill);
        assertTrue(said.startsWith("the machine went down") && said.contains(since), said);
    }

    /** As a folder they can be written by nobody, root included. */
    @Test
    void shouldHaltByAFileThatIsNotItsOwn() throws Exception {
        start();
        Files.createDirectory(kill);

        start();

        assertTrue(Files.exists(mark));
        assertTrue(Files.isDirectory(kill));
    }

    @Test
    void shouldHaltUntilAPersonHasRemovedTheFile() throws Exception {
        start();
        start();
        stop("success", "0");

        start();

        assertTrue(Files.exists(kill));
    }

    @Test
    void shouldLetTheEngineTellOfWrongSettings() throws Exception {
        answer("exit 2");

        start();

        assertFalse(Files.exists(state));
    }

    /** The power went, and the settings are mended by a person after the boot: that is not having looked. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldHaltAfterALossOfPowerThoughSettingsWereWrongAtTheBoot(boolean usual)
            throws Exception {
        if (usual) {
            state = folder.resolve("usual");
            answer("echo '" + state + "'");
        }
        start();
        if (usual) {
            Files.delete(folder.resolve("run/state-dir")); // as a boot leaves /run
        }
        answer("exit 2");
        start();
        stop("exit-code", "2");
        answer("echo '" + state + "'");

        start();

        assertTrue(Files.readString(state.resolve("kill")).startsWith("the machine went down"));
    }

    @Test
    void shouldRefuseTheStartWhenItCannotKnowOrWrite() throws Exception {
        answer("exit 1");
        assertEquals(1, guard("run", "", "").exitCode());

        answer("echo '" + folder.resolve("root/scripts/hayate/below-a-file") + "'");
        Shell.Result result = guard("run", "", "");

        assertTrue(result.exitCode() != 0);
        assertFalse(result.out().contains("becomes"), result.out());
    }

    @Test
    void shouldHaltInTheUsualFolderWhenItNeverCameToKnowAnother() throws Exception {
        stop("signal", "KILL");

        assertTrue(Files.exists(folder.resolve("usual/kill")));
    }

    @Test
    void shouldAskHayateItself() throws Exception {
        Path settings = Files.writeString(folder.resolve("mine.conf"), "state.dir = /some/place\n");

        Shell.Result result =
                new HayateScript(folder, Map.of())
                        .run("state-dir", "--config", settings.toString());

        assertEquals("/some/place\n", result.out(), result.err());
    }
}
