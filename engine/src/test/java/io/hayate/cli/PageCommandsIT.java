package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hayate.page.PageCommands;
import io.hayate.page.ReadmePage;
import io.hayate.page.ShellWords;
import io.hayate.strategy.plugin.Compiler;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands in the blocks of the README files, run by a shell, one after the other as a reader would, in a
 * folder with the project's scripts and settings. What runs until it is ended gets {@code --duration}, what would
 * connect to the real exchange a venue of this machine, and what is root's runs as who tests, on files below this
 * folder. A command that wants a program of others which this machine lacks is left out, and the test says so.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PageCommandsIT {
    private static final String VENUE = "scripts/hayate venue";
    private static final int VENUE_PORT = 8765;
    private static final int HOUR_S = 3_600;

    @TempDir private Path folder;

    private Map<String, String> variables;
    private Shell shell;
    private final Set<String> missing = new TreeSet<>();

    @BeforeEach
    void setUp() throws IOException {
        Files.createSymbolicLink(folder.resolve("scripts"), ReadmePage.HOME.resolve("scripts"));
        Files.createSymbolicLink(folder.resolve("config"), ReadmePage.HOME.resolve("config"));
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("hayate"), ReadmePage.HOME.resolve("scripts/hayate"));
        variables = new HashMap<>();
        variables.put("HAYATE_JAVA_HOME", System.getProperty("java.home"));
        variables.put("PATH", bin + ":" + System.getenv("PATH"));
        shell = new Shell(folder, variables);
    }

    private static List<String> commands(String how) {
        List<String> commands = new ArrayList<>();
        PageCommands.known()
                .forEach(
                        (command, kind) -> {
                            if (kind.split(" ", 2)[0].equals(how)) {
                                commands.add(command);
                            }
                        });
        return commands;
    }

    private static boolean isClient(String command) {
        return command.contains("scripts/examples/") || command.startsWith("curl ");
    }

    private static boolean isThere(String program) {
        for (String place : System.getenv("PATH").split(":", -1)) {
            if (Files.isExecutable(Path.of(place, program))) {
                return true;
            }
        }
        return false;
    }

    /** False where it wants a program of others that this machine lacks, which is noted. */
    private boolean canRun(String command) {
        List<String> lacking =
                ShellWords.commands(command).stream()
                        .map(words -> words.get(0))
                        .filter(program -> program.matches("node|python3|curl|zcat|jq"))
                        .filter(program -> !isThere(program))
                        .toList();
        missing.addAll(lacking);
        return lacking.isEmpty();
    }

    /** After all else has passed: a test that left something out has not passed. */
    private void assumeAllWasRun() {
        assumeTrue(missing.isEmpty(), "commands that want these were left out: " + missing);
    }

    private void assertEndsWell(String command, String run) throws Exception {
        Shell.Result result = shell.run("sh", "-c", run);

        int most = command.contains(" doctor") ? 1 : 0; // it found what to better
        assertTrue(
                result.exitCode() >= 0 && result.exitCode() <= most,
                command + " ended with " + result.exitCode() + ":\n" + result.err() + result.out());
    }

    @Test
    void shouldRunOneAfterTheOther() throws Exception {
        Compiler.jar(
                Files.createDirectories(folder.resolve("DIR/target")),
                "DIR.jar",
                "com.example.MyStrategy",
                strategy(),
                List.of("com.example.MyStrategy"));
        Files.createSymbolicLink(folder.resolve("recordings"), Path.of("day"));
        makeFilesOfOthers();
        try (SimulatedVenue feed = SimulatedVenue.start(VenueConfig.DEFAULTS)) {
            Files.write(
                    folder.resolve("run.conf"),
                    List.of(
                            "include required(file(\""
                                    + ReadmePage.HOME.resolve("config/hayate.conf")
                                    + "\"))",
                            "loop.warm-up = 0s",
                            "loop.topology = one-thread", // what replays exactly
                            "embedded.tickers-per-second = 100", // so that averages cross soon
                            "subscriptions.books = [BTCUSD]", // for what exports wants
                            "http.port = 0",
                            "venue.public-url = \"" + feed.url() + "\""));
            for (String command : commands(PageCommands.RUN)) {
                if (!isClient(command) && canRun(command)) {
                    String how = PageCommands.known().get(command);
                    assertEndsWell(command, bounded(command, how.replaceFirst("^run ?", "")));
                }
            }
        }
        Path key = folder.resolve("etc/credstore/hayate.bitfinex");
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        assertFalse(Files.exists(folder.resolve("var/lib/hayate/kill")));
        assumeAllWasRun();
    }

    /** What commands take that Hayate has not made: a key, settings of a service, recordings of others. */
    private void makeFilesOfOthers() throws IOException {
        Files.createDirectories(folder.resolve("etc/hayate"));
        Files.createDirectories(folder.resolve("var/lib/hayate"));
        Files.writeString(folder.resolve("key.txt"), "api-key=a\napi-secret=b\n");
        Files.createFile(folder.resolve("var/lib/hayate/kill"));
        Files.writeString(
                folder.resolve("etc/hayate/hayate.conf"),
                "include required(file(\""
                        + ReadmePage.HOME.resolve("config/hayate.conf")
                        + "\"))\n");
        for (int i = 1; i <= 2; i++) {
            Files.writeString(
                    folder.resolve("BITFINEX.ws." + i + ".0"),
                    """
                    wss://api.bitfinex.com/ws/2 <-> 1618677543.3
                    1618677543.8: {"event":"info","version":2}
                    """);
        }
    }

    private static String strategy() throws IOException {
        return ReadmePage.read("README.md").blocks().stream()
                .filter(block -> block.text().startsWith("package com.example;"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    /** A command that ends after this time; one without a time ends by itself. */
    private static String bounded(String command, String time) {
        Instant now = Instant.now(); // when the recording was made
        String run =
                command.replace("zcat DIR/", "zcat records/")
                        .replaceFirst("^sudo (-u hayate )?", "")
                        .replaceAll(" /(etc|var)/", " \"\\$PWD\"/$1/")
                        .replace("--from 09:00", "--from " + now.minusSeconds(HOUR_S))
                        .replace("--to 10:00", "--to " + now.plusSeconds(HOUR_S));
        if (time.isEmpty()) {
            return run;
        }
        return run.replaceFirst(" --duration \\w+", "") + " --config run.conf --duration " + time;
    }

    @Test
    void shouldBeTakenThoughTheyWouldTradeWithMoney() throws Exception {
        variables.put("HAYATE_JVM_OPTS", "-Dhayate.check=true");
        variables.put("BFX_API_KEY", "akeythatisnone");
        variables.put("BFX_API_SECRET", "asecretthatisnone");
        for (String command : commands(PageCommands.RUN)) {
            if (command.startsWith("printf ")) {
                assertEndsWell(command, command); // writes a file that one of these reads
            }
        }
        for (String command : commands(PageCommands.CHECK)) {
            assertEndsWell(command, command);
        }
    }

    @Test
    void shouldServeClientsInOtherLanguages() throws Exception {
        assumeTrue(isFree(VENUE_PORT), "the port of the examples is in use");
        Process venue = shell.start("sh", "-c", "exec " + VENUE);
        try (BufferedReader out = venue.inputReader(StandardCharsets.UTF_8)) {
            awaitVenue(VENUE, out);
            for (String command : commands(PageCommands.RUN)) {
                if (isClient(command) && canRun(command)) {
                    assertEndsWell(command, command);
                }
            }
            end(VENUE, venue, out);
        } finally {
            venue.destroyForcibly();
        }
        assumeAllWasRun();
    }

    @Test
    void shouldServeUntilTheyAreAskedToEnd() throws Exception {
        for (String command : commands(PageCommands.SERVE)) {
            String free = command.replace(" --port " + VENUE_PORT, "") + " --port 0";
            Process venue = shell.start("sh", "-c", "exec " + free);
            try (BufferedReader out = venue.inputReader(StandardCharsets.UTF_8)) {
                awaitVenue(command, out);
                end(command, venue, out);
            } finally {
                venue.destroyForcibly();
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static void awaitVenue(String command, BufferedReader out) throws IOException {
        StringBuilder read = new StringBuilder();
        String line = out.readLine();
        while (line != null && !line.startsWith("venue listening on ")) {
            read.append(line).append('\n');
            line = out.readLine();
        }
        assertTrue(line != null, command + " does not listen:\n" + read);
        while (!line.startsWith("  symbols")) {
            line = out.readLine();
        }
    }

    private void end(String command, Process venue, BufferedReader out) throws Exception {
        shell.run("kill", "-TERM", Long.toString(venue.pid()));
        String said = String.join("\n", out.lines().toList());

        assertTrue(venue.waitFor(60, TimeUnit.SECONDS), command);
        assertEquals(0, venue.exitValue(), command + "\n" + said);
    }
}
