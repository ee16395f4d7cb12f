package io.hayate.settings;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.hayate.strategy.StrategyConfig;
import io.hayate.strategy.StrategyMember;
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
                pluginsDir == null ? home.resolve(defaults.pluginsDir()) : pluginsDir,
                reader.durationMsOrOff("strategy.callback-max", StrategyConfig.CALLBACK_MAX_MS),
                members());
    }

    private List<StrategyMember> members() {
        ConfigValue value = reader.find(StrategyListSettings.KEY);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof ConfigList list)) {
            String was = ConfigReader.shown(value);
            throw ConfigReader.complaint(StrategyListSettings.KEY, StrategyListSettings.RULE, was);
        }
        for (String key : List.of("strategy.name", PARAMETERS)) {
            if (isBeside(list, reader.find(key))) {
                throw ConfigReader.complaint(
                        key, "must be left out where there is " + StrategyListSettings.KEY, "set");
            }
        }
        if (!overrides.parameters().isEmpty()) {
            throw ConfigReader.complaint(
                    "--param",
                    "must stand with --strategy where there is " + StrategyListSettings.KEY,
                    overrides.parameters().keySet().iterator().next());
        }
        return StrategyListSettings.read(list, origins);
    }

    /**
     * True for what stands in the same file: what a file includes is what it begins from. A recording has
     * both, as its run was given them.
     */
    private static boolean isBeside(ConfigList list, ConfigValue one) {
        if (one instanceof ConfigObject section) {
            return section.values().stream().anyMatch(each -> isBeside(list, each));
        }
        String file = list.origin().filename(); // null for a recording's
        return one != null && file != null && file.equals(one.origin().filename());
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        ConfigValue section = reader.find(PARAMETERS);
        if (section instanceof ConfigObject entries) {
            ParameterSettings.add(PARAMETERS, "", entries, parameters, origins);
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
