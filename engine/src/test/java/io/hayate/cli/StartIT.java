package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process is given besides its arguments: descriptors, a locale, a current folder. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StartIT {
    private static final String SCRIPT = Checkout.HOME.resolve("scripts/hayate").toString();
    private static final String JAVA =
            String.join(
                    " ",
                    "'" + Checkout.JDK.resolve("bin/java") + "'",
                    "'@" + Checkout.HOME.resolve("config/jvm.options") + "'",
                    "-Dhayate.home='" + Checkout.HOME + "'",
                    "-jar '" + Checkout.BUILT + "'");

    @TempDir private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void setUp() throws Exception {
        Files.writeString(folder.resolve("short.conf"), "loop.warm-up = 0s\n");
        environment.put("HAYATE_JAVA_HOME", Checkout.JDK.toString());
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
    }

    private Shell.Result sh(String command) throws Exception {
        return new Shell(folder, environment).run("sh", "-c", command);
    }

    private static String program(String way) {
        return way.equals("script") ? "'" + SCRIPT + "'" : JAVA;
    }

    /** A session without a rehearsal. */
    private static String session(String way) {
        return program(way) + " --config short.conf";
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "java"})
    void shouldReadNoCommandsWhenStandardInputIsClosed(String way) throws Exception {
        Shell shell = new Shell(folder, environment);
        Process process = shell.start("sh", "-c", "exec " + session(way) + " <&-");
        StringBuilder said = new StringBuilder();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.append(line).append('\n');
                if (line.contains("BTCUSD:  Bid: ")) {
                    process.toHandle().destroy(); // by TERM
                }
            }
        }

        assertEquals(0, process.waitFor(), said::toString);
        assertFalse(said.toString().contains("neither a command"), said::toString);
        assertTrue(said.toString().contains("BTCUSD:  Bid: "), said::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "java"})
    void shouldReadCommandsWhenTheyAreInAFile(String way) throws Exception {
        Files.writeString(folder.resolve("commands.txt"), "buy 0.01 BTCUSD\nnonsense\nquit\n");

        Shell.Result result = sh("exec " + session(way) + " <commands.txt");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("buy 0.01 BTCUSD: handed to the engine"), result.out());
        assertTrue(result.out().contains("nonsense is neither"), result.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<quit >&-",
                "<quit 2>&-",
                "--duration 10s <&- >&- 2>&-" // so long that it is live by then on any machine
            })
    void shouldRunAsIntoTheNullDeviceWhenAnOutputIsClosed(String closed) throws Exception {
        Files.writeString(folder.resolve("quit"), "quit\n");
        Process script = start("script", closed);
        Process java = start("java", closed);

        assertEndsWell("script", script);
        assertEndsWell("java", java);
    }

    private Process start(String way, String closed) throws Exception {
        environment.put("XDG_STATE_HOME", folder.resolve("state of " + way).toString());
        String session = session(way) + " --summary-json " + way + ".json " + closed;
        String command = "exec >" + way + ".out 2>&1; exec " + session;
        return new Shell(folder, environment).start("sh", "-c", command);
    }

    private void assertEndsWell(String way, Process process) throws Exception {
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        String said = Files.readString(folder.resolve(way + ".out"));

        assertTrue(ended, said);
        assertEquals(0, process.exitValue(), said);
        assertTrue(Files.readString(folder.resolve(way + ".json")).startsWith("{"), said);
    }

    @Test
    void shouldSayWhatIsWrongWhenTheCurrentFolderIsGone() throws Exception {
        Shell.Result result =
                sh("mkdir gone && cd gone && rmdir ../gone && '" + SCRIPT + "' version");

        assertEquals(2, result.exitCode());
        assertTrue(
                result.err()
                        .endsWith(
                                "hayate: the current folder is gone: change to one that is"
                                        + " there\n"),
                result.err());
    }

    /** All is done by a shell, as the locale of this JVM may be one that lacks the letters, too. */
    @ParameterizedTest
    @ValueSource(strings = {"", "LC_ALL=C", "LC_CTYPE=POSIX", "LANG=xx_YY.UTF-8", "LANG=nothing"})
    void shouldTakePathsOfAnyLetterWhateverTheLocale(String locale) throws Exception {
        Checkout checkout = new Checkout(folder.resolve("clone")).withArtifacts();
        Files.writeString(
                folder.resolve("commands"),
                String.join(
                        "\n",
                        "set -e",
                        "odd=\"état 日本 %d#'[a]*\"",
                        "mkdir \"$odd\" && mv clone \"$odd/clone é\" && cd \"$odd\"",
                        "echo 'subscriptions.tickers = [ETHUSD], loop.warm-up = 0s' >é.conf",
                        locale.isEmpty() ? "" : "export " + locale,
                        "export XDG_STATE_HOME=\"$PWD/z.é\"",
                        "echo quit | 'clone é/scripts/hayate' --config é.conf \\",
                        "    --latency-report r.日 --summary-json s.é",
                        "'clone é/scripts/hayate' new-strategy m.é --repository r.é >o.é",
                        "ls -d z.é/hayate r.日/latency.html s.é m.é/pom.xml r.é/io/hayate >&2",
                        "'clone é/scripts/hayate' --plugin p.é"));

        Shell.Result result = sh("exec sh commands");

        assertTrue(result.out().contains("ETHUSD"), result.err());
        assertEquals(
                """
                m.é/pom.xml
                r.é/io/hayate
                r.日/latency.html
                s.é
                z.é/hayate
                --plugin must be a jar that can be read: was p.é
                """,
                String.join("\n", result.err().lines().sorted(byPlace()).toList()) + "\n");
        assertEquals(2, result.exitCode());
        assertFalse(Files.exists(checkout.root()));
    }

    private static Comparator<String> byPlace() {
        return Comparator.comparing((String line) -> line.startsWith("-"))
                .thenComparing(line -> line);
    }

    @Test
    void shouldSayWhatToSetWhenTheJarIsStartedInALocaleThatCannotWriteAPath() throws Exception {
        String command =
                "export LC_ALL=C XDG_STATE_HOME=/tmp/état; exec " + JAVA + " --duration 1s";
        Files.writeString(folder.resolve("commands"), command);

        Shell.Result result = sh("exec sh commands");

        assertEquals(2, result.exitCode());
        assertTrue(
                result.err().startsWith("XDG_STATE_HOME must be a path that the locale can write"),
                result.err());
        assertEquals(1, result.err().lines().count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"state.dir", "strategy.plugins-dir", "venue.trust-file", "credentials.file"})
    void shouldNameTheSettingWhenItsPathCannotBe(String key) throws Exception {
        Files.writeString(folder.resolve("my.conf"), key + " = \"a\\u0000b\"\n");

        Shell.Result result = sh("exec '" + SCRIPT + "' --config my.conf --duration 1s");

        assertEquals(2, result.exitCode());
        assertEquals(
                "my.conf:1: " + key + " must be a path without a null character: was a\\u0000b\n",
                result.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "java"})
    void shouldNameTheSettingThatWantsMoreMemoryThanTheJvmHasAndStartNothing(String way)
            throws Exception {
        Files.writeString(folder.resolve("my.conf"), "loop.ring-size = 1048576\n");

        Shell.Result result = sh("exec " + program(way) + " --config my.conf --duration 1s");

        assertEquals(2, result.exitCode(), result.out());
        assertTrue(
                result.err().startsWith("my.conf:1: loop.ring-size must leave room in the JVM's "),
                result.err());
        assertEquals(1, result.err().lines().count(), result.err());
        assertEquals("", result.out());
    }
}
