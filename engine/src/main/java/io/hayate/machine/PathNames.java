package io.hayate.machine;

import io.hayate.model.ConfigException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Makes paths of what a user wrote, or says why there is no such path. */
public final class PathNames {
    private static final char NULL = '\0';
    private static final char UNREADABLE = '\uFFFD'; // what the JDK makes of bytes it cannot read
    private static final String UTF_8 = "UTF-8";

    private PathNames() {}

    /**
     * The path.
     *
     * @param key the setting, option or variable that holds it
     * @throws ConfigException when the system has no such path: the message begins with the key
     */
    public static Path of(String key, String text) {
        String rule = rule(text);
        if (rule != null) {
            throw new ConfigException(key + " " + rule + ": was " + text);
        }
        return Path.of(text);
    }

    /** What the text fails to be, such as "must be a path ..."; null when it is a path. */
    public static String rule(String text) {
        if (text.indexOf(NULL) >= 0) {
            return "must be a path without a null character";
        }
        return text.indexOf(UNREADABLE) >= 0 || !isPath(text) ? charsetRule() : null;
    }

    private static String charsetRule() {
        String charset = System.getProperty("sun.jnu.encoding", UTF_8);
        return charset.equals(UTF_8)
                ? "must be a path in " + UTF_8 + ", as the locale has it"
                : "must be a path that the locale can write (LC_ALL=C.UTF-8 can; this one is "
                        + charset
                        + ")";
    }

    private static boolean isPath(String text) {
        try {
            return Path.of(text) != null;
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
