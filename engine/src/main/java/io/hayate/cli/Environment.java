package io.hayate.cli;

import io.hayate.cli.stat.Places;
import io.hayate.machine.PathNames;
import io.hayate.settings.ConfigLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * What a process is given besides its arguments.
 *
 * @param variables of the environment
 * @param home Hayate's own folder
 * @param userHome the user's; null where the user has none
 */
public record Environment(Map<String, String> variables, Path home, Path userHome)
        implements Places {
    private static final String HOME_KEY = "hayate.home";
    private static final String HOME_VARIABLE = "HOME";
    private static final String NOBODY = "?"; // the JDK's word for the folder of a user without

    /**
     * This process's: the launcher says where Hayate lies, else it is the current folder.
     *
     * @throws io.hayate.model.ConfigException when a folder has a name that is no path here
     */
    public static Environment ofProcess() {
        return of(System.getenv(), System.getProperties());
    }

    /** The settings that are read: the file given, else the one that comes with Hayate, if it is there. */
    @Override
    public Path settingsFile(Path given) {
        Path usual = home.resolve("config").resolve("hayate.conf");
        return given == null && Files.exists(usual) ? usual : given;
    }

    @Override
    public ConfigLoader configLoader() {
        return new ConfigLoader(variables, home, userHome);
    }

    static Environment of(Map<String, String> variables, Properties properties) {
        Path home = PathNames.of(HOME_KEY, properties.getProperty(HOME_KEY, "")).toAbsolutePath();
        return new Environment(variables, home, userHome(variables, properties));
    }

    /** The user's folder as a shell has it; the system's list of users says it without the variable. */
    private static Path userHome(Map<String, String> variables, Properties properties) {
        String set = variables.getOrDefault(HOME_VARIABLE, "");
        if (set.startsWith("/")) {
            return PathNames.of(HOME_VARIABLE, set);
        }
        String known = properties.getProperty("user.home", NOBODY);
        return known.equals(NOBODY) ? null : PathNames.of("user.home", known);
    }

    @Override
    public String toString() {
        return "Environment[" + home + "]"; // variables hold secrets
    }
}
