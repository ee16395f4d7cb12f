package io.hayate.settings;

import io.hayate.model.ConfigException;
import io.hayate.news.SecretVariables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the token of a target of notifications: in the environment, else in a file that only its owner may
 * read. No complaint contains one.
 */
final class TargetTokens {
    static final String FILE_KEY = "notifications.tokens-file";

    private static final String SUFFIX = "-token";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~:/+=-]{1,512}");

    private final Map<String, String> environment;
    private final Path file;

    /**
     * Looks at nothing yet.
     *
     * @param file where to look when the environment has none; null for nowhere
     */
    TargetTokens(Map<String, String> environment, Path file) {
        this.environment = environment;
        this.file = file;
    }

    /** The variable that a target's token may be in: {@code HAYATE_NOTIFY_PHONE_TOKEN}. */
    static String variable(String target) {
        return SecretVariables.NOTIFY_PREFIX
                + target.toUpperCase(Locale.ROOT).replace('-', '_')
                + "_TOKEN";
    }

    /** Where a token belongs, in words for a person. */
    static String places(String target) {
        return variable(target) + ", or a line " + target + SUFFIX + "=... of " + FILE_KEY;
    }

    /**
     * The token; empty when there is none.
     *
     * @throws ConfigException when the file cannot be trusted, or a token is none
     */
    String find(String target) {
        String variable = variable(target);
        String set = environment.getOrDefault(variable, "").strip();
        if (!set.isEmpty()) {
            return checked(variable, set);
        }
        return file == null ? "" : ofFile(target + SUFFIX);
    }

    private String ofFile(String name) {
        try {
            SecretFile.check(FILE_KEY, file, environment);
            SecretLines lines = SecretLines.read(file, Set.of(name));
            return lines.has(name) ? checked(lines.place(name), lines.value(name)) : "";
        } catch (IOException e) {
            throw ConfigReader.complaint(
                    FILE_KEY, "must be a file of lines NAME-token=...", "unreadable");
        }
    }

    private static String checked(String place, String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new ConfigException(
                    place + " must be a token of letters, digits and ._~:/+=-: was another text");
        }
        return token;
    }
}
