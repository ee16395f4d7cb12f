package io.hayate.page;

import java.util.ArrayList;
import java.util.List;

/** Lines of a shell, as far as documents use it: words, quotes, comments, and what parts one command from another. */
public final class ShellWords {
    private static final String PARTING = ";|&>";

    private final List<List<String>> commands = new ArrayList<>();
    private List<String> command = new ArrayList<>();
    private StringBuilder word; // null between two words
    private char quote;
    private boolean isTarget; // the next word is a file that is written

    private ShellWords() {}

    /** The words of each command of a line. */
    public static List<List<String>> commands(String line) {
        ShellWords words = new ShellWords();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (words.quote == 0 && words.word == null && c == '#') {
                break;
            }
            words.take(c);
        }
        words.endCommand();
        return words.commands;
    }

    /** A line without the comment at its end. */
    public static String withoutComment(String line) {
        return line.replaceFirst("(^|\\s)\\s*# .*$", "").strip();
    }

    private void take(char c) {
        if (quote != 0) {
            takeQuoted(c);
        } else if (c == '"' || c == '\'') {
            quote = c;
            begin();
        } else if (Character.isWhitespace(c)) {
            endWord();
        } else if (PARTING.indexOf(c) >= 0) {
            part(c);
        } else {
            begin().append(c);
        }
    }

    private void takeQuoted(char c) {
        if (c == quote) {
            quote = 0;
        } else {
            word.append(c);
        }
    }

    private void part(char c) {
        endWord();
        if (c == '>') {
            isTarget = true;
        } else {
            endCommand();
        }
    }

    private StringBuilder begin() {
        if (word == null) {
            word = new StringBuilder();
        }
        return word;
    }

    private void endWord() {
        if (word != null && !isTarget) {
            command.add(word.toString());
        }
        if (word != null) {
            isTarget = false;
        }
        word = null;
    }

    private void endCommand() {
        endWord();
        if (!command.isEmpty()) {
            commands.add(command);
        }
        command = new ArrayList<>();
    }
}
