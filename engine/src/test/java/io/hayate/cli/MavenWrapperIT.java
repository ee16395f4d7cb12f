package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/mvnw} on a machine with a JDK and no {@code curl}, {@code wget} or {@code unzip}. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MavenWrapperIT {
    private static final String NAME = "apache-maven-9.9.9";
    private static final String MORE_TOOLS = "basename gzip mktemp sha256sum tar uname";
    private static final Path PROPERTIES = Path.of(".mvn/wrapper/maven-wrapper.properties");
    private static final String OF_THE_ZIP = "0".repeat(64);

    @TempDir private Path folder;

    private Path clone;
    private Shell shell;

    @BeforeEach
    void setUp() throws Exception {
        clone = folder.resolve("a clone");
        Path script = clone.resolve("scripts/mvnw");
        Files.createDirectories(script.getParent());
        Files.copy(Checkout.HOME.resolve("scripts/mvnw"), script);
        script.toFile().setExecutable(true);
        Path tools = Checkout.toolsWithout(folder.resolve("tools"), "nothing");
        for (String tool : MORE_TOOLS.split(" ", 0)) {
            Path real = Path.of("/usr/bin").resolve(tool);
            String place = Files.exists(real) ? "/usr/bin/" : "/bin/";
            Checkout.program(tools.resolve(tool), "exec " + place + tool + " \"$@\"");
        }
        shell =
                new Shell(
                        folder,
                        Map.of("PATH", tools.toString(), "JAVA_HOME", Checkout.JDK.toString()));
        pack();
    }

    /** A Maven that says how it was called, as an archive. */
    private void pack() throws Exception {
        Checkout.program(folder.resolve(NAME + "/bin/mvn"), "echo \"called with $*\"");
        Shell.Result packed =
                new Shell(folder, Map.of())
                        .run("/bin/sh", "-c", "tar czf " + NAME + "-bin.tar.gz " + NAME);
        assertEquals(0, packed.exitCode(), packed.err());
    }

    private void pin(String sum) throws IOException {
        Path properties = clone.resolve(PROPERTIES);
        Files.createDirectories(properties.getParent());
        Files.writeString(
                properties,
                "distributionUrl="
                        + folder.resolve(NAME + "-bin.zip").toUri()
                        + "\ndistributionSha256Sum="
                        + OF_THE_ZIP
                        + "\ndistributionTarSha256Sum="
                        + sum
                        + "\n");
    }

    private String sum() throws Exception {
        byte[] archive = Files.readAllBytes(folder.resolve(NAME + "-bin.tar.gz"));
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
    }

    private Shell.Result run(String... words) throws Exception {
        String[] command = new String[words.length + 1];
        command[0] = clone.resolve("scripts/mvnw").toString();
        System.arraycopy(words, 0, command, 1, words.length);
        return shell.run(command);
    }

    @Test
    void shouldRunThroughALink() throws Exception {
        pin(sum());
        Path link = folder.resolve("mine");
        Files.createSymbolicLink(link, Path.of("a clone/scripts/mvnw"));

        Shell.Result result = shell.run(link.toString(), "package");

        assertEquals("called with package\n", result.out(), result.err());
    }

    @Test
    void shouldFetchMavenWithNothingButAJdkAndKeepIt() throws Exception {
        pin(sum());

        Shell.Result first = run("-q", "package");
        Files.delete(folder.resolve(NAME + "-bin.tar.gz"));
        Shell.Result second = run("verify");

        assertEquals(0, first.exitCode(), first.err());
        assertEquals("called with -q package\n", first.out());
        assertEquals("called with verify\n", second.out(), second.err());
    }

    @Test
    void shouldRunNothingThatHasAnotherSum() throws Exception {
        pin("1".repeat(64));

        Shell.Result result = run("-q", "package");

        assertEquals(1, result.exitCode());
        assertEquals("", result.out());
        assertTrue(result.err().contains("Failed to validate Maven distribution"), result.err());
        assertFalse(Files.exists(folder.resolve(".m2/wrapper/dists/" + NAME + "/bin")));
    }

    @Test
    void shouldPinOneMavenAndTheSumsOfBothItsArchives() throws IOException {
        Properties pinned = new Properties();
        try (InputStream in = Files.newInputStream(Checkout.HOME.resolve(PROPERTIES))) {
            pinned.load(in);
        }

        String url = pinned.getProperty("distributionUrl");
        assertTrue(
                url.matches(
                        "https://repo\\.maven\\.apache\\.org/\\S+/apache-maven-3\\.9\\.\\d+-bin\\.zip"),
                url);
        for (String key : new String[] {"distributionSha256Sum", "distributionTarSha256Sum"}) {
            String sum = pinned.getProperty(key);
            assertTrue(sum.matches("[0-9a-f]{64}"), key + "=" + sum);
        }
    }
}
