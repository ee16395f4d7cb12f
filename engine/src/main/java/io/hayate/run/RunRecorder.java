package io.hayate.run;

import io.hayate.event.TrafficTap;
import io.hayate.model.Clocks;
import io.hayate.model.ConfigException;
import io.hayate.model.Counts;
import io.hayate.monitor.RecorderFigures;
import io.hayate.recording.EntryWriter;
import io.hayate.recording.RecordConfig;
import io.hayate.recording.RecordingHead;
import io.hayate.recording.capture.Recorder;
import io.hayate.session.Credentials;
import io.hayate.settings.RunConfig;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.agrona.concurrent.EpochMicroClock;

/** The recorder of a run and its thread; nothing where nothing is recorded. Main thread. */
final class RunRecorder implements AutoCloseable, RecorderFigures {
    private static final long REST_NS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long JOIN_MS = 5_000;

    private final RecordConfig config;
    private final Recorder recorder; // null where nothing is recorded
    private final Thread thread = new Thread(this::run, "recorder");
    private volatile boolean stopping;
    private volatile String stopped = "";
    private Consumer<String> teller; // null until there is one
    private String untold = "";

    /** A recorder as the settings want it; nothing is written yet. */
    RunRecorder(RunConfig run, Clocks clocks, EpochMicroClock micros) {
        config = run.outputs().recording();
        thread.setDaemon(true); // a disk that does not answer must not hold up the end
        recorder = config.isEnabled() ? recorder(run, clocks, micros) : null;
    }

    private Recorder recorder(RunConfig run, Clocks clocks, EpochMicroClock micros) {
        Credentials account = run.engine().credentials();
        EntryWriter writer =
                new EntryWriter(
                        config.folder(),
                        head(run),
                        config.fileBytesMax(),
                        clocks.epoch(),
                        this::onStopped);
        return new Recorder(
                config.bufferBytes(),
                List.of(account.apiKey(), account.apiSecret()),
                writer,
                clocks.nano(),
                micros,
                run.paper().isEnabled());
    }

    private void onStopped(String reason) {
        stopped = reason;
        tell("the recording has ended: " + reason);
    }

    /** The settings are those that were written; what stands nowhere is the version's default. */
    private static RecordingHead head(RunConfig run) {
        boolean hasAccount = run.engine().credentials().isPresent();
        String settings =
                "{\"account\":" + hasAccount + ",\"written\":" + run.origins().written() + "}";
        return new RecordingHead(
                Version.text(), System.getProperty("java.version"), settings, false);
    }

    /** What hears of the traffic. */
    TrafficTap tap() {
        return recorder == null ? TrafficTap.NONE : recorder.tap();
    }

    /**
     * Makes the first file and starts to write, before anything else starts: what runs before have left is
     * told soon, and may be more than waits.
     *
     * @throws ConfigException when the folder or a file in it cannot be made
     */
    void begin() {
        try {
            if (recorder != null) {
                recorder.begin();
                thread.start();
            }
        } catch (IOException e) {
            throw new ConfigException(
                    "record.dir must be a folder that can be written: " + e.getMessage(), e);
        }
    }

    /** From now on what there is to say is told on the recorder's thread; at once what there was. */
    synchronized void tellTo(Consumer<String> news) {
        teller = news;
        if (!untold.isEmpty()) {
            news.accept(untold);
        }
    }

    private synchronized void tell(String news) {
        if (teller == null) {
            untold = news; // there is no second: it ends the recording
        } else {
            teller.accept(news);
        }
    }

    private void run() {
        while (!stopping) {
            if (recorder.doWork() == 0) {
                LockSupport.parkNanos(REST_NS);
            }
        }
        recorder.onClose();
    }

    @Override
    public boolean isOn() {
        return recorder != null;
    }

    @Override
    public long written() {
        return recorder.written();
    }

    @Override
    public long lost() {
        return recorder.lost();
    }

    @Override
    public long bytes() {
        return recorder.bytes();
    }

    @Override
    public String stopped() {
        return stopped;
    }

    /** What became of the recording, as a line of the summary; empty where there is none. */
    String summary() {
        if (recorder == null) {
            return "";
        }
        String lost = recorder.lost() == 0 ? "" : ", " + recorder.lost() + " lost for want of room";
        String count = Counts.of(recorder.written(), "entry", "entries");
        return "recording        " + config.folder() + ", " + count + lost + "\n";
    }

    /** Writes the rest and ends, once no trading thread is left; waits a few seconds at most. Once more: nothing. */
    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
        try {
            thread.join(JOIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
