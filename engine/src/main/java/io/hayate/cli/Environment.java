package io.hayate.cli;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a process is given besides its arguments.
 *
 * @param variables of the environment
 * @param home Hayate's own folder
 * @param userHome the user's
 */
public record Environment(Map<String, String> variables, Path home, Path userHome) {
    /** This process's: the launcher says where Hayate lies, else it is the current folder. */
    public static Environment ofProcess() {
        Path home = Path.of(System.getProperty("hayate.home", "")).toAbsolutePath();
        return new Environment(System.getenv(), home, Path.of(System.getProperty("user.home")));
    }

    @Override
    public String toString() {
        return "Environment[" + home + "]"; // variables hold secrets
    }
}
