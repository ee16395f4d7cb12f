package io.hayate.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigResolver;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import io.hayate.model.ConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Reads a settings file with all that it includes, and refuses what would be lost in silence. */
final class SettingsFile {
    private SettingsFile() {}

    /**
     * Reads a file.
     *
     * @param environment the variables that it may take
     * @throws ConfigException when it, or a file that it includes, cannot be read or taken whole
     */
    static Config read(Path path, Map<String, String> environment) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw complaint("must be a file that can be read", path);
        }
        SettingsText file = SettingsText.read(path, rule -> complaint(rule, path));
        Config config = parse(file, environment);
        new SettingsMerge(config, environment).check(file);
        return config;
    }

    private static ConfigException complaint(String rule, Path path) {
        return new ConfigException("--config " + rule + ": was " + Origins.display(path));
    }

    private static Config parse(SettingsText file, Map<String, String> environment) {
        ConfigResolveOptions ours =
                ConfigResolveOptions.noSystem().appendResolver(new Variables(environment));
        try {
            return SettingsIncluder.parse(file).toConfig().resolve(ours);
        } catch (com.typesafe.config.ConfigException e) {
            throw new ConfigException(complaint(file.path(), e), e);
        }
    }

    /** The library's own words behind our form of the place. */
    static String complaint(Path file, com.typesafe.config.ConfigException e) {
        if (e.origin() == null) {
            return Origins.display(file) + ": " + e.getMessage();
        }
        String words = e.getMessage().replace(e.origin().description() + ": ", "");
        return Origins.place(e.origin()) + ": " + words;
    }

    /** Looks up what no key in the files is called. */
    private record Variables(Map<String, String> environment) implements ConfigResolver {
        @Override
        public ConfigValue lookup(String path) {
            String value = environment.get(path);
            return value == null
                    ? null
                    : ConfigValueFactory.fromAnyRef(value, "environment variable " + path);
        }

        @Override
        public ConfigResolver withFallback(ConfigResolver fallback) {
            return this;
        }
    }
}
