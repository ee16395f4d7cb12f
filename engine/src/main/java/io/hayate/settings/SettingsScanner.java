package io.hayate.settings;

import com.typesafe.config.ConfigUtil;
import io.hayate.settings.SettingsEntry.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the statements of a settings file in their order, which the library merges and forgets. The
 * text must be one that the library has taken.
 */
final class SettingsScanner {
    private static final String LONG_QUOTE = "\"\"\"";
    private static final String BEHIND_VALUE = "\n,}]";

    private final String text;
    private final List<SettingsEntry> entries = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lists;

    // of the value that is read
    private boolean isPlain;
    private List<String> optional = List.of();

    private SettingsScanner(String text) {
        this.text = text;
    }

    /** The statements of a text, those within sections too. */
    static List<SettingsEntry> scan(String text) {
        SettingsScanner scanner =
                new SettingsScanner(text.startsWith("\ufeff") ? text.substring(1) : text);
        scanner.skipBlanks(true);
        if (scanner.is("{")) {
            scanner.at++;
        }
        scanner.readSection("");
        return scanner.entries;
    }

    private boolean is(String word) {
        return text.startsWith(word, at);
    }

    private boolean isEnd() {
        return at >= text.length();
    }

    private void step() {
        line += text.charAt(at) == '\n' ? 1 : 0;
        at++;
    }

    private void stepTo(int end) {
        while (at < end && !isEnd()) {
            step();
        }
    }

    /** Skips white space and comments, and where it is told so the end of lines. */
    private void skipBlanks(boolean lines) {
        while (!isEnd()) {
            if (is("#") || is("//")) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (isBlank(text.charAt(at)) && (lines || text.charAt(at) != '\n')) {
                step();
            } else {
                return;
            }
        }
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff';
    }

    private void readSection(String prefix) {
        skipBlanks(true);
        while (!isEnd() && !is("}")) {
            if (is(",")) {
                at++;
            } else {
                readStatement(prefix);
            }
            skipBlanks(true);
        }
        at++;
    }

    private void readStatement(String prefix) {
        int start = at;
        int startLine = line;
        if (isInclude()) {
            String what = readIncluded();
            entries.add(new SettingsEntry(Kind.INCLUDE, prefix, startLine, what, List.of()));
            return;
        }
        while (!isEnd() && !is("=") && !is(":") && !is("{") && !is("+=")) {
            skipToken();
        }
        String path = join(prefix, text.substring(start, at).strip());
        boolean adds = is("+=");
        at += adds ? 2 : is("{") ? 0 : 1;
        readValue(path);
        if (adds) {
            entries.add(new SettingsEntry(Kind.ADDITION, path, startLine, "", optional));
        } else if (isPlain || !optional.isEmpty()) {
            Kind kind = isPlain ? Kind.VALUE : Kind.IF_SET;
            entries.add(new SettingsEntry(kind, path, startLine, "", optional));
        }
    }

    private static String join(String prefix, String key) {
        String path = ConfigUtil.joinPath(ConfigUtil.splitPath(key));
        return prefix.isEmpty() ? path : prefix + "." + path;
    }

    private boolean isInclude() {
        String word = "include";
        int behind = at + word.length();
        if (!is(word) || behind >= text.length() || !isBlank(text.charAt(behind))) {
            return false;
        }
        String rest = text.substring(behind).stripLeading();
        return rest.startsWith("\"") || rest.matches("(?s)(required|file|url|classpath)\\(.*");
    }

    private String readIncluded() {
        int quote = text.indexOf('"', at);
        stepTo(quote);
        int start = at;
        skipToken();
        String what = unescape(text.substring(start + 1, at - 1));
        while (!isEnd() && is(")")) {
            at++;
        }
        return what;
    }

    private static String unescape(String quoted) {
        return quoted.replaceAll("\\\\(.)", "$1");
    }

    /** Steps over a text in quotes, or one character. */
    private void skipToken() {
        if (is(LONG_QUOTE)) {
            int end = text.indexOf(LONG_QUOTE, at + LONG_QUOTE.length());
            stepTo(end < 0 ? text.length() : end + LONG_QUOTE.length());
            while (is("\"")) {
                at++; // more quotes belong to the text
            }
        } else if (is("\"")) {
            at++;
            while (!isEnd() && !is("\"")) {
                at += is("\\") ? 2 : 1;
            }
            at++;
        } else {
            step();
        }
    }

    private void readValue(String path) {
        boolean plain = false;
        List<String> taken = new ArrayList<>();
        skipBlanks(true);
        while (!isEnd() && BEHIND_VALUE.indexOf(text.charAt(at)) < 0) {
            if (is("${")) {
                plain |= !readSubstitution(taken);
            } else if (is("{")) {
                at++;
                readSection(path);
            } else if (is("[")) {
                readList(path);
                plain = true;
            } else {
                skipToken();
                plain = true;
            }
            skipBlanks(false);
        }
        isPlain = plain;
        optional = List.copyOf(taken);
    }

    /** Reads a substitution; true for one that may stay away. */
    private boolean readSubstitution(List<String> taken) {
        int start = at + 2;
        int end = text.indexOf('}', at);
        stepTo(end + 1);
        String path = text.substring(start, end).strip();
        boolean mayMiss = path.startsWith("?");
        if (mayMiss) {
            taken.add(path.substring(1).strip());
        }
        return mayMiss;
    }

    private void readList(String path) {
        String element = path + ".\"[" + lists++ + "]\"";
        List<String> taken = new ArrayList<>();
        at++;
        skipBlanks(true);
        while (!isEnd() && !is("]")) {
            if (is(",")) {
                at++;
            } else {
                readValue(element + lists++);
                taken.addAll(optional);
            }
            skipBlanks(true);
        }
        at++;
        if (!taken.isEmpty()) {
            entries.add(new SettingsEntry(Kind.VALUE, element, line, "", taken));
        }
    }
}
