package io.hayate.cli.recording;

import io.hayate.model.ConfigException;
import io.hayate.recording.RecordingException;
import io.hayate.recording.RecordingHead;
import io.hayate.run.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** What the commands have in common. */
final class RecordingWork {
    private RecordingWork() {}

    /** What a file that is made of others tells of itself: the names of those. */
    static RecordingHead head(List<Path> sources, boolean isCut) {
        return RecordingHead.madeOf(
                Version.text(),
                System.getProperty("java.version"),
                sources.stream().map(Path::toString).toList(),
                isCut);
    }

    /** What a person may have named wrongly is wrong usage. */
    static <T> T run(Callable<T> task) {
        try {
            return task.call();
        } catch (RecordingException e) {
            throw new ConfigException("hayate: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
