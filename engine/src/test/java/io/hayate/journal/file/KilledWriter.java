package io.hayate.journal.file;

import io.hayate.journal.JournalFill;
import io.hayate.metrics.Incidents;
import io.hayate.model.Clocks;
import java.nio.file.Path;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.SleepingMillisIdleStrategy;

/** Writes orders without end and says each that is in the journal, until it is killed. */
final class KilledWriter {
    private KilledWriter() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        JournalConfig config =
                JournalConfig.DEFAULTS
                        .withSegments(JournalFileRig.BYTES)
                        .withHeadDir(args[1].isEmpty() ? null : Path.of(args[1]));
        JournalSegments segments =
                new JournalSegments(
                        config,
                        JournalStart.open(folder),
                        DiskSpace.OF_MACHINE,
                        new Incidents(),
                        new Clocks(System::nanoTime, System::currentTimeMillis));
        segments.makeFirst();
        AgentRunner flusher =
                new AgentRunner(new SleepingMillisIdleStrategy(1), e -> {}, null, segments);
        AgentRunner.startOnThread(flusher);
        JournalFill fill = new JournalFill(segments);
        StringBuilder line = new StringBuilder();
        for (long order = 1; ; order++) {
            while (!fill.order(order)) {
                Thread.onSpinWait();
            }
            line.setLength(0);
            System.out.println(line.append(order));
        }
    }
}
