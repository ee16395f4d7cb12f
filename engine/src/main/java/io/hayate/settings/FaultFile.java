package io.hayate.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.hayate.model.ConfigException;
import io.hayate.venue.rule.FaultRule;
import io.hayate.venue.rule.FaultRuleParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a file of faults (HOCON): a list of rules, each an object or a line.
 *
 * <pre>
 * faults = [
 *   { fault = late-ack, delay = 3s, every = 5 }
 *   "dropped every=500"
 * ]
 * </pre>
 */
public final class FaultFile {
    private static final String KEY = "faults";
    private static final String NAME = "fault";
    private static final long BYTES_MAX = 1_000_000;

    private FaultFile() {}

    /**
     * The rules of a file, in their order.
     *
     * @throws ConfigException at the first thing wrong: {@code file:line: what}
     */
    public static List<FaultRule> read(Path path) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw complaint("must be a file that can be read", path);
        }
        if (path.toFile().length() > BYTES_MAX) {
            throw complaint("must be a file of at most 1000000 bytes", path);
        }
        SettingsText file = SettingsText.read(path, rule -> complaint(rule, path));
        ConfigObject root = parse(file).root();
        for (String key : root.keySet()) {
            if (!key.equals(KEY)) {
                throw new ConfigException(
                        Origins.place(root.get(key).origin())
                                + ": "
                                + key
                                + " is no key: did you mean faults?");
            }
        }
        ConfigValue list = root.get(KEY);
        if (list == null || list.valueType() != ConfigValueType.LIST) {
            throw new ConfigException(
                    Origins.display(path)
                            + ": faults must be a list of rules: was "
                            + (list == null
                                    ? "missing"
                                    : list.valueType().toString().toLowerCase(Locale.ROOT)));
        }
        return rules((ConfigList) list);
    }

    /** The rules of this list, in its order; a complaint says where its rule stands. */
    static List<FaultRule> rules(ConfigList list) {
        List<FaultRule> rules = new ArrayList<>();
        list.forEach(value -> rules.add(located(value)));
        return rules;
    }

    private static ConfigException complaint(String rule, Path path) {
        return new ConfigException("--faults " + rule + ": was " + Origins.display(path));
    }

    private static Config parse(SettingsText file) {
        try {
            return SettingsIncluder.parse(file).toConfig().resolve(ConfigResolveOptions.noSystem());
        } catch (com.typesafe.config.ConfigException e) {
            throw new ConfigException(SettingsFile.complaint(file.path(), e), e);
        }
    }

    private static FaultRule located(ConfigValue value) {
        try {
            return rule(value);
        } catch (ConfigException e) {
            throw new ConfigException(Origins.place(value.origin()) + ": " + e.getMessage(), e);
        }
    }

    private static FaultRule rule(ConfigValue value) {
        if (value instanceof ConfigObject object) {
            Map<String, String> settings = settings(object);
            String word = settings.remove(NAME);
            if (word == null) {
                throw new ConfigException("each rule must name its fault: fault = dropped");
            }
            return FaultRuleParser.of(word, settings);
        }
        if (value.valueType() != ConfigValueType.STRING) {
            throw new ConfigException(
                    "each rule must be an object or a line in quotes: was "
                            + value.render(ConfigRenderOptions.concise()));
        }
        return FaultRuleParser.parse((String) value.unwrapped());
    }

    /** Those of an object, in the order of their names: an object keeps no other. */
    private static Map<String, String> settings(ConfigObject object) {
        Map<String, String> settings = new LinkedHashMap<>();
        new TreeMap<>(object)
                .forEach(
                        (key, value) -> {
                            boolean nested =
                                    value.valueType() == ConfigValueType.OBJECT
                                            || value.valueType() == ConfigValueType.LIST;
                            if (nested || value.valueType() == ConfigValueType.NULL) {
                                throw new ConfigException(
                                        key
                                                + " must be a text or a number: was "
                                                + value.render(ConfigRenderOptions.concise()));
                            }
                            settings.put(key, String.valueOf(value.unwrapped()));
                        });
        return settings;
    }
}
