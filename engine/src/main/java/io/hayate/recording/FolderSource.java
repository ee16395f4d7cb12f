package io.hayate.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The entries of several files, one file after the other; all must be of one format. */
final class FolderSource implements EntrySource {
    private final List<Path> files;
    private final ForeignLinks links;
    private final List<String> tears = new ArrayList<>();
    private EntrySource current;
    private int index;

    /**
     * Opens the first file.
     *
     * @param files at least one
     * @param links of the recording that they are a part of
     */
    FolderSource(List<Path> files, ForeignLinks links) throws IOException {
        this.files = files;
        this.links = links;
        current = RecordingFile.open(files.get(0), links);
    }

    @Override
    public boolean next() throws IOException {
        while (!current.next()) {
            if (index + 1 == files.size()) {
                return false;
            }
            goOn();
        }
        return true;
    }

    private void goOn() throws IOException {
        RecordingFormat format = current.format();
        tears.addAll(current.tears());
        current.close();
        index++;
        Path file = files.get(index);
        current = RecordingFile.open(file, links);
        checkFormat(current, format, file, files.get(0));
    }

    /** All files of a folder must be of the format of the first. */
    static void checkFormat(EntrySource source, RecordingFormat format, Path file, Path first)
            throws RecordingException {
        if (source.format() != format) {
            throw new RecordingException(
                    file
                            + " must be of the same format as "
                            + first.getFileName()
                            + ", "
                            + format.words()
                            + ": was of "
                            + source.format().words());
        }
    }

    @Override
    public RecordedEntry entry() {
        return current.entry();
    }

    @Override
    public RecordingFormat format() {
        return current.format();
    }

    @Override
    public String place() {
        return current.place();
    }

    @Override
    public List<String> tears() {
        List<String> all = new ArrayList<>(tears);
        all.addAll(current.tears());
        return all;
    }

    @Override
    public void close() throws IOException {
        current.close();
    }
}
