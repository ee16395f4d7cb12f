package io.hayate.recording;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries of one file of the own format, or of several that were joined. Its last line without a
 * line feed was being written when the writer died: it is torn, and no entry.
 */
final class OwnFileSource implements EntrySource {
    private final FileLines lines;
    private final EntryLineParser parser = new EntryLineParser();
    private final RecordedEntry entry = new RecordedEntry();
    private final List<String> tears = new ArrayList<>();

    private boolean hasEnded = true;

    OwnFileSource(FileLines lines) {
        this.lines = lines;
    }

    @Override
    public boolean next() throws IOException {
        do {
            if (!lines.next() || !lines.line().isWhole()) {
                atEnd();
                return false;
            }
            parse();
            hasEnded = entry.kind() == EntryKind.END;
        } while (hasEnded && entry.count() == RecordedEntry.GOES_ON);
        return true;
    }

    private void parse() throws RecordingException {
        String wrong = parser.parse(lines.line(), entry);
        if (wrong != null) {
            throw lines.wrong(wrong);
        }
        boolean isHead = entry.kind() == EntryKind.RECORDING;
        if (hasEnded && !isHead) {
            throw lines.wrong(
                    "must be the head of a recording: was \"" + entry.kind().wireName() + '"');
        } else if (isHead && !hasEnded) {
            throw lines.wrong("must be no head of a recording: the one above has no end");
        }
    }

    private void atEnd() {
        boolean isTorn = !hasEnded || lines.line().isCut() || !lines.line().isWhole();
        if (isTorn && tears.isEmpty()) {
            tears.add(lines.lastWhole());
        }
    }

    @Override
    public RecordedEntry entry() {
        return entry;
    }

    @Override
    public RecordingFormat format() {
        return RecordingFormat.HAYATE;
    }

    @Override
    public String place() {
        return lines.place();
    }

    @Override
    public List<String> tears() {
        return List.copyOf(tears);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
