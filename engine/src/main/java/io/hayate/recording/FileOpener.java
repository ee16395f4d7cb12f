package io.hayate.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Makes a file that is not there yet; a seam for disks that fail. */
interface FileOpener {
    OutputStream create(Path file) throws IOException;
}
