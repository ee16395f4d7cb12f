package io.hayate.settings;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.hayate.model.ConfigException;
import io.hayate.venue.rule.FaultRule;
import io.hayate.venue.rule.FaultRuleParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a list of faults: each a line, or an object that names its {@code fault}. */
final class FaultRules {
    private static final String NAME = "fault";

    private FaultRules() {}

    /** The rules of this list, in its order; a complaint says where its rule stands. */
    static List<FaultRule> of(ConfigList list) {
        List<FaultRule> rules = new ArrayList<>();
        for (ConfigValue value : list) {
            try {
                rules.add(rule(value));
            } catch (ConfigException e) {
                throw new ConfigException(
                        Origins.place(value.origin()) + ": faults: " + e.getMessage(), e);
            }
        }
        return rules;
    }

    private static FaultRule rule(ConfigValue value) {
        if (value instanceof ConfigObject object) {
            Map<String, String> settings = settings(object);
            String word = settings.remove(NAME);
            if (word == null) {
                throw new ConfigException("each must name its fault, as in fault = dropped");
            }
            return FaultRuleParser.of(word, settings);
        }
        if (!ConfigReader.isPlain(value)) {
            throw new ConfigException(
                    "each must be a section or a line in quotes: was " + ConfigReader.shown(value));
        }
        return FaultRuleParser.parse(ConfigReader.written(value));
    }

    /** In the order of their names: an object keeps no other. */
    private static Map<String, String> settings(ConfigObject object) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Map.Entry<String, ConfigValue> entry : new TreeMap<>(object).entrySet()) {
            ConfigValue value = entry.getValue();
            if (!ConfigReader.isPlain(value)) {
                throw new ConfigException(
                        entry.getKey()
                                + " must be a text or a number: was "
                                + ConfigReader.shown(value));
            }
            settings.put(entry.getKey(), ConfigReader.written(value));
        }
        return settings;
    }
}
