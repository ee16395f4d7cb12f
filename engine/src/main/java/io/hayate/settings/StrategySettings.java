package io.hayate.settings;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.hayate.strategy.StrategyConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what concerns the strategy: its parameters have whatever names it likes. */
final class StrategySettings {
    static final String PARAMETERS = "strategy.parameters";

    private enum OnException {
        STOP,
        TOLERATE
    }

    private final ConfigReader reader;
    private final Overrides overrides;
    private final Origins origins;

    StrategySettings(ConfigReader reader, Overrides overrides, Origins origins) {
        this.reader = reader;
        this.overrides = overrides;
        this.origins = origins;
    }

    /**
     * @param home from where the default folder of plug-ins starts
     * @param pluginsDir the folder that was set; null for the default
     */
    StrategyConfig read(Path home, Path pluginsDir) {
        StrategyConfig defaults = StrategyConfig.DEFAULTS;
        return new StrategyConfig(
                reader.text("strategy.name", defaults.name()),
                parameters(),
                reader.choice("strategy.on-exception", OnException.STOP) == OnException.STOP,
                plugins(),
                pluginsDir == null ? home.resolve(defaults.pluginsDir()) : pluginsDir);
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        ConfigValue section = reader.find(PARAMETERS);
        if (section instanceof ConfigObject entries) {
            add("", entries, parameters);
        } else if (section != null) {
            String rule = "must be a section { ... }";
            throw ConfigReader.complaint(PARAMETERS, rule, ConfigReader.shown(section));
        }
        overrides
                .parameters()
                .forEach(
                        (name, value) -> {
                            parameters.put(name, value);
                            origins.add(PARAMETERS + "." + name, "--param " + name);
                        });
        return parameters;
    }

    private void add(String prefix, ConfigObject section, Map<String, String> parameters) {
        for (Map.Entry<String, ConfigValue> entry : section.entrySet()) {
            String name = prefix + entry.getKey();
            String key = PARAMETERS + "." + name;
            ConfigValue value = entry.getValue();
            origins.add(key, value.origin());
            if (value instanceof ConfigObject inner) {
                add(name + ".", inner, parameters);
            } else if (ConfigReader.isPlain(value)) {
                parameters.put(name, ConfigReader.written(value));
            } else {
                throw ConfigReader.complaint(key, "must be one value", ConfigReader.shown(value));
            }
        }
    }

    private List<Path> plugins() {
        for (Path jar : overrides.plugins()) {
            if (!Files.isRegularFile(jar) || !Files.isReadable(jar)) {
                String rule = "must be a jar that can be read";
                throw ConfigReader.complaint("--plugin", rule, jar.toString());
            }
        }
        return overrides.plugins();
    }
}
