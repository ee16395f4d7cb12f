package io.hayate.settings;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.Map;

/** Reads the parameters of a strategy, which have whatever names it likes. */
final class ParameterSettings {
    private ParameterSettings() {}

    /** Adds the parameters of a section, those of sections within it by their paths. */
    static void add(
            String path,
            String prefix,
            ConfigObject section,
            Map<String, String> parameters,
            Origins origins) {
        for (Map.Entry<String, ConfigValue> entry : section.entrySet()) {
            String name = prefix + entry.getKey();
            String key = path + "." + name;
            ConfigValue value = entry.getValue();
            origins.add(key, value.origin());
            if (value instanceof ConfigObject inner) {
                add(path, name + ".", inner, parameters, origins);
            } else if (ConfigReader.isPlain(value)) {
                parameters.put(name, ConfigReader.written(value));
            } else {
                throw ConfigReader.complaint(key, "must be one value", ConfigReader.shown(value));
            }
        }
    }
}
