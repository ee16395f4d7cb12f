package io.hayate.settings;

import io.hayate.model.ConfigException;
import io.hayate.news.SecretVariables;
import io.hayate.session.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Finds the account's key and secret: in the environment, else in a file that only its owner may
 * read, else in a credential that the service manager gives this service alone. Both are looked at before
 * anything is sent. No complaint contains either.
 */
final class CredentialsFile {
    static final String KEY_VARIABLE = SecretVariables.KEY;
    static final String SECRET_VARIABLE = SecretVariables.SECRET;
    static final String FILE_KEY = "credentials.file";

    /** The name of the credential. */
    static final String CREDENTIAL = "hayate.bitfinex";

    private static final String KEY = "api-key";
    private static final String SECRET = "api-secret";

    private CredentialsFile() {}

    /**
     * @param file where to look when the environment has neither; null for the credential
     * @throws ConfigException when one of the pair is missing or the file cannot be trusted
     */
    static Credentials find(Map<String, String> environment, Path file) {
        String key = environment.getOrDefault(KEY_VARIABLE, "").strip();
        String secret = environment.getOrDefault(SECRET_VARIABLE, "").strip();
        if (key.isEmpty() != secret.isEmpty()) {
            String missing = key.isEmpty() ? KEY_VARIABLE : SECRET_VARIABLE;
            String present = key.isEmpty() ? SECRET_VARIABLE : KEY_VARIABLE;
            throw new ConfigException(missing + " must be set, too: only " + present + " is");
        }
        if (!key.isEmpty()) {
            return checked(KEY_VARIABLE, key, SECRET_VARIABLE, secret);
        }
        if (file != null) {
            return read(FILE_KEY, file, environment);
        }
        Path credential = credential(environment);
        return credential == null
                ? Credentials.NONE
                : read("the credential " + CREDENTIAL, credential, environment);
    }

    /** The file of the credential, where the service manager has given this service one; else null. */
    static Path credential(Map<String, String> environment) {
        Path folder = SecretFile.credentials(environment);
        Path file = folder == null ? null : folder.resolve(CREDENTIAL);
        return file != null && Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? file : null;
    }

    private static Credentials read(String key, Path file, Map<String, String> environment) {
        try {
            SecretFile.check(key, file, environment);
            return parse(key, file);
        } catch (IOException e) {
            String rule = "must be a file of lines api-key=... and api-secret=...";
            throw ConfigReader.complaint(key, rule, "unreadable");
        }
    }

    private static Credentials parse(String key, Path file) throws IOException {
        SecretLines lines = SecretLines.read(file, Set.of(KEY, SECRET));
        if (!lines.has(KEY) || !lines.has(SECRET)) {
            throw ConfigReader.complaint(
                    key,
                    "must have the lines api-key=... and api-secret=...",
                    "without " + (lines.has(KEY) ? SECRET : KEY));
        }
        return checked(
                lines.place(KEY), lines.value(KEY), lines.place(SECRET), lines.value(SECRET));
    }

    private static Credentials checked(
            String keyPlace, String key, String secretPlace, String secret) {
        SecretText.check(keyPlace, key);
        SecretText.check(secretPlace, secret);
        if (key.equals(secret)) {
            throw new ConfigException(secretPlace + " must be another text than the key: was it");
        }
        return new Credentials(key, secret);
    }
}
