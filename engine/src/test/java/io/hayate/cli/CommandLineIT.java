package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdOutputStream;
import io.hayate.run.Version;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drives {@code scripts/hayate} as a user does, with the jar that this build has just made. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CommandLineIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String HAYATE = HOME.resolve("scripts").resolve("hayate").toString();

    @TempDir private Path folder;

    private Shell shell;

    @BeforeEach
    void setUp() {
        shell = new Shell(folder, Map.of("HAYATE_JAVA_HOME", System.getProperty("java.home")));
    }

    @Test
    void shouldShowVersionWithoutBuildingAnew() throws Exception {
        Shell.Result result = shell.run(HAYATE, "version");

        assertEquals("", result.err());
        assertEquals(0, result.exitCode());
        assertTrue(result.out().startsWith("Hayate  "), result.out());
        assertTrue(result.out().contains(System.getProperty("java.vm.version")), result.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "venue",
                "doctor",
                "explain",
                "notify",
                "orders",
                "positions",
                "pnl",
                "recording",
                "version",
                "new-strategy"
            })
    void shouldShowHelpOfEachCommand(String command) throws Exception {
        Shell.Result result = shell.run(HAYATE, "help", command);

        assertEquals(0, result.exitCode());
        assertTrue(result.out().contains("Exit codes:"), result.out());
    }

    @Test
    void shouldCutACompressedRecordingOfOthersAndCheckIt() throws Exception {
        Path sample = HOME.resolve("engine/src/test/resources/frames/checksum-sample.jsonl");
        byte[] subscribed =
                """
                {"event":"subscribed","channel":"book","chanId":124,"symbol":"tXRPBTC","prec":"P0","len":"25"}
                """
                        .getBytes(StandardCharsets.UTF_8);
        Path recording = folder.resolve("my frames.zst");
        try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(recording))) {
            out.write(subscribed);
            Files.copy(sample, out);
        }
        String part = folder.resolve("part.jsonl.gz").toString();

        Shell.Result cut = shell.run(HAYATE, "recording", "cut", recording.toString(), "-o", part);
        Shell.Result check = shell.run(HAYATE, "recording", "check", part);
        Shell.Result none = shell.run(HAYATE, "recording", "check", "none");
        Shell.Result wrong = shell.run(HAYATE, "recording", "info");

        assertEquals("", cut.err());
        assertEquals("nothing is wrong with it\n", check.out());
        assertEquals(0, check.exitCode());
        assertEquals("hayate: none must be a file or a folder: there is none\n", none.err());
        assertEquals(2, none.exitCode());
        assertEquals(2, wrong.exitCode());
        assertTrue(wrong.err().endsWith("Try 'hayate recording info --help'.\n"), wrong.err());
    }

    @Test
    void shouldEndWithTwoAndAHintWhenOptionIsUnknown() throws Exception {
        Shell.Result result = shell.run(HAYATE, "--no-consol");

        assertEquals(2, result.exitCode());
        assertEquals(
                """
                hayate run: Unknown option: '--no-consol'; did you mean --no-console?
                Try 'hayate help run'.
                """,
                result.err());
        assertEquals("", result.out());
    }

    @Test
    void shouldEndWithTwoAndThePlaceWhenSettingIsWrong() throws Exception {
        Path config = folder.resolve("my settings.conf");
        Files.writeString(config, "\nsession.heartbeat-timeout = 3s\n");

        Shell.Result result = shell.run(HAYATE, "--config", config.toString());

        assertEquals(2, result.exitCode());
        assertEquals(
                "my settings.conf:2: session.heartbeat-timeout must be over 15s: was 3s\n",
                result.err());
        assertEquals("", result.out());
    }

    @Test
    void shouldEndWithTwoWhenConfigIsNotThere() throws Exception {
        Shell.Result result = shell.run(HAYATE, "--config", "none.conf");

        assertEquals(2, result.exitCode());
        assertEquals("--config must be a file that can be read: was none.conf\n", result.err());
    }

    @Test
    void shouldEndWithTwoWhenPortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            Shell.Result result = shell.run(HAYATE, "venue", "--port", port);

            assertEquals(2, result.exitCode());
            assertEquals(
                    "--port must be free to listen on: was 127.0.0.1:"
                            + port
                            + ", which is in use\n",
                    result.err());
        }
    }

    @Test
    void shouldServeVenueUntilItIsAskedToEnd() throws Exception {
        Process venue = shell.start(HAYATE, "venue", "--port", "0");
        try (BufferedReader output = venue.inputReader()) {
            String line = output.readLine();
            assertTrue(
                    line.matches(
                            "venue listening on ws://127\\.0\\.0\\.1:\\d+/ws/2 \\(Ctrl-C stops"
                                    + " it\\)"),
                    line);
            assertTrue(output.readLine().startsWith("  REST         http://127.0.0.1:"));
            assertEquals("  API keys     demo-key, secret demo-secret (demo)", output.readLine());

            shell.run("kill", "-TERM", Long.toString(venue.pid()));

            assertTrue(venue.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, venue.exitValue());
            List<String> rest = output.lines().toList();
            assertTrue(rest.contains("  clients      0"), rest.toString());
            assertTrue(rest.stream().allMatch(text -> text.length() < 80), rest.toString());
        } finally {
            venue.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HAYATE_JAVA_HOME", "JAVA_HOME"})
    void shouldEndWithTwoWhenJavaHomeIsNoJdk(String name) throws Exception {
        Shell.Result result = new Shell(folder, Map.of(name, "/no/jdk")).run(HAYATE, "version");

        assertEquals(2, result.exitCode());
        assertEquals(
                "hayate: " + name + " must be the folder of a JDK 17 or newer: was /no/jdk\n",
                result.err());
    }

    @Test
    void shouldTakeHayateJavaHomeWhenJavaHomeIsSetToo() throws Exception {
        Map<String, String> both =
                Map.of("HAYATE_JAVA_HOME", System.getProperty("java.home"), "JAVA_HOME", "/no/jdk");

        assertEquals(0, new Shell(folder, both).run(HAYATE, "version").exitCode());
    }

    @Test
    void shouldFindJdkWhenNoneIsNamed() throws Exception {
        Shell.Result result = new Shell(folder, Map.of()).run(HAYATE, "version");

        boolean found = result.exitCode() == 0;
        assertTrue(found || result.err().contains("no JDK 17 or newer found"), result.err());
    }

    @Test
    void shouldStartThroughALinkFromAnyFolder() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other place"));
        Path link = Files.createSymbolicLink(other.resolve("hy"), Path.of(HAYATE));
        Files.createSymbolicLink(folder.resolve("relative"), other.getFileName().resolve("hy"));

        assertEquals(0, shell.run(link.toString(), "version").exitCode());
        assertEquals(0, shell.run("./relative", "version").exitCode());
    }

    @Test
    void shouldPassFlagsToTheJvm() throws Exception {
        Map<String, String> environment =
                Map.of(
                        "HAYATE_JAVA_HOME",
                        System.getProperty("java.home"),
                        "HAYATE_JVM_OPTS",
                        "-XX:+PrintFlagsFinal -Xmx128m -Xms64m");

        String flags = new Shell(folder, environment).run(HAYATE, "version").out();

        assertTrue(flags.matches("(?s).*MaxHeapSize +:?= 134217728 .*"), "MaxHeapSize");
        assertTrue(flags.matches("(?s).*UseSerialGC +:?= true .*"), "UseSerialGC");
    }

    @Test
    void shouldWriteProjectForAStrategy() throws IOException, InterruptedException {
        Shell.Result result =
                shell.run(HAYATE, "new-strategy", "mine", "--repository", "jars here");

        assertEquals(0, result.exitCode(), result.err());
        String readme = Files.readString(folder.resolve("mine").resolve("README.md"));
        assertTrue(readme.contains(ShellWord.of(HAYATE) + " new-strategy --artifacts"), readme);
        assertTrue(
                result.out().contains("mvn '-Dmaven.repo.local=" + folder + "/jars here' package"),
                result.out());
        Path version = folder.resolve("jars here/io/hayate/hayate-engine/" + Version.text());
        String name = "hayate-engine-" + Version.text();
        for (String end : List.of(".pom", ".jar", "-testkit.jar")) {
            assertTrue(Files.size(version.resolve(name + end)) > 0, end);
        }
    }
}
