package io.hayate.doctor;

import java.util.Locale;

/** How a finding bears on trading; in the order of its weight. */
public enum Status {
    /** Nothing to do. */
    OK,
    /** It works; it would be faster or steadier otherwise. */
    WARN,
    /** Trading would be hurt: late by milliseconds, or not at all. */
    FAIL;

    /** The word that is printed. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
