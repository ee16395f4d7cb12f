package io.hayate.settings;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import io.hayate.model.ConfigException;
import io.hayate.news.SecretVariables;
import io.hayate.view.web.server.WebConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code http}: the server of page and figures. */
final class HttpSettings {
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,512}");
    private static final String TOKEN_RULE = "must be a file of the token alone, on one line";
    private static final String NAMES_KEY = "http.names";
    static final String CERTIFICATE_KEY = "http.tls-cert";
    static final String KEY_KEY = "http.tls-key";
    static final String TOKEN_FILE_KEY = "http.token-file";

    private final ConfigReader reader;
    private final Map<String, String> environment;

    HttpSettings(ConfigReader reader, Map<String, String> environment) {
        this.reader = reader;
        this.environment = environment;
    }

    /**
     * Reads them.
     *
     * @param certificate what {@code http.tls-cert} names; null for none
     * @param key what {@code http.tls-key} names; null for none
     * @param tokenFile what {@code http.token-file} names; null for none
     * @throws ConfigException when they cannot be served, or not safely
     */
    WebConfig read(Path certificate, Path key, Path tokenFile) {
        WebConfig defaults = WebConfig.OFF;
        boolean isEnabled = reader.flag("http.enabled", defaults.isEnabled());
        String host = reader.text("http.host", defaults.host());
        int port = reader.count("http.port", defaults.port());
        List<String> names = names();
        if ((certificate == null) != (key == null)) {
            String missing = certificate == null ? CERTIFICATE_KEY : KEY_KEY;
            String given = certificate == null ? KEY_KEY : CERTIFICATE_KEY;
            throw new ConfigException(missing + " must be set, too: only " + given + " is");
        }
        WebConfig.Tls tls = certificate == null ? null : new WebConfig.Tls(certificate, key);
        String token = isEnabled ? token(tokenFile) : null;
        return new WebConfig(isEnabled, host, port, names, tls, token);
    }

    /** Of the environment, else of the file; null for none. */
    private String token(Path file) {
        String set = environment.getOrDefault(SecretVariables.HTTP_TOKEN, "").strip();
        if (!set.isEmpty() || file == null) {
            return set.isEmpty() ? null : set;
        }
        try {
            SecretFile.check(TOKEN_FILE_KEY, file, environment);
            String token = Files.readString(file).strip();
            if (!TOKEN.matcher(token).matches()) {
                throw ConfigReader.complaint(TOKEN_FILE_KEY, TOKEN_RULE, "another text");
            }
            return token;
        } catch (IOException e) {
            throw ConfigReader.complaint(TOKEN_FILE_KEY, TOKEN_RULE, "unreadable");
        }
    }

    private List<String> names() {
        ConfigList list = reader.list(NAMES_KEY);
        List<String> names = new ArrayList<>();
        for (ConfigValue value : list == null ? List.<ConfigValue>of() : list) {
            if (!ConfigReader.isPlain(value)) {
                String rule = "must be a list of names of hosts, such as [desk, desk.lan]";
                throw ConfigReader.complaint(NAMES_KEY, rule, ConfigReader.shown(value));
            }
            names.add(ConfigReader.written(value));
        }
        return names;
    }
}
