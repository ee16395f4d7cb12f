package io.hayate.state;

import io.hayate.model.ConfigException;
import java.nio.file.Path;

/** A process that takes the lock of a key, says so, and keeps it until it is killed. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] args) throws Exception {
        LockFolders folders =
                new LockFolders(
                        args[0].isEmpty() ? null : Path.of(args[0]),
                        Path.of(args[1]),
                        Path.of(args[2]));
        try (WriterLock lock = WriterLock.hold(folders, args[3])) {
            System.out.println("held " + lock.count());
            System.in.read();
        } catch (ConfigException e) {
            System.out.println(e.getMessage());
        }
    }
}
