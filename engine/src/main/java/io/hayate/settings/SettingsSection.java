package io.hayate.settings;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.hayate.model.ConfigException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A section within a list of settings, such as {@code accounts[1].keys[0]}. Its complaints say file,
 * line and path.
 */
final class SettingsSection {
    private static final int NUMBER_LENGTH_MAX = 40;

    private final String path;
    private final ConfigObject section;

    private SettingsSection(String path, ConfigObject section) {
        this.path = path;
        this.section = section;
    }

    /**
     * The section that this value is.
     *
     * @param names of the keys that mean something; null for any
     */
    static SettingsSection of(String path, ConfigValue value, List<String> names) {
        if (!(value instanceof ConfigObject object)) {
            throw complaint(value, path, "must be a section { ... }", ConfigReader.shown(value));
        }
        for (String name : new TreeSet<>(object.keySet())) {
            if (names != null && !names.contains(name)) {
                throw new ConfigException(
                        Origins.place(object.get(name).origin())
                                + ": "
                                + path
                                + "."
                                + name
                                + " is not a setting: there are "
                                + String.join(", ", names));
            }
        }
        return new SettingsSection(path, object);
    }

    /** A section that has no key. */
    static SettingsSection empty(String path) {
        return new SettingsSection(path, ConfigFactory.empty().root());
    }

    /** The names of its keys, in the order of the alphabet: a section keeps no other. */
    Set<String> names() {
        return new TreeSet<>(section.keySet());
    }

    boolean has(String name) {
        return section.containsKey(name);
    }

    /** The path of one of its keys. */
    String path(String name) {
        return path + "." + name;
    }

    /** Where the section, or one of its keys, stands, and its path, as a complaint begins. */
    String place(String name) {
        ConfigValue value = section.getOrDefault(name, section);
        return Origins.place(value.origin()) + ": " + path(name);
    }

    /** The value as it was written; null when the key is absent. */
    ConfigValue value(String name) {
        return section.get(name);
    }

    /** A plain value as it was typed. */
    String text(String name, String rule) {
        ConfigValue value = section.get(name);
        if (value == null) {
            throw new ConfigException(place(name) + " " + rule + ": was missing");
        }
        if (!ConfigReader.isPlain(value)) {
            throw complaint(name, rule, ConfigReader.shown(value));
        }
        return ConfigReader.written(value);
    }

    /** A number, exactly. */
    BigDecimal decimal(String name, String rule) {
        String text = text(name, rule);
        try {
            BigDecimal number = new BigDecimal(text);
            boolean sane =
                    text.length() <= NUMBER_LENGTH_MAX
                            && Math.abs(number.scale()) <= NUMBER_LENGTH_MAX;
            if (sane) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw complaint(name, rule, text);
        }
        throw complaint(name, rule, text);
    }

    /** The values of a list; none when the key is absent. */
    List<ConfigValue> list(String name, String rule) {
        ConfigValue value = section.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof ConfigList list)) {
            throw complaint(name, rule, ConfigReader.shown(value));
        }
        return List.copyOf(list);
    }

    ConfigException complaint(String name, String rule, String was) {
        ConfigValue value = section.getOrDefault(name, section);
        return complaint(value, path(name), rule, was);
    }

    static ConfigException complaint(ConfigValue at, String path, String rule, String was) {
        return new ConfigException(
                Origins.place(at.origin())
                        + ": "
                        + path
                        + " "
                        + rule
                        + ": was "
                        + (was.isEmpty() ? "empty" : was));
    }
}
