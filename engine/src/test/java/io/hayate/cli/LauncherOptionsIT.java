package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JVM's options, whichever variable they stand in, and the memory that they ask for. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LauncherOptionsIT {
    private static final int MB = 1024;

    @TempDir private Path folder;

    private Checkout checkout;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void setUp() throws IOException {
        checkout = new Checkout(folder.resolve("a clone")).withJar();
        environment.put("HAYATE_JAVA_HOME", Checkout.JDK.toString());
        // a JVM that only tells what it is given: the real one is asked for its flags before
        Checkout.program(
                folder.resolve("bin/java"),
                "case \"$*\" in *PrintFlagsFinal*) exec '"
                        + Checkout.JDK.resolve("bin/java")
                        + "' \"$@\" ;; esac",
                "printf '%s\\n' \"$@\"");
    }

    private Shell.Result run(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = checkout.script();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return new Shell(folder, environment).run(command);
    }

    /** The options that a JVM is started with, where our own may have made way. */
    private List<String> options(String command) throws Exception {
        Path jdk = Files.createDirectories(folder.resolve("jdk"));
        Files.createDirectories(jdk.resolve("bin"));
        Files.copy(Checkout.JDK.resolve("bin/javac"), jdk.resolve("bin/javac"));
        Files.copy(Checkout.JDK.resolve("release"), jdk.resolve("release"));
        Files.move(folder.resolve("bin/java"), jdk.resolve("bin/java"));
        environment.put("HAYATE_JAVA_HOME", jdk.toString());
        Shell.Result result = run(command);
        assertEquals("", result.err());
        return result.out().lines().toList();
    }

    @ParameterizedTest
    @CsvSource({
        "JAVA_TOOL_OPTIONS, -XX:+UseG1GC, -XX:+UseSerialGC",
        "JDK_JAVA_OPTIONS, -XX:+UseZGC, -XX:+UseSerialGC",
        "_JAVA_OPTIONS, -XX:+UseParallelGC, -XX:+UseSerialGC",
        "HAYATE_JVM_OPTS, -XX:-UseSerialGC, -XX:+UseSerialGC",
        "HAYATE_JVM_OPTS, -Xmx128m, -Xms256m",
        "JAVA_TOOL_OPTIONS, -XX:MaxHeapSize=128m, -Xmx256m",
        "JDK_JAVA_OPTIONS, -Xms1g, -Xmx256m",
        "JAVA_TOOL_OPTIONS, -XX:MaxRAMPercentage=10, -Xmx256m",
        "JAVA_TOOL_OPTIONS, -XX:-AlwaysPreTouch, -XX:+AlwaysPreTouch",
        "JDK_JAVA_OPTIONS, -Dfile.encoding=ISO-8859-1, -Dfile.encoding=UTF-8",
    })
    void shouldLetTheUsersOptionTakeThePlaceOfOurs(String variable, String user, String ours)
            throws Exception {
        environment.put(variable, user);

        List<String> options = options("version");

        assertFalse(options.contains(ours), options.toString());
        assertEquals(variable.startsWith("HAYATE"), options.contains(user));
        assertTrue(options.contains("-XX:-UsePerfData"), options.toString());
    }

    @Test
    void shouldKeepOurHeapWhereTheUserOnlyAllowsMore() throws Exception {
        environment.put("HAYATE_JVM_OPTS", "-Xmx1g");

        List<String> options = options("version");

        assertTrue(options.contains("-Xms256m"), options.toString());
        assertFalse(options.contains("-Xmx256m"), options.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:+UseG1GC",
                "-Xmx128m",
                "-Xms300m",
                "-XX:MaxRAMPercentage=20 -Xlog:gc*:off"
            })
    void shouldStartWithTheUsersOption(String user) throws Exception {
        for (String variable : List.of("JAVA_TOOL_OPTIONS", "HAYATE_JVM_OPTS")) {
            environment.put(variable, user);

            Shell.Result result = run("version");

            assertEquals(0, result.exitCode(), result.err());
            environment.remove(variable);
        }
    }

    @Test
    void shouldNameTheVariablesWhenTheUsersOptionsDoNotGoTogether() throws Exception {
        environment.put("JAVA_TOOL_OPTIONS", "-XX:+UseG1GC -Dpassword=secret");
        environment.put("HAYATE_JVM_OPTS", "-XX:+UseParallelGC");

        Shell.Result result = run("version");

        assertEquals(2, result.exitCode());
        assertTrue(
                result.err()
                        .startsWith(
                                "hayate: the JVM does not take its options (JAVA_TOOL_OPTIONS="
                                        + "-XX:+UseG1GC, HAYATE_JVM_OPTS=-XX:+UseParallelGC): "),
                result.err());
        assertEquals(1, result.err().lines().count(), result.err());
    }

    @Test
    void shouldSayInOneLineWhatTheJvmDoesNotKnow() throws Exception {
        environment.put("HAYATE_JVM_OPTS", "-XX:+NoSuchFlag");

        Shell.Result result = run("version");

        assertEquals(2, result.exitCode());
        assertEquals(
                "hayate: the JVM does not take its options (HAYATE_JVM_OPTS=-XX:+NoSuchFlag):"
                        + " Unrecognized VM option 'NoSuchFlag'\n",
                result.err());
    }

    // --- Memory

    private void machine(String cgroup, String mount, Map<String, String> bounds) throws Exception {
        Path root = folder.resolve("machine");
        write(root.resolve("proc/self/cgroup"), cgroup + "\n");
        write(root.resolve("proc/self/mountinfo"), mount + "\n");
        write(
                root.resolve("proc/meminfo"),
                "MemTotal:       " + 8_000 * MB + " kB\nSwapTotal:             0 kB\n");
        for (Map.Entry<String, String> bound : bounds.entrySet()) {
            write(root.resolve(bound.getKey()), bound.getValue() + "\n");
        }
        environment.put("HAYATE_MACHINE_ROOT", root.toString());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String bytes(int mb) {
        return Long.toString((long) mb << 20);
    }

    private void assertRefused(int mb) throws Exception {
        Shell.Result result = run("version");

        assertEquals(
                "hayate: this container has "
                        + mb
                        + " MB of memory, and 464 are needed (heap 256, beside it 208): raise it,"
                        + " or set HAYATE_JVM_OPTS=-Xmx96m\n",
                result.err());
        assertEquals(2, result.exitCode());
    }

    private static final String V2 = "26 25 0:22 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw";
    private static final String V1 =
            "27 25 0:23 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory";

    @Test
    void shouldRefuseToStartWhereAGroupAboveAllowsTooLittle() throws Exception {
        machine(
                "0::/a/b",
                V2,
                Map.of(
                        "sys/fs/cgroup/a/b/memory.max",
                        "max",
                        "sys/fs/cgroup/a/memory.max",
                        bytes(256)));

        assertRefused(256);
    }

    @Test
    void shouldRefuseToStartWhereAGroupOfTheFirstVersionAllowsTooLittle() throws Exception {
        machine(
                "5:cpu:/\n4:hugetlb,memory:/a/b\n0::/",
                V2 + "\n" + V1,
                Map.of(
                        "sys/fs/cgroup/memory/a/b/memory.limit_in_bytes",
                        bytes(300),
                        "sys/fs/cgroup/memory/a/memory.limit_in_bytes",
                        "9223372036854771712"));

        assertRefused(300);
    }

    @Test
    void shouldSeeTheBoundWhereTheGroupIsMountedByItself() throws Exception {
        machine(
                "4:memory:/docker/c0ffee",
                "27 25 0:23 /docker/c0ffee /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory",
                Map.of("sys/fs/cgroup/memory/memory.limit_in_bytes", bytes(200)));

        assertRefused(200);
    }

    @Test
    void shouldWarnWhereMemoryIsTight() throws Exception {
        machine("0::/a", V2, Map.of("sys/fs/cgroup/a/memory.max", bytes(400)));

        assertEquals("", run("version").err());
        assertEquals(
                "hayate: this container has 400 MB of memory, and 464 are needed (heap 256, beside"
                        + " it 208): it may be killed\n"
                        + "--config must be a file that can be read: was none\n",
                run("--config", "none").err());
    }

    @Test
    void shouldReckonWithTheHeapThatTheUserSets() throws Exception {
        machine("0::/a", V2, Map.of("sys/fs/cgroup/a/memory.max", bytes(256)));
        environment.put("HAYATE_JVM_OPTS", "-Xmx96m");

        Shell.Result result = run("version");

        assertEquals("", result.err());
        assertEquals(0, result.exitCode());
    }

    @Test
    void shouldSayNothingWhereTheSystemTellsNothing() throws Exception {
        environment.put("HAYATE_MACHINE_ROOT", folder.resolve("nothing").toString());

        assertEquals("", run("version").err());
    }

    // --- Native code

    @Test
    void shouldPutNativeCodeElsewhereWhereTheUsualFolderCannotRunIt() throws Exception {
        environment.put("HAYATE_MACHINE_ROOT", folder.resolve("nothing").toString());
        Path other = Files.createDirectories(folder.resolve("my tmp"));
        environment.put("TMPDIR", other.toString());

        assertTrue(options("venue").contains("-Djava.io.tmpdir=" + other));
    }

    @Test
    void shouldLeaveNativeCodeWhereTheUserPutsIt() throws Exception {
        environment.put("HAYATE_MACHINE_ROOT", folder.resolve("nothing").toString());
        environment.put("HAYATE_JVM_OPTS", "-Djava.io.tmpdir=/var/tmp");

        List<String> options = options("venue");

        assertTrue(options.contains("-Djava.io.tmpdir=/var/tmp"), options.toString());
        assertEquals(1, options.stream().filter(o -> o.contains("java.io.tmpdir")).count());
    }
}
