package io.hayate.metrics.file;

import io.hayate.machine.FileErrors;
import io.hayate.machine.OwnerFiles;
import io.hayate.machine.ProcessUser;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;

/** The folder of a user's own, in memory that anybody may write, in which the files of running engines lie. */
public final class LiveFolder {
    private static final Set<String> MEMORY = Set.of("tmpfs", "ramfs");

    private final Path dir;
    private final Path path;
    private final Predicate<Path> isMemory;

    /** The folder of this process's user below {@code dir}; nothing is made or looked at. */
    public LiveFolder(Path dir) {
        this(dir, LiveFolder::isMemory);
    }

    LiveFolder(Path dir, Predicate<Path> isMemory) {
        this.dir = dir;
        this.isMemory = isMemory;
        int user = ProcessUser.id();
        path = dir.resolve(user == ProcessUser.UNKNOWN ? "hayate" : "hayate-" + user);
    }

    private static boolean isMemory(Path dir) {
        try {
            return MEMORY.contains(Files.getFileStore(dir).type());
        } catch (IOException e) {
            return false;
        }
    }

    /** The folder itself. */
    public Path path() {
        return path;
    }

    /** True when it is there, and is the user's own. */
    public boolean isOurs() {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                && ProcessUser.ofFile(path) == ProcessUser.id();
    }

    /**
     * Makes it where it is not there.
     *
     * @throws CountersException when it cannot be used, in words for a person
     */
    Path make() throws CountersException {
        if (!Files.isDirectory(dir) || !isMemory.test(dir)) {
            throw new CountersException(dir + " is no folder in memory");
        }
        if (ProcessUser.id() == ProcessUser.UNKNOWN) {
            throw new CountersException("the system does not say whose process this is");
        }
        try {
            create();
            if (!isOurs()) {
                boolean isFolder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
                throw new CountersException(
                        path + (isFolder ? " belongs to somebody else" : " is no folder"));
            }
            OwnerFiles.closeFolder(path);
        } catch (CountersException e) {
            throw e;
        } catch (IOException e) {
            throw new CountersException(path + ": " + FileErrors.reason(e));
        }
        return path;
    }

    private void create() throws IOException {
        try {
            OwnerFiles.createFolder(path);
        } catch (FileAlreadyExistsException e) {
            // whose it is, and what, is looked at next
        }
    }
}
