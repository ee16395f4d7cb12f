package io.hayate.state;

import io.hayate.machine.OwnerFiles;
import io.hayate.machine.PathNames;
import io.hayate.model.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The folder of what outlives a run: marks, the console's history. Its owner alone may enter. */
public final class StateDir {
    public static final String KEY = "state.dir";

    private static final String NAME = "hayate";
    private static final String BASE_VARIABLE = "XDG_STATE_HOME";

    private final Path path;

    private StateDir(Path path) {
        this.path = path;
    }

    /**
     * The folder, made if it is not there.
     *
     * @throws ConfigException when it cannot be made or written
     */
    public static StateDir open(Path path) {
        try {
            OwnerFiles.createFolders(path);
        } catch (IOException e) {
            throw complaint(path, e);
        }
        if (!Files.isDirectory(path) || !Files.isWritable(path) || !Files.isExecutable(path)) {
            throw complaint(path, null);
        }
        return new StateDir(path);
    }

    private static ConfigException complaint(Path path, Exception cause) {
        return new ConfigException(
                KEY + " must be a folder that can be made and written: was " + path, cause);
    }

    /** Where state lies unless a setting says otherwise: as the XDG base directories have it. */
    public static Path defaultPath(Map<String, String> environment, Path userHome) {
        String base = environment.getOrDefault(BASE_VARIABLE, "");
        if (base.startsWith("/")) { // a relative one is to be ignored, says XDG
            return PathNames.of(BASE_VARIABLE, base).resolve(NAME);
        }
        return fromHome(KEY, userHome, ".local/state").resolve(NAME);
    }

    /** A path below the user's own folder, which a user of a container may not have. */
    public static Path fromHome(String key, Path userHome, String text) {
        if (userHome == null) {
            throw new ConfigException(
                    key + " must be a whole path where HOME is not set: was ~/" + text);
        }
        return userHome.resolve(PathNames.of(key, text));
    }

    /** The folder itself. */
    public Path path() {
        return path;
    }

    /** A file of this folder. */
    public Path file(String name) {
        return path.resolve(name);
    }
}
