package io.hayate.machine;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Descriptors 0, 1 and 2. One that was closed when the process began is taken by the first file
 * that the process opens, and is then no standard stream: as input the JDK's own classes would be
 * read for commands. Where the system has no {@code /proc}, all three count as given.
 */
public final class StandardDescriptors {
    private static final String NULL_DEVICE = "/dev/null";
    private static final int COUNT = 3;
    private static final long CLOSE_ON_EXEC = 02_000_000; // as fdinfo writes it, octal

    // Never closed: they hold the place of a standard stream for as long as the process lives.
    private static final List<FileOutputStream> FILLERS = new ArrayList<>();

    private final Path descriptors;
    private final SystemFiles files;
    private final List<Path> own;

    /**
     * Descriptors as a tree of files tells them.
     *
     * @param root where {@code proc/self} lies
     * @param own files and folders that the process opens for itself
     */
    StandardDescriptors(Path root, List<Path> own) {
        descriptors = root.resolve("proc/self/fd");
        files = new SystemFiles(root);
        this.own = own.stream().map(StandardDescriptors::real).toList();
    }

    /** Those of this process, which opens files of its JDK and of its class path. */
    public static StandardDescriptors ofProcess() {
        List<Path> own = new ArrayList<>();
        add(System.getProperty("java.home"), own);
        for (String entry :
                System.getProperty("java.class.path", "").split(File.pathSeparator, 0)) {
            add(entry, own);
        }
        return new StandardDescriptors(Path.of("/"), own);
    }

    private static void add(String path, List<Path> paths) {
        if (path != null && !path.isEmpty() && PathNames.rule(path) == null) {
            paths.add(Path.of(path));
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath();
        }
    }

    /** Opens the null device at each of the three that is closed, so that no later file gets it. */
    public void fill() {
        for (int i = 0; i < COUNT; i++) {
            if (isClosed(i)) {
                openNullDevice();
            }
        }
    }

    private boolean isClosed(int descriptor) {
        return Files.isDirectory(descriptors) && !exists(descriptor);
    }

    private boolean exists(int descriptor) {
        return Files.exists(
                descriptors.resolve(Integer.toString(descriptor)), LinkOption.NOFOLLOW_LINKS);
    }

    /** The system gives the lowest descriptor that is free. */
    private static void openNullDevice() {
        try {
            FILLERS.add(new FileOutputStream(NULL_DEVICE));
        } catch (IOException e) {
            // There is none: nothing can be put there.
        }
    }

    /** True when standard input is what the process was started with, to be read or at its end. */
    public boolean isInputGiven() {
        Path target;
        try {
            target = Files.readSymbolicLink(descriptors.resolve("0"));
        } catch (IOException | RuntimeException e) {
            return !Files.isDirectory(descriptors);
        }
        return !closesOnExec() && own.stream().noneMatch(target::startsWith);
    }

    /** What a process is given outlived an exec, so it does not have this flag. */
    private boolean closesOnExec() {
        String flags = files.field("/proc/self/fdinfo/0", "flags").orElse("0");
        try {
            return (Long.parseLong(flags, 8) & CLOSE_ON_EXEC) != 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
