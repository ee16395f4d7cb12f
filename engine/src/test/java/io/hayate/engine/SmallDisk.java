package io.hayate.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file system of a few KB in memory, which a test fills; where it may mount one. */
public final class SmallDisk implements AutoCloseable {
    private static final int BYTES = 1 << 16;

    private final Path folder;
    private final int bytes;

    private SmallDisk(Path folder, int bytes) {
        this.folder = folder;
        this.bytes = bytes;
    }

    /** Mounts one there, or aborts the test where that is not allowed. */
    public static SmallDisk mount(Path folder) throws IOException {
        return mount(folder, BYTES);
    }

    /** As above, of so many bytes. */
    public static SmallDisk mount(Path folder, int bytes) throws IOException {
        Files.createDirectories(folder);
        String size = "size=" + bytes;
        assumeTrue(run("mount", "-t", "tmpfs", "-o", size, "tmpfs", folder.toString()), "mount");
        return new SmallDisk(folder, bytes);
    }

    private static boolean run(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false; // no such program
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    private Path filling() {
        return folder.resolve("filling");
    }

    /** Takes all that is left. */
    public void fill() throws IOException {
        byte[] some = new byte[bytes];
        try {
            Files.write(filling(), some, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            throw new IllegalStateException("it took more than it has");
        } catch (IOException e) {
            // full, as wanted
        }
    }

    public void makeReadOnly() throws IOException {
        remount("ro");
    }

    public void makeRoom() throws IOException {
        remount("rw");
        Files.deleteIfExists(filling());
    }

    private void remount(String how) throws IOException {
        if (!run("mount", "-o", "remount," + how, folder.toString())) {
            throw new IOException("cannot be mounted anew: " + List.of(how, folder));
        }
    }

    @Override
    public void close() throws IOException {
        run("umount", "-l", folder.toString());
    }
}
