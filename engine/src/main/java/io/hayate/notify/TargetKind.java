package io.hayate.notify;

/** What takes messages. */
public enum TargetKind {
    /** An address that takes JSON, as a template has it. */
    WEBHOOK,
    /** A chat, by a bot. */
    TELEGRAM,
    /** A topic of ntfy. */
    NTFY,
    /** A program that reads the text. */
    COMMAND
}
