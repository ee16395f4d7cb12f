package io.hayate.cli;

import io.hayate.engine.ExitCodes;
import io.hayate.model.ConfigException;
import io.hayate.notify.Delivery;
import io.hayate.notify.Notifier;
import io.hayate.notify.NotifyConfig;
import io.hayate.notify.NotifyTarget;
import io.hayate.settings.ConfigLoader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hayate notify TARGET TEXT}: sends a text to a target of notifications, once. */
@Command(
        name = "notify",
        description = {
            "Sends a text to a target of notifications, once, as settings have it, and tells",
            "what came of it. Starts no engine. Exit code 1 when the target does not take it."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hayate notify phone",
            "  hayate notify desk \"the night shift begins\" --config my.conf"
        })
final class NotifyCommand implements Callable<Integer> {
    private final Environment environment;

    @Spec private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "TARGET",
            description = "Its name in notifications.targets.")
    private String name;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TEXT",
            defaultValue = "a test",
            description = "What it gets. Default: ${DEFAULT-VALUE}.")
    private String text;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings (HOCON). Default: config/hayate.conf in Hayate's folder.")
    private Path config;

    NotifyCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        ConfigLoader loader =
                new ConfigLoader(
                        environment.variables(), environment.home(), environment.userHome());
        NotifyConfig settings = loader.notifications(environment.settingsFile(config));
        NotifyTarget target = find(settings);
        long nowMs = System.currentTimeMillis();
        Delivery delivery = Notifier.tryOut(target, settings.title(), text, nowMs);
        PrintWriter out = spec.commandLine().getOut();
        if (delivery.isTaken()) {
            out.println(target.label() + " took it");
            out.flush();
            return ExitCodes.OK;
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println("hayate: " + target.label() + " did not take it: " + delivery.why());
        err.flush();
        return ExitCodes.CHECK_FAILED;
    }

    private NotifyTarget find(NotifyConfig settings) {
        List<String> names = settings.targets().stream().map(NotifyTarget::name).toList();
        return settings.targets().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ConfigException(
                                        "TARGET must be one of notifications.targets: was "
                                                + name
                                                + (names.isEmpty()
                                                        ? ", and there is none"
                                                        : ", and there are "
                                                                + String.join(", ", names))));
    }
}
