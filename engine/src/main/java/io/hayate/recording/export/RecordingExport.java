package io.hayate.recording.export;

import io.hayate.machine.FileErrors;
import io.hayate.model.Counts;
import io.hayate.recording.EntrySource;
import io.hayate.recording.RecordingException;
import io.hayate.recording.Recordings;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Exports a recording: reads it twice, for what there is and for what is written. */
public final class RecordingExport {
    /**
     * What came of it.
     *
     * @param broken texts that could not be read, and were left out
     * @param unnamed frames of channels without their {@code subscribed}, which were left out
     * @param tears files that end torn, as {@code FILE:LINE}
     */
    public record Made(List<ExportedFile> files, long broken, long unnamed, List<String> tears) {
        /** How many frames are of channels that nothing names; empty for none. */
        public String unnamedWords() {
            return unnamed == 0
                    ? ""
                    : Counts.grouped(unnamed, "frame")
                            + " of channels without their subscribed frame";
        }
    }

    private RecordingExport() {}

    /**
     * Writes the files into a folder, which is made where there is none. Where that fails no file is left.
     *
     * @throws RecordingException when there is no recording, it holds nothing of pairs, a file is there
     *     already, or one cannot be written
     */
    public static Made export(Path recording, ExportFormat format, Path folder) throws IOException {
        ExportPlan plan;
        try (EntrySource source = Recordings.open(recording)) {
            plan = ExportPlan.of(source);
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new RecordingException(
                    "--out must be a folder that can be written to: was "
                            + folder
                            + ": "
                            + FileErrors.reason(e),
                    e);
        }
        ExportSink sink =
                format == ExportFormat.CSV
                        ? new CsvExport(folder)
                        : new NpyExport(folder, plan.behindUs());
        return write(recording, plan, sink);
    }

    private static Made write(Path recording, ExportPlan plan, ExportSink sink) throws IOException {
        boolean isWhole = false;
        try (EntrySource source = Recordings.open(recording)) {
            ExportFeed feed = new ExportFeed(plan, sink);
            while (source.next()) {
                feed.onEntry(source.entry());
            }
            Made made = new Made(sink.end(), feed.broken(), feed.unnamed(), source.tears());
            if (made.files().isEmpty()) {
                String others = made.unnamedWords().isEmpty() ? "" : ": " + made.unnamedWords();
                throw new RecordingException(
                        recording
                                + " holds no trades, books or tickers of pairs to export"
                                + others);
            }
            isWhole = true;
            return made;
        } catch (RecordingException e) {
            throw e;
        } catch (FileAlreadyExistsException e) {
            throw new RecordingException(e.getFile() + " must not be there yet", e);
        } catch (IOException e) {
            throw new RecordingException("cannot export: " + FileErrors.reason(e), e);
        } finally {
            if (!isWhole) {
                sink.undo();
            }
        }
    }
}
