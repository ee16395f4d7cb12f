package io.hayate.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A file that only its owner may read. */
final class SecretFile {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private SecretFile() {}

    /**
     * Does nothing where it is one. Where the file system knows no owners (Windows), nothing is checked.
     *
     * @param key the setting that names it
     * @throws io.hayate.model.ConfigException when it is none
     */
    static void check(String key, Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw ConfigReader.complaint(key, "must be a file that can be read", file.toString());
        }
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (!OWNER_ONLY.containsAll(permissions)) {
            throw ConfigReader.complaint(
                    key,
                    "must be readable by its owner alone (chmod 600 " + file + ")",
                    PosixFilePermissions.toString(permissions));
        }
    }
}
