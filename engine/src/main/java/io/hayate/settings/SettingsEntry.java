package io.hayate.settings;

import java.util.List;

/**
 * One statement of a settings file.
 *
 * @param kind what stands behind the key
 * @param path the whole key; of an include the section that it stands in
 * @param line where it stands, from 1
 * @param included what an include names; else empty
 * @param optional keys and variables that the value takes if they are set
 */
record SettingsEntry(Kind kind, String path, int line, String included, List<String> optional) {
    /** What a statement does. */
    enum Kind {
        /** Sets a value, or a list. */
        VALUE,
        /** Sets what another key or a variable holds, and nothing when that is not set. */
        IF_SET,
        /** Adds to a list. */
        ADDITION,
        /** Sets what another file says. */
        INCLUDE
    }
}
