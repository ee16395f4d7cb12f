package io.hayate.recording;

import io.hayate.recording.ForeignLinks.Link;
import io.hayate.recording.foreign.ForeignLine;
import io.hayate.recording.foreign.ForeignLine.Kind;
import io.hayate.recording.foreign.ForeignLineParser;
import io.hayate.recording.foreign.FrameText;
import io.hayate.recording.line.JsonGrammar;
import java.io.IOException;
import java.util.List;

/**
 * The entries of a file of another's format. Connections are numbered from 1 in the order in which they
 * open: with the first frame, with a line that says so, or with an {@code info} behind other frames,
 * which the exchange sends first. What only a client sends is taken as sent, whatever the file says. Times are ns since 1970 UTC.
 */
final class ForeignSource implements EntrySource {
    private static final long US_NS = 1_000;

    private final RecordingFormat format;
    private final FileLines lines;
    private final ForeignLineParser parser;
    private final ForeignLinks links;
    private final ForeignLine line = new ForeignLine();
    private final RecordedEntry entry = new RecordedEntry();
    private final JsonGrammar grammar = new JsonGrammar();

    private boolean isHeld; // the line stands for more entries than one
    private boolean isTorn;

    ForeignSource(
            RecordingFormat format, FileLines lines, ForeignLineParser parser, ForeignLinks links) {
        this.format = format;
        this.lines = lines;
        this.parser = parser;
        this.links = links;
    }

    @Override
    public boolean next() throws IOException {
        while (!isTorn) {
            if (!isHeld && !read()) {
                return false;
            }
            isHeld = false;
            if (makeEntry()) {
                return true;
            }
        }
        return false;
    }

    private boolean read() throws IOException {
        if (!lines.next()) {
            isTorn = lines.line().isCut();
            return false;
        }
        String wrong = parser.parse(lines.line(), line);
        if (!lines.line().isWhole() && (wrong != null || isHalf())) {
            isTorn = true;
            return false;
        } else if (wrong != null) {
            throw lines.wrong(wrong);
        }
        return true;
    }

    /** A last line without an end may be whole nonetheless, as of a file that a person made. */
    private boolean isHalf() {
        return switch (line.kind()) {
            case IN, OUT, REST ->
                    lines.line().isCut()
                            || !grammar.isOneValue(
                                    line.text(), line.textOffset(), line.textLength());
            default -> lines.line().isCut();
        };
    }

    private boolean makeEntry() {
        Link link = links.of(line.link());
        return switch (line.kind()) {
            case IN, OUT -> frame(link);
            case REST -> text(EntryKind.REST, 0);
            case CONNECT -> connect(link);
            case DISCONNECT -> link.isOpen() && close(link, "LOST");
            case NOTHING -> false;
        };
    }

    private boolean frame(Link link) {
        boolean isIn = line.kind() == Kind.IN && !isSent();
        if (link.isOpen() && isIn && link.hasFrames() && isWelcome()) {
            isHeld = true;
            return close(link, "UNKNOWN");
        } else if (!link.isOpen()) {
            isHeld = true;
            return open(link);
        }
        if (isIn) {
            link.onFrame();
        }
        links.timeNs(line.timeNs());
        return text(isIn ? EntryKind.IN : EntryKind.OUT, link.number());
    }

    private boolean isSent() {
        return FrameText.isSent(line.text().byteArray(), line.textOffset(), line.textEnd());
    }

    private boolean isWelcome() {
        return FrameText.isWelcome(line.text().byteArray(), line.textOffset(), line.textEnd());
    }

    private boolean connect(Link link) {
        if (link.isOpen()) {
            isHeld = true;
            return close(link, "UNKNOWN");
        }
        return open(link);
    }

    private boolean open(Link link) {
        links.open(link);
        set(EntryKind.OPEN, link.number()).isPublic(true);
        return true;
    }

    private boolean close(Link link, String cause) {
        link.onClose();
        set(EntryKind.CLOSE, link.number()).cause(cause);
        return true;
    }

    private boolean text(EntryKind kind, int connection) {
        set(kind, connection).text(line.text(), line.textOffset(), line.textLength());
        return true;
    }

    private RecordedEntry set(EntryKind kind, int connection) {
        return entry.set(kind, connection, line.timeNs(), Math.floorDiv(line.timeNs(), US_NS));
    }

    @Override
    public RecordedEntry entry() {
        return entry;
    }

    @Override
    public RecordingFormat format() {
        return format;
    }

    @Override
    public String place() {
        return lines.place();
    }

    @Override
    public List<String> tears() {
        return isTorn ? List.of(lines.lastWhole()) : List.of();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
