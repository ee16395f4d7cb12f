package io.hayate.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * A file that only its owner may read, or a credential that the service manager (systemd) gives to one service
 * alone.
 */
final class SecretFile {
    private static final String CREDENTIALS = "CREDENTIALS_DIRECTORY";
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Set<PosixFilePermission> OF_A_SERVICE =
            PosixFilePermissions.fromString("r--r-----");
    private static final Set<PosixFilePermission> FOLDER_OF_A_SERVICE =
            PosixFilePermissions.fromString("r-xr-x---");

    private SecretFile() {}

    /** The folder of credentials that the service manager has made for this process; null for none. */
    static Path credentials(Map<String, String> environment) {
        String folder = environment.getOrDefault(CREDENTIALS, "");
        return folder.startsWith("/") ? Path.of(folder) : null;
    }

    /**
     * Does nothing where it is one. Where the file system knows no owners (Windows), nothing is checked.
     *
     * @param key the setting that names it
     * @throws io.hayate.model.ConfigException when it is none
     */
    static void check(String key, Path file, Map<String, String> environment) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw ConfigReader.complaint(key, "must be a file that can be read", file.toString());
        }
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (!OWNER_ONLY.containsAll(permissions) && !isOfService(file, permissions, environment)) {
            throw ConfigReader.complaint(
                    key,
                    "must be readable by its owner alone (chmod 600 " + file + ")",
                    PosixFilePermissions.toString(permissions));
        }
    }

    /**
     * The manager owns a credential and lets the service's user read it by an access list, whose mask shows as the
     * group's right to read. Nobody may write it, nor has anybody else a way into its folder.
     */
    private static boolean isOfService(
            Path file, Set<PosixFilePermission> permissions, Map<String, String> environment)
            throws IOException {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return folder.equals(credentials(environment))
                && OF_A_SERVICE.containsAll(permissions)
                && FOLDER_OF_A_SERVICE.containsAll(Files.getPosixFilePermissions(folder));
    }
}
