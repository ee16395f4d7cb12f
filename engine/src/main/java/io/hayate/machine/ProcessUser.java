package io.hayate.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Whom this process belongs to, by the system's number; Linux alone tells it. */
public final class ProcessUser {
    /** In place of a number that is not known. */
    public static final int UNKNOWN = -1;

    private static final Path SELF = Path.of("/proc/self");
    private static final String USER = "unix:uid";

    private ProcessUser() {}

    /** The number of the user, or {@link #UNKNOWN}. */
    public static int id() {
        try {
            return (int) Files.getAttribute(SELF, USER);
        } catch (IOException | RuntimeException e) {
            return UNKNOWN;
        }
    }

    /** Whose a file or folder is, a link not followed; {@link #UNKNOWN} where that cannot be told. */
    public static int ofFile(Path file) {
        try {
            return (int) Files.getAttribute(file, USER, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException | RuntimeException e) {
            return UNKNOWN;
        }
    }
}
