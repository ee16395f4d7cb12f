package io.hayate.journal.file;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** Says in a few words for a person why a file could not be read or written. */
final class FileReasons {
    private FileReasons() {}

    static String of(IOException e) {
        if (e instanceof FileSystemException error) {
            String reason =
                    error.getReason() == null ? e.getClass().getSimpleName() : error.getReason();
            return error.getFile() + ": " + reason;
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
