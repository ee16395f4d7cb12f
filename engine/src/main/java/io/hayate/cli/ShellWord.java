package io.hayate.cli;

/** Text as one word of a POSIX shell, for commands that a person is to copy. */
final class ShellWord {
    private ShellWord() {}

    /** The text as it is where a shell takes it so, else in quotation marks. */
    static String of(String text) {
        boolean isPlain = text.matches("[A-Za-z0-9/._~@%+=:,-]+") && !text.startsWith("-");
        return isPlain ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
