package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hayate.model.ConfigException;
import io.hayate.session.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsFileTest {
    private static final Credentials FROM_FILE = new Credentials("file-key", "file-secret");
    private static final String LINES = "api-key = file-key\napi-secret=file-secret\n";

    @TempDir private Path folder;

    private Path file(String permissions, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static String complaint(Map<String, String> environment, Path file) {
        ConfigException e =
                assertThrows(ConfigException.class, () -> CredentialsFile.find(environment, file));
        return e.getMessage();
    }

    @Test
    void shouldHaveNoneWhenNothingIsSet() {
        assertSame(Credentials.NONE, CredentialsFile.find(Map.of(), null));
    }

    @Test
    void shouldTakeEnvironmentWhenFileIsThereToo() throws IOException {
        Map<String, String> environment = Map.of("BFX_API_KEY", "k", "BFX_API_SECRET", "s");

        assertEquals(
                new Credentials("k", "s"),
                CredentialsFile.find(environment, file("rw-r--r--", LINES)));
    }

    @Test
    void shouldRefuseWhenOnlyOneOfThePairIsSet() {
        assertEquals(
                "BFX_API_SECRET must be set, too: only BFX_API_KEY is",
                complaint(Map.of("BFX_API_KEY", "hush"), null));
        assertEquals(
                "BFX_API_KEY must be set, too: only BFX_API_SECRET is",
                complaint(Map.of("BFX_API_KEY", " ", "BFX_API_SECRET", "hush"), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--------"})
    void shouldReadFileWhenOnlyItsOwnerMay(String permissions) throws IOException {
        assertEquals(FROM_FILE, CredentialsFile.find(Map.of(), file(permissions, LINES)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx------"})
    void shouldRefuseWhenOthersMayReadFile(String permissions) throws IOException {
        Path file = file(permissions, LINES);

        assertEquals(
                "credentials.file must be readable by its owner alone (chmod 600 "
                        + file
                        + "): was "
                        + permissions,
                complaint(Map.of(), file));
    }

    @Test
    void shouldRefuseWhenALineIsMissing() throws IOException {
        assertEquals(
                "credentials.file must have the lines api-key=... and api-secret=...:"
                        + " was without api-secret",
                complaint(Map.of(), file("rw-------", "api-key=hush\nsecret=hush\n")));
    }

    @Test
    void shouldRefuseWithoutShowingItWhenFileIsNoText() throws IOException {
        Path file = file("rw-------", "");
        Files.write(file, "api-key=hush\nx=\u00ff\\u12".getBytes(StandardCharsets.ISO_8859_1));

        String complaint = complaint(Map.of(), file);

        assertEquals(
                "credentials.file must be a file of lines api-key=... and api-secret=...:"
                        + " was unreadable",
                complaint);
        assertFalse(complaint.contains("hush"));
    }

    @Test
    void shouldRefuseWhenFileIsNotThere() {
        Path missing = folder.resolve("none");

        assertEquals(
                "credentials.file must be a file that can be read: was " + missing,
                complaint(Map.of(), missing));
    }

    @Test
    void shouldIgnoreAllOfThemWhenVenueIsEmbedded() throws IOException {
        Map<String, String> half = Map.of("BFX_API_KEY", "real-key");
        ConfigLoader loader = new ConfigLoader(half, folder, folder);
        Path config = Files.writeString(folder.resolve("a.conf"), "credentials.file = none");

        EngineConfig read = loader.load(config, new Overrides());

        assertEquals(new Credentials("demo-key", "demo-secret"), read.credentials());
        assertFalse(read.toString().contains("demo-secret"));
    }

    @Test
    void shouldNameLineOfSettingWhenFileIsRefused() throws IOException {
        ConfigLoader loader = new ConfigLoader(Map.of(), folder, folder);
        Path config =
                Files.writeString(
                        folder.resolve("a.conf"),
                        "venue.url = \"wss://a/\"\ncredentials.file = none");

        ConfigException e =
                assertThrows(ConfigException.class, () -> loader.load(config, new Overrides()));

        assertEquals(
                config
                        + ":2: credentials.file must be a file that can be read: was "
                        + folder.resolve("none"),
                e.getMessage());
    }
}
