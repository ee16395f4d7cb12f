package io.hayate.settings;

import io.hayate.model.ConfigException;
import io.hayate.session.Credentials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Finds the account's key and secret: in the environment, else in a file that only its owner may
 * read. Both are looked at before anything is sent. No complaint contains either.
 */
final class CredentialsFile {
    static final String KEY_VARIABLE = "BFX_API_KEY";
    static final String SECRET_VARIABLE = "BFX_API_SECRET";
    static final String FILE_KEY = "credentials.file";

    private static final String KEY = "api-key";
    private static final String SECRET = "api-secret";

    private CredentialsFile() {}

    /**
     * @param file where to look when the environment has neither; null for nowhere
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
        return file == null ? Credentials.NONE : read(file);
    }

    private static Credentials read(Path file) {
        try {
            SecretFile.check(FILE_KEY, file);
            return parse(file);
        } catch (IOException e) {
            throw complaint("must be a file of lines api-key=... and api-secret=...", "unreadable");
        }
    }

    private static Credentials parse(Path file) throws IOException {
        SecretLines lines = SecretLines.read(file, Set.of(KEY, SECRET));
        if (!lines.has(KEY) || !lines.has(SECRET)) {
            throw complaint(
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

    private static ConfigException complaint(String rule, String was) {
        return ConfigReader.complaint(FILE_KEY, rule, was);
    }
}
