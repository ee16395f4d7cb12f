package io.hayate.settings;

import com.typesafe.config.Config;
import io.hayate.model.ConfigException;
import io.hayate.settings.SettingsEntry.Kind;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Looks at how the statements of files become one: none may be lost in silence. A key is set once in a
 * file, an include stands before the keys that win over it, and what is to be taken from a key or a
 * variable is there, or the key was set before.
 */
final class SettingsMerge {
    /** A file below a section. */
    private record Place(Path file, String section) {}

    private final Config merged;
    private final Map<String, String> environment;
    private final Set<String> set = new HashSet<>(); // by all files so far
    private final Set<Place> included = new HashSet<>();

    /**
     * @param merged all files as one, which have no circle
     * @param environment the variables that they may take
     */
    SettingsMerge(Config merged, Map<String, String> environment) {
        this.merged = merged;
        this.environment = environment;
    }

    /** Throws at the first statement that is lost, or loses another. */
    void check(SettingsText file) {
        check(file, "");
    }

    /** Returns the keys that a file sets, each with where it does. */
    private Map<String, String> check(SettingsText file, String section) {
        Map<String, Integer> here = new HashMap<>();
        Map<String, String> keys = new LinkedHashMap<>();
        for (SettingsEntry entry : SettingsScanner.scan(file.text())) {
            String key = join(section, entry.path());
            String place = file.place(entry.line());
            if (entry.kind() == Kind.INCLUDE) {
                keys.putAll(checkInclude(file, entry, key, here));
                continue;
            }
            checkTaken(entry, key, section, place);
            Integer first = here.putIfAbsent(key, entry.line());
            if (entry.kind() == Kind.VALUE && first != null) {
                throw new ConfigException(
                        place + ": " + key + " must be set once: was set on line " + first);
            }
            keys.put(key, place);
            set.add(key);
        }
        return keys;
    }

    private static String join(String section, String path) {
        return section.isEmpty() || path.isEmpty() ? section + path : section + "." + path;
    }

    private Map<String, String> checkInclude(
            SettingsText file, SettingsEntry entry, String section, Map<String, Integer> here) {
        String place = file.place(entry.line()) + ": include ";
        Path path = SettingsIncluder.find(file, entry.included());
        if (path == null) {
            throw complaint(place, "must be a file that can be read", entry.included());
        }
        SettingsText inner =
                SettingsText.read(path, rule -> complaint(place, rule, entry.included()));
        if (!included.add(new Place(inner.realPath(), section))) {
            throw complaint(
                    place, "must not read a file again that has been read", entry.included());
        }
        Map<String, String> keys = check(inner, section);
        for (Map.Entry<String, Integer> earlier : here.entrySet()) {
            if (keys.containsKey(earlier.getKey())) {
                String rule =
                        "must stand before " + earlier.getKey() + " on line " + earlier.getValue();
                throw complaint(place, rule, entry.included());
            }
        }
        return keys;
    }

    private static ConfigException complaint(String place, String rule, String was) {
        return new ConfigException(place + rule + ": was " + was);
    }

    private void checkTaken(SettingsEntry entry, String key, String section, String place) {
        boolean mayMiss = entry.kind() != Kind.VALUE && isSet(key);
        if (entry.kind() == Kind.ADDITION && !mayMiss) {
            throw new ConfigException(
                    place + ": " + key + " must be a list before += adds to it: was not set");
        }
        for (String taken : entry.optional()) {
            if (!mayMiss && !isThere(taken) && !isThere(join(section, taken))) {
                throw new ConfigException(
                        place + ": " + key + " must be set: was ${?" + taken + "}, which is not");
            }
        }
    }

    private boolean isSet(String key) {
        return set.contains(key) || set.stream().anyMatch(other -> other.startsWith(key + "."));
    }

    private boolean isThere(String taken) {
        return environment.containsKey(taken) || merged.hasPathOrNull(taken);
    }
}
