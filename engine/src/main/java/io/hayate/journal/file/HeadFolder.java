package io.hayate.journal.file;

import io.hayate.machine.OwnerFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** A journal's own folder in memory that anybody may write: nobody else may have made it. */
final class HeadFolder {
    private final JournalFolder journal;
    private final Path path;
    private boolean isMade;

    HeadFolder(Path headDir, JournalFolder journal) {
        this.journal = journal;
        CRC32C crc = new CRC32C();
        crc.update(journal.path().toString().getBytes(StandardCharsets.UTF_8));
        path = headDir.toAbsolutePath().resolve(String.format("hayate-%08x", crc.getValue()));
    }

    /** The folder, made if need be; from then on the journal's own folder names it. */
    Path make() throws IOException {
        if (!isMade) {
            create();
            checkOwner();
            OwnerFiles.closeFolder(path);
            OwnerFiles.replace(journal.headPointer(), path + "\n");
            isMade = true;
        }
        return path;
    }

    private void create() throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            OwnerFiles.createFolder(path);
        }
    }

    private void checkOwner() throws IOException {
        boolean isOurs =
                Files.getOwner(path, LinkOption.NOFOLLOW_LINKS)
                        .equals(Files.getOwner(journal.path()));
        if (!isOurs) {
            throw new FileSystemException(path.toString(), null, "it belongs to somebody else");
        }
    }

    /** Takes it away when nothing is in it. */
    void delete() throws IOException {
        try {
            Files.deleteIfExists(path);
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            isMade = false; // it holds what is still to be recovered
        }
    }
}
