package io.hayate.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ConfigException;
import io.hayate.view.web.server.WebConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSettingsTest {
    private static final String VARIABLE = "HAYATE_HTTP_TOKEN";
    private static final String TOKEN = "0123456789abcdef-of-a-file";

    @TempDir private Path folder;

    private Path token(String permissions, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private WebConfig load(Map<String, String> environment, String settings) throws IOException {
        Path file = Files.writeString(folder.resolve("test.conf"), settings);
        return new ConfigLoader(environment, folder, folder)
                .load(file, new Overrides())
                .outputs()
                .web();
    }

    private static String enabled(Path token) {
        return "http { enabled = true, token-file = \"" + token + "\" }";
    }

    private String complaint(Map<String, String> environment, String settings) {
        return assertThrows(ConfigException.class, () -> load(environment, settings)).getMessage();
    }

    @Test
    void shouldTakeTheTokenOfTheEnvironmentBeforeThatOfTheFile() throws IOException {
        String settings = enabled(token("rw-------", TOKEN + "\n"));

        assertEquals(TOKEN, load(Map.of(), settings).token());
        String other = "another-0123456789";
        assertEquals(other, load(Map.of(VARIABLE, other), settings).token());
        assertNull(load(Map.of(), "http.enabled = true").token());
    }

    @Test
    void shouldNotMindATokenThatNobodyIsToShow() throws IOException {
        assertFalse(load(Map.of(VARIABLE, "short"), "").isEnabled());
        assertTrue(
                complaint(Map.of(VARIABLE, "short"), "http.enabled = true")
                        .contains("must have 16 characters at least: it had 5"));
        assertFalse(load(Map.of(), "http.token-file = \"/no/such/file\"").isEnabled());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rwx------"})
    void shouldRefuseAFileThatOthersMayRead(String permissions) throws IOException {
        Path file = token(permissions, TOKEN);

        String complaint = complaint(Map.of(), enabled(file));

        String rule =
                "http.token-file must be readable by its owner alone (chmod 600 " + file + ")";
        assertTrue(complaint.contains(rule), complaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "one 0123456789abcdef", "0123456789\nabcdef"})
    void shouldRefuseAFileThatIsNoToken(String text) throws IOException {
        String complaint = complaint(Map.of(), enabled(token("rw-------", text)));

        String rule = "http.token-file must be a file of the token alone, on one line: was";
        assertTrue(complaint.contains(rule), complaint);
        assertFalse(complaint.contains("0123456789"), complaint);
    }

    @Test
    void shouldReadACredentialOfTheServiceManager() throws IOException {
        Path credentials = Files.createDirectory(folder.resolve("credentials"));
        Path file = Files.writeString(credentials.resolve("hayate.http"), TOKEN);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
        Files.setPosixFilePermissions(credentials, PosixFilePermissions.fromString("r-xr-x---"));
        Map<String, String> environment = Map.of("CREDENTIALS_DIRECTORY", credentials.toString());

        assertEquals(TOKEN, load(environment, enabled(file)).token());
        Files.setPosixFilePermissions(credentials, PosixFilePermissions.fromString("rwx------"));
    }
}
