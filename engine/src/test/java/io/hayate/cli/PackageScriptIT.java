package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code scripts/package} in a checkout of the test's own, with a JDK whose tools are scripts: what goes into a
 * package, and what must not. {@code .ci/packages/run} makes real ones.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PackageScriptIT {
    private static final String MORE_TOOLS = "basename cmp date gzip ln sort stty tar uname";
    private static final String STORE = "etc/ssl/certs/java/cacerts";

    @TempDir private Path folder;

    private Checkout checkout;
    private Path jdk;
    private Shell shell;

    @BeforeEach
    void setUp() throws IOException {
        checkout = new Checkout(folder.resolve("a clone")).withArtifacts();
        copy("engine/src/main/resources/META-INF/THIRD-PARTY.txt");
        for (String file : Files.readAllLines(Checkout.HOME.resolve("config/package/files"))) {
            if (!file.startsWith("#") && !Files.exists(checkout.root().resolve(file))) {
                copy(file);
            }
        }
        Checkout.touch(checkout.jar()); // so that nothing is newer
        jdk = folder.resolve("jdk");
        Checkout.program(jdk.resolve("bin/java"), "echo java.base@25");
        Checkout.program(jdk.resolve("bin/javac"));
        Checkout.program(jdk.resolve("bin/jdeps"), "echo java.base");
        Checkout.program(jdk.resolve("bin/keytool"), "cat \"$4\"");
        Checkout.program(
                jdk.resolve("bin/jlink"),
                "while [ $# -gt 1 ]; do shift; done",
                "mkdir -p \"$1/lib/security\" \"$1/legal\"",
                "echo jlink >\"$1/lib/security/cacerts\"");
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.3\"\n");
        store(jdk.resolve("lib/security/cacerts"), "the maker's");
        Path tools = Checkout.toolsWithout(folder.resolve("tools"), "nothing");
        for (String tool : MORE_TOOLS.split(" ", 0)) {
            Path real = Path.of("/usr/bin").resolve(tool);
            String place = Files.exists(real) ? "/usr/bin/" : "/bin/";
            Checkout.program(tools.resolve(tool), "exec " + place + tool + " \"$@\"");
        }
        Path machine = folder.resolve("machine");
        shell =
                new Shell(
                        folder,
                        Map.of(
                                "PATH", tools.toString(),
                                "HAYATE_JAVA_HOME", jdk.toString(),
                                "HAYATE_MACHINE_ROOT", machine.toString()));
    }

    private void copy(String file) throws IOException {
        Files.createDirectories(checkout.root().resolve(file).getParent());
        Files.copy(Checkout.HOME.resolve(file), checkout.root().resolve(file));
    }

    private static Path store(Path file, String whose) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, whose + ", trustedCertEntry\n");
    }

    private Shell.Result make(String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(checkout.root().resolve("scripts/package").toString());
        command.addAll(List.of(options));
        return shell.run(command.toArray(String[]::new));
    }

    private Path made() throws IOException {
        try (Stream<Path> all = Files.list(checkout.root().resolve("target"))) {
            return all.filter(file -> file.getFileName().toString().startsWith("hayate-"))
                    .filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String trusted() throws IOException {
        return Files.readString(made().resolve("runtime/lib/security/cacerts"));
    }

    private void assertRefused(Shell.Result result, String words) {
        assertEquals(2, result.exitCode(), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().contains(words), result.err());
        assertFalse(Files.exists(checkout.root().resolve("target")));
    }

    @Test
    void shouldTakeTheRootsOfTheJdksMaker() throws Exception {
        Shell.Result result = make();

        assertEquals(0, result.exitCode(), result.err());
        assertEquals("the maker's, trustedCertEntry\n", trusted());
    }

    @Test
    void shouldRefuseTheRootsOfTheMachineBehindALink() throws Exception {
        Path roots = jdk.resolve("lib/security/cacerts");
        Files.delete(roots);
        Files.createSymbolicLink(
                roots, store(folder.resolve("machine").resolve(STORE), "the owner's"));

        assertRefused(make(), "name a store with --cacerts FILE");
    }

    @Test
    void shouldRefuseTheRootsOfTheMachineThoughTheyAreACopy() throws Exception {
        store(folder.resolve("machine").resolve(STORE), "the owner's");
        store(jdk.resolve("lib/security/cacerts"), "the owner's");

        assertRefused(make(), "is the store of this machine");
    }

    @Test
    void shouldTakeTheRootsThatTheUserNames() throws Exception {
        Files.delete(jdk.resolve("lib/security/cacerts"));
        Path named = store(folder.resolve("named"), "the user's");

        Shell.Result result = make("--cacerts", named.toString());

        assertEquals(0, result.exitCode(), result.err());
        assertEquals("the user's, trustedCertEntry\n", trusted());
    }

    @Test
    void shouldRefuseWhatIsNoStore() throws Exception {
        Path named = Files.writeString(folder.resolve("named"), "no store");

        assertRefused(make("--cacerts=" + named), "--cacerts must be a store of certificates");
    }

    @Test
    void shouldLeaveFilesOfTheUsersWhereTheyAre() throws Exception {
        for (String mine : List.of("config/mine.conf", "config/faults/mine.conf", ".env")) {
            Files.writeString(checkout.root().resolve(mine), "api-secret=mine");
        }

        Shell.Result result = make();

        assertEquals(0, result.exitCode(), result.err());
        for (String mine : List.of("config/mine.conf", "config/faults/mine.conf", ".env")) {
            assertFalse(Files.exists(made().resolve(mine)), mine);
        }
        assertTrue(Files.exists(made().resolve("config/faults/half-open.conf")));
        for (String ours :
                List.of("lib/hayate-all.jar", "lib/THIRD-PARTY.txt", "runtime/legal/jdk-release")) {
            assertTrue(Files.exists(made().resolve(ours)), ours);
        }
    }

    /** A pipe would have hidden it, and a package without its end would lie there. */
    @Test
    void shouldMakeNothingWhenAToolFails() throws Exception {
        Checkout.program(
                folder.resolve("tools/tar"),
                "case $1 in --version) echo 'GNU tar' ;; *) exit 3 ;; esac");

        assertTrue(make().exitCode() != 0);

        try (Stream<Path> left = Files.list(checkout.root().resolve("target"))) {
            List<String> names = left.map(file -> file.getFileName().toString()).toList();
            assertEquals(List.of("hayate-build.flock"), names);
        }
    }

    @Test
    void shouldSayWhoseJarsDiffer() throws Exception {
        Path source = checkout.root().resolve("pom.xml");
        Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("rw-------"));

        Shell.Result result = make();

        assertTrue(result.err().startsWith("pom.xml is its owner's alone: "), result.err());
    }

    @Test
    void shouldSayWhatIsMissing() throws Exception {
        Files.delete(checkout.root().resolve("config/live.conf"));

        Shell.Result result = make();

        assertEquals(2, result.exitCode(), result.err());
        assertTrue(result.err().contains("config/live.conf is missing"), result.err());
    }
}
