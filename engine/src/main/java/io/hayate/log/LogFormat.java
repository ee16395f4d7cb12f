package io.hayate.log;

/** What a record of the log looks like. */
public enum LogFormat {
    /** Time, level, kind and words, a line each. */
    TEXT,
    /** A JSON object a line. */
    JSON
}
