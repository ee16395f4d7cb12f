package io.hayate.recording.line;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Makes a file that is not there yet; a seam for disks that fail. */
public interface FileOpener {
    /** The file, to be written from its start. */
    OutputStream create(Path file) throws IOException;
}
