package io.hayate.notify;

import io.hayate.model.Durations;
import io.hayate.model.Settings;
import io.hayate.news.SecretVariables;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts a program for each message, without a shell, and writes the text to its standard input. What it
 * prints goes nowhere. It sees neither the account's key nor a token, and is killed with its children when
 * it takes too long.
 */
final class CommandSender implements MessageSender {
    private final NotifyTarget target;

    CommandSender(NotifyTarget target) {
        this.target = target;
    }

    @Override
    public Delivery send(NotifyMessage message) {
        Process process;
        try {
            process = builder(message).start();
        } catch (IOException e) {
            return Delivery.refused(target.command().get(0) + " cannot be started");
        }
        try {
            write(process, message.text() + "\n");
            return process.waitFor(target.timeoutMs(), TimeUnit.MILLISECONDS)
                    ? ofExit(process.exitValue())
                    : Delivery.later("it did not end within " + Durations.text(target.timeoutMs()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Delivery.later("the engine has ended");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private ProcessBuilder builder(NotifyMessage message) {
        ProcessBuilder builder =
                new ProcessBuilder(target.command())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        SecretVariables.removeFrom(environment);
        environment.put("HAYATE_TITLE", message.title());
        environment.put("HAYATE_KIND", message.lead().kind().label());
        environment.put("HAYATE_LEVEL", Settings.name(message.lead().level()));
        return builder;
    }

    /** A text is shorter than what a pipe holds: this waits for nobody. */
    private static void write(Process process, String text) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // it does not want to know: its exit code tells whether that is well
        }
    }

    private static Delivery ofExit(int code) {
        return code == 0 ? Delivery.DONE : Delivery.later("it ended with exit code " + code);
    }
}
