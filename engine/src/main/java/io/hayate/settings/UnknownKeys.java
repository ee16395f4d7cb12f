package io.hayate.settings;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.hayate.model.ConfigException;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/** Finds keys that mean nothing, and the key that was probably meant. */
final class UnknownKeys {
    private final Set<String> known;
    private final String freeSection;

    /**
     * @param known all keys that mean something
     * @param freeSection a section whose keys are not ours to know
     */
    UnknownKeys(Set<String> known, String freeSection) {
        this.known = known;
        this.freeSection = freeSection;
    }

    /** Throws at the first key below {@code section} that means nothing; its value is not shown. */
    void check(ConfigObject section) {
        check("", section);
    }

    private void check(String prefix, ConfigObject section) {
        for (Map.Entry<String, ConfigValue> entry : section.entrySet()) {
            String key = prefix + ConfigUtil.joinPath(entry.getKey());
            if (!known.contains(key) && !key.equals(freeSection)) {
                checkSection(key, entry.getValue());
            }
        }
    }

    private void checkSection(String key, ConfigValue value) {
        boolean isSection = known.stream().anyMatch(other -> other.startsWith(key + "."));
        String place = Origins.place(value.origin()) + ": " + key;
        if (value instanceof ConfigObject section && (isSection || !section.isEmpty())) {
            check(key + ".", section);
        } else if (isSection && value.valueType() != ConfigValueType.OBJECT) {
            throw new ConfigException(
                    place + " must be a section { ... }: was " + ConfigReader.shown(value));
        } else if (!isSection) {
            throw new ConfigException(
                    place + " is not a setting: did you mean " + nearest(key) + "?");
        }
    }

    /** The known key that takes the fewest changes of a letter. */
    String nearest(String key) {
        String bare = key.replace("\"", "");
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(bare, candidate)))
                .orElseThrow();
    }

    /** Letters to change; a right name in the wrong section is nearly right. */
    private static int distance(String key, String candidate) {
        int whole = editDistance(key, candidate);
        int name = editDistance(lastOf(key), lastOf(candidate));
        return Math.min(2 * whole, 2 * name + 1);
    }

    private static String lastOf(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** Levenshtein: letters to insert, delete or replace to make {@code b} of {@code a}. */
    private static int editDistance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
