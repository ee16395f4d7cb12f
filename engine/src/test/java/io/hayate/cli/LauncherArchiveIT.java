package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When {@code scripts/hayate} makes a class archive, and when it starts from it: in a checkout that is built. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LauncherArchiveIT {
    private static final Path JDK = Path.of(System.getProperty("java.home"));
    private static final String NOTICE =
            "Preparing a class archive for this JDK (once; some seconds) ...\n";

    @TempDir private Path folder;

    private Path root;
    private Path jar;
    private Path trainings;
    private String hayate;

    @BeforeEach
    void setUp() throws IOException {
        root = folder.resolve("clone");
        jar = root.resolve("engine/target/hayate-all.jar");
        trainings = folder.resolve("trainings");
        hayate = root.resolve("scripts/hayate").toString();
        new Checkout(root).withJar();
    }

    private static void touch(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    }

    /** The JDK of this test, whose launcher does this first when it is asked for an archive. */
    private Path jdk(String deed) throws IOException {
        Path jdk = folder.resolve("jdk");
        Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
        Files.copy(JDK.resolve("bin/javac"), jdk.resolve("bin/javac"));
        Files.copy(JDK.resolve("release"), jdk.resolve("release"));
        Files.writeString(
                java,
                String.join(
                        "\n",
                        "#!/bin/sh",
                        "for option in \"$@\"; do",
                        "  case $option in",
                        "    -XX:ArchiveClassesAtExit=* | -XX:AOTCacheOutput=*)",
                        "      echo training >> '" + trainings + "'",
                        "      " + deed + " ;;",
                        "  esac",
                        "done",
                        "exec '" + JDK.resolve("bin/java") + "' \"$@\"",
                        ""));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return jdk;
    }

    private Shell shell(Path jdk, String... more) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("HAYATE_ARCHIVE", "on");
        environment.put("HAYATE_JAVA_HOME", jdk.toString());
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return new Shell(folder, environment);
    }

    /** A session that ends at once, without a rehearsal of its own. */
    private String session(Shell shell) throws Exception {
        Path config = Files.writeString(folder.resolve("short.conf"), "loop.warm-up = 0s\n");
        Shell.Result result =
                shell.run(
                        hayate, "--no-console", "--config", config.toString(), "--duration", "1ms");

        assertTrue(result.out().contains("Hayate "), result.err() + result.out());
        return result.err().replaceFirst("hayate: not live before [^\n]*\n$", "");
    }

    private long trainings() throws IOException {
        return Files.exists(trainings) ? Files.readAllLines(trainings).size() : 0;
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(jar.getParent())) {
            return files.filter(file -> !file.equals(jar)).toList();
        }
    }

    private void assertStartsFromTheArchive() throws Exception {
        assertEquals(1, archives().size());
        Path log = folder.resolve("classes.log");
        String options = "-Xlog:class+load:file=" + log;
        assertStartsSilently(shell(JDK, "HAYATE_JVM_OPTS", options));

        String loaded = Files.readString(log);
        assertTrue(loaded.contains("io.hayate.Hayate source: shared objects file"), loaded);
        assertEquals("", session(shell(JDK)));
        assertFalse(Files.exists(root.resolve("target/hayate-build")));
        for (String other : List.of("-XX:+UseZGC", "-XX:+UseParallelGC -XX:-UseCompressedOops")) {
            assertStartsSilently(shell(JDK, "HAYATE_JVM_OPTS", other)); // which it does not fit
        }
    }

    @Test
    void shouldSayNothingWhenTheArchiveIsNone() throws Exception {
        Shell shell = shell(jdk("echo junk >\"${option#*=}\"; exit 0"));
        session(shell);

        assertStartsSilently(shell);
    }

    @ParameterizedTest
    @CsvSource({
        "--strategy=sma-cros, 'strategy sma-cros is not to be found, did you mean sma-cross?'",
        "--strategy=sma-cross --param=slw=3, --param slw is no parameter of sma-cross",
        "--config=no-such-file, --config must be a file that can be read: was no-such-file",
        "--venu=x, 'hayate run: Unknown option: '",
        "--venue=wss://user:secret, '--venue must be embedded, '",
        "--duration=soon, hayate run: --duration must be a time with its unit"
    })
    void shouldRefuseBeforeItMakesOne(String words, String refusal) throws Exception {
        List<String> command = new ArrayList<>(List.of(hayate));
        command.addAll(List.of(words.split(" ")));

        Shell.Result result = shell(jdk("exit 1")).run(command.toArray(new String[0]));

        assertEquals(2, result.exitCode(), result.err());
        assertTrue(result.err().startsWith(refusal), result.err());
        assertEquals(0, trainings());
    }

    private void assertStartsSilently(Shell shell) throws Exception {
        Shell.Result result = shell.run(hayate, "version");

        assertEquals("", result.err());
        assertTrue(result.out().startsWith("Hayate  "), result.out());
    }

    /** On a busy machine its one second may be over before. */
    @Test
    void shouldKeepTheArchiveOfATrainingThatWasNeverLive() throws Exception {
        Shell shell = shell(jdk("echo junk >\"${option#*=}\"; exit 3"));

        assertEquals(NOTICE, session(shell));
        assertEquals("", session(shell));
        assertEquals(1, trainings());
    }

    @Test
    void shouldMakeItAgainWhenTheJarIsNewer() throws Exception {
        Shell shell = shell(jdk("echo junk >\"${option#*=}\"; exit 0"));
        assertEquals(NOTICE, session(shell));
        assertEquals("", session(shell));
        assertEquals(1, trainings());

        touch(jar);

        assertEquals(NOTICE, session(shell));
        assertEquals(2, trainings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit 1", "exit 0"})
    void shouldStartAllTheSameAndTellItOnceWhenNoneCanBeMade(String deed) throws Exception {
        Shell shell = shell(jdk(deed));

        String told = session(shell);

        String log = root.toRealPath().resolve("target/hayate-archive.log").toString();
        assertEquals(
                NOTICE + "No class archive could be made, so starts take longer; see " + log + "\n",
                told);
        assertEquals("", session(shell));
        assertEquals(1, trainings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "help", "--version", "run --help", "venue --help"})
    void shouldNotMakeOneForAGlance(String words) throws Exception {
        Shell shell = shell(jdk("exit 1"));
        List<String> command = new ArrayList<>(List.of(hayate));
        command.addAll(List.of(words.split(" ")));

        Shell.Result result = shell.run(command.toArray(new String[0]));

        assertEquals(0, result.exitCode());
        assertEquals("", result.err());
        assertEquals(0, trainings());
    }

    /** An archive of the jar before it would run the classes of that one: for any command. */
    @ParameterizedTest
    @MethodSource("jdks")
    void shouldStartFromTheArchiveOfTheFirstStartAndRunNewClassesOnceOneHasChanged(Path jdk)
            throws Exception {
        Shell shell = shell(jdk);
        assertEquals(NOTICE, session(shell));
        if (jdk.equals(JDK)) {
            assertStartsFromTheArchive();
        }
        Path old = archives().get(0);
        FileTime built = Files.getLastModifiedTime(jar);
        assertEquals(0, shell.run(hayate, "help", "venue").exitCode());

        ChangedJar.replace(jar, "cli/VenueCommand", "until Ctrl-C.", "until doomsday.");
        Files.setLastModifiedTime(jar, built);

        String told = shell.run(hayate, "help", "venue").out();
        assertTrue(told.contains("until doomsday."), told);
        assertEquals(NOTICE, session(shell));
        assertEquals(1, archives().size(), "an old one is taken away");
        assertFalse(Files.exists(old));
        assertTrue(shell.run(hayate, "help", "venue").out().contains("until doomsday."));
    }

    static List<Path> jdks() throws IOException {
        List<Path> found = new ArrayList<>(List.of(JDK));
        Path others = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(others)) {
            try (Stream<Path> folders = Files.list(others)) {
                folders.filter(folder -> isOther(folder, found.get(0)))
                        .limit(1)
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** One that makes archives of the other kind. */
    private static boolean isOther(Path folder, Path jdk) {
        return Files.isExecutable(folder.resolve("bin/javac"))
                && version(folder) >= 17
                && version(folder) >= 25 != version(jdk) >= 25;
    }

    private static int version(Path jdk) {
        try {
            String release = Files.readString(jdk.resolve("release"));
            return Integer.parseInt(release.replaceAll("(?s).*JAVA_VERSION=\"(\\d+).*", "$1"));
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    @Test
    void shouldMakeNoneWhenSwitchedOff() throws Exception {
        assertEquals("", session(shell(jdk("exit 1"), "HAYATE_ARCHIVE", "off")));

        assertEquals(0, trainings());
        assertEquals(List.of(), archives());
    }

    @Test
    void shouldEndWithTwoWhenTheSwitchIsNeitherOnNorOff() throws Exception {
        Shell.Result result = shell(JDK, "HAYATE_ARCHIVE", "maybe").run(hayate, "version");

        assertEquals(2, result.exitCode());
        assertEquals("hayate: HAYATE_ARCHIVE must be on or off: was maybe\n", result.err());
    }
}
