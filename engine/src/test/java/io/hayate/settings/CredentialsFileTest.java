package io.hayate.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hayate.model.ConfigException;
import io.hayate.session.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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

    private Map<String, String> service(String folderPermissions, String permissions)
            throws IOException {
        Path given = Files.createDirectory(folder.resolve("hayate.service"));
        Path file = Files.writeString(given.resolve(CredentialsFile.CREDENTIAL), LINES);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        Files.setPosixFilePermissions(given, PosixFilePermissions.fromString(folderPermissions));
        return Map.of("CREDENTIALS_DIRECTORY", given.toString());
    }

    /** As a file in memory, owned by the service, and behind an access list, whose mask is the group's. */
    @ParameterizedTest
    @CsvSource({"r-x------, r--------", "r-xr-x---, r--r-----"})
    void shouldTakeTheCredentialThatTheServiceManagerGives(String folderIs, String fileIs)
            throws IOException {
        assertEquals(FROM_FILE, CredentialsFile.find(service(folderIs, fileIs), null));
    }

    @ParameterizedTest
    @CsvSource({
        "r-xr-x---, r--rw----",
        "r-xr-x---, r--r--r--",
        "rwxrwx---, r--r-----",
        "r-xr-xr-x, r--r-----"
    })
    void shouldRefuseACredentialThatOthersMayReadOrWrite(String folderIs, String fileIs)
            throws IOException {
        String complaint = complaint(service(folderIs, fileIs), null);

        assertTrue(
                complaint.startsWith(
                        "the credential hayate.bitfinex must be readable by its owner alone"),
                complaint);
        assertTrue(complaint.endsWith("was " + fileIs), complaint);
    }

    @Test
    void shouldTakeTheFileOfTheSettingsWhenThereIsACredentialToo() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "api-key=o\napi-secret=p\n");
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-------"));

        assertEquals(
                new Credentials("o", "p"),
                CredentialsFile.find(service("r-x------", "r--------"), other));
    }

    @Test
    void shouldLetTheGroupReadNoFileThatIsNoCredential() throws IOException {
        Path file = file("r--r-----", LINES);
        Map<String, String> environment = service("r-xr-x---", "r--r-----");

        assertTrue(complaint(environment, file).startsWith("credentials.file must be readable"));
    }

    @Test
    void shouldHaveNoneWhereTheServiceManagerGivesNone() {
        Map<String, String> environment = Map.of("CREDENTIALS_DIRECTORY", folder.toString());

        assertSame(Credentials.NONE, CredentialsFile.find(environment, null));
    }

    @ParameterizedTest
    @MethodSource("textsThatAreNoSecret")
    void shouldSayWhatIsWrongWithASecretBeforeItIsSent(String text, String fault)
            throws IOException {
        String rule = " must be as the venue shows it, letters and digits: was " + fault;

        assertEquals(
                "BFX_API_KEY" + rule,
                complaint(Map.of("BFX_API_KEY", text, "BFX_API_SECRET", "s3cr3t"), null));
        assertEquals(
                "BFX_API_SECRET" + rule,
                complaint(Map.of("BFX_API_KEY", "k3y", "BFX_API_SECRET", text), null));
        if (text.indexOf('\n') < 0) {
            Path file = file("rw-------", "# mine\napi-key=k3y\napi-secret = " + text + "\n");
            assertEquals(file + ":3: api-secret" + rule, complaint(Map.of(), file));
        }
    }

    static List<Arguments> textsThatAreNoSecret() {
        return List.of(
                arguments("\"hu5h\"", "one with a quote at character 1"),
                arguments("'hu5h'", "one with a quote at character 1"),
                arguments("hu5h\u201d", "one with a quote at character 5"),
                arguments("hu5h\u00a0", "one with a no-break space at character 5"),
                arguments("\ufeffhu5h", "one with a byte order mark at character 1"),
                arguments("hu\\5h", "one with a backslash at character 3"),
                arguments("hu 5h", "one with a blank at character 3"),
                arguments("hu\t5h", "one with a tab at character 3"),
                arguments("hu5\r\nh", "one with the end of a line at character 4"),
                arguments("h\u00fc5h", "one with U+00FC at character 2"),
                arguments("hu5h\u200b", "one with U+200B at character 5"),
                arguments("hu\u00005h", "one with U+0000 at character 3"),
                arguments("$HU5H", "one with a special character at character 1"),
                arguments("<hu5h>", "one with a special character at character 1"),
                arguments("hu5h;", "one with a special character at character 5"),
                arguments("...", "a text in its place"),
                arguments("your-api-key", "a text in its place"),
                arguments("API_SECRET", "a text in its place"),
                arguments("xxxxxx", "a text in its place"),
                arguments("a".repeat(300), "300 characters long"));
    }

    @Test
    void shouldRefuseWhenKeyAndSecretAreOneText() throws IOException {
        Path file = file("rw-------", "api-key=hu5h\napi-secret=hu5h");

        assertEquals(
                "BFX_API_SECRET must be another text than the key: was it",
                complaint(Map.of("BFX_API_KEY", "hu5h", "BFX_API_SECRET", "hu5h"), null));
        assertEquals(
                file + ":2: api-secret must be another text than the key: was it",
                complaint(Map.of(), file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ufeffapi-key=file-key\r\napi-secret=file-secret\r\n",
                "api-key = file-key  \n\tapi-secret : file-secret\t",
                "# a\n\nother=\"x\"\napi-secret=file-secret\napi-key=file-key"
            })
    void shouldReadFileWhateverEditorWroteIt(String text) throws IOException {
        assertEquals(FROM_FILE, CredentialsFile.find(Map.of(), file("rw-------", text)));
    }

    @Test
    void shouldNameLineWhenAFileIsForAShellOrSaysAThingTwice() throws IOException {
        Path shell = file("rw-------", "export api-key=hu5h\n");

        assertEquals(
                shell
                        + ":1: api-key must be a line api-key=...: was one for a shell, with"
                        + " export",
                complaint(Map.of(), shell));
        Path twice = file("rw-------", "api-key=hu5h\napi-secret=s3\napi-key=hu5h2\n");
        assertEquals(
                twice
                        + ":3: api-key must be a line api-key=... once: was there on line 1"
                        + " already",
                complaint(Map.of(), twice));
    }

    @Test
    void shouldRefuseWhenAValueIsEmpty() throws IOException {
        Path file = file("rw-------", "api-key=\napi-secret=s3\n");

        assertEquals(
                file
                        + ":1: api-key must be as the venue shows it, letters and digits: was"
                        + " empty",
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

        RunConfig read = loader.load(config, new Overrides());

        assertEquals(new Credentials("demo-key", "demo-secret"), read.engine().credentials());
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
