package io.hayate.recording;

import io.hayate.machine.FileErrors;
import io.hayate.recording.line.FileNameOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Opens recordings: a file, or a folder of the files of one run or several. Any thread. */
public final class Recordings {
    private Recordings() {}

    /**
     * The entries of a recording, in the order of its files' names; but those of others' connections
     * that were open at one time, each of which has files of its own, by their times.
     *
     * @throws RecordingException when there is none, it cannot be read, or is of no format that is known
     */
    public static EntrySource open(Path recording) throws IOException {
        List<Path> files = files(recording);
        if (files.size() == 1) {
            return RecordingFile.open(files.get(0), new ForeignLinks());
        } else if (isOwn(files.get(0))) {
            return new FolderSource(files, new ForeignLinks());
        }
        List<FileChains.Chain> chains = FileChains.of(files);
        return chains.size() == 1
                ? new FolderSource(files, new ForeignLinks())
                : new ChainedSource(chains);
    }

    /**
     * The files of a recording, in the order of their names, numbers by value: one, or those of a folder.
     * A folder that holds files named as Hayate names its own has no others; of others' files those that
     * are empty are left out.
     *
     * @throws RecordingException when there is none
     */
    public static List<Path> files(Path recording) throws IOException {
        if (Files.isRegularFile(recording)) {
            return List.of(recording);
        } else if (!Files.isDirectory(recording)) {
            throw new RecordingException(
                    recording
                            + " must be a file or a folder: there is "
                            + (Files.exists(recording) ? "something else" : "none"));
        }
        return filesIn(recording);
    }

    private static List<Path> filesIn(Path recording) throws RecordingException {
        try (Stream<Path> listed = Files.list(recording)) {
            List<Path> files =
                    listed.filter(each -> Files.isRegularFile(each) && !isHidden(each))
                            .sorted(new FileNameOrder())
                            .toList();
            if (files.isEmpty()) {
                throw new RecordingException(recording + " holds no recording: it has no files");
            }
            List<Path> own = files.stream().filter(Recordings::isOwn).toList();
            return own.isEmpty() ? withoutEmpty(files) : own;
        } catch (RecordingException e) {
            throw e;
        } catch (IOException e) {
            throw new RecordingException(
                    "cannot read " + recording + ": " + FileErrors.reason(e), e);
        }
    }

    /** What others begin and do not fill is no part of their recording. */
    private static List<Path> withoutEmpty(List<Path> files) throws IOException {
        List<Path> filled = new ArrayList<>();
        for (Path each : files) {
            if (Files.size(each) > 0) {
                filled.add(each);
            }
        }
        return filled.isEmpty() ? files : filled;
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    private static boolean isOwn(Path file) {
        return RecordingName.isOwn(file.getFileName().toString());
    }
}
