package io.hayate.state;

import io.hayate.machine.FileErrors;
import io.hayate.model.ConfigException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The folders that all processes of a user on this machine find, whatever their state folder: that of
 * {@code XDG_RUNTIME_DIR}, and one of the user's own among the temporary files and in shared memory. A session
 * of the desktop has the first and a job of cron has not; a service has temporary files of its own, and shares
 * memory with all: each that can be used is used. Each is its owner's alone.
 *
 * @param runtimeDir null where none is set
 * @param temporary the user's folder there, which need not be made yet
 * @param memory the same in shared memory, which not every system has as a folder
 */
public record LockFolders(Path runtimeDir, Path temporary, Path memory) {
    private static final String RUNTIME_VARIABLE = "XDG_RUNTIME_DIR";
    private static final String NAME = "hayate";
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rwx------");

    /**
     * Those of a user.
     *
     * @param environment what the process was given
     * @param temporaryDir where everybody's temporary files lie
     * @param memoryDir where everybody's shared memory lies, as files
     * @param user the user's name; any text
     */
    public static LockFolders of(
            Map<String, String> environment, Path temporaryDir, Path memoryDir, String user) {
        String name = NAME + "-" + user.replaceAll("[^A-Za-z0-9._-]", "_");
        return new LockFolders(
                runtimeDir(environment), temporaryDir.resolve(name), memoryDir.resolve(name));
    }

    private static Path runtimeDir(Map<String, String> environment) {
        String dir = environment.getOrDefault(RUNTIME_VARIABLE, "");
        try {
            return dir.startsWith("/") ? Path.of(dir) : null; // a relative one is to be ignored
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /**
     * Makes those that are not there yet.
     *
     * @throws ConfigException when there is none that is the user's own and can be written
     */
    List<Path> open() {
        List<Path> folders = new ArrayList<>();
        String why = "";
        if (runtimeDir != null && Files.isDirectory(runtimeDir) && Files.isWritable(runtimeDir)) {
            why = add(folders, runtimeDir.resolve(NAME));
        }
        String whyTemporary = add(folders, temporary);
        if (Files.isDirectory(memory.toAbsolutePath().getParent())) {
            add(folders, memory);
        }
        if (folders.isEmpty()) {
            throw new ConfigException(
                    RUNTIME_VARIABLE
                            + " or java.io.tmpdir must be a folder for the lock of the key: was "
                            + temporary
                            + ": "
                            + (whyTemporary.isEmpty() ? why : whyTemporary));
        }
        return folders;
    }

    /** Adds a folder that can be used; answers why one cannot. */
    private static String add(List<Path> folders, Path folder) {
        try {
            make(folder);
            folders.add(folder);
            return "";
        } catch (IOException e) {
            return FileErrors.reason(e);
        }
    }

    private static void make(Path folder) throws IOException {
        boolean hasOwners = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!hasOwners) {
            Files.createDirectories(folder);
            return;
        }
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
        }
        if (!Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(us(folder))) {
            throw new IOException("it belongs to somebody else");
        }
        Files.setPosixFilePermissions(folder, OWNER_ONLY);
    }

    /** Who owns what this process makes beside the folder. */
    private static UserPrincipal us(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder.toAbsolutePath().getParent(), NAME, ".tmp");
        try {
            return Files.getOwner(probe, LinkOption.NOFOLLOW_LINKS);
        } finally {
            Files.deleteIfExists(probe);
        }
    }
}
