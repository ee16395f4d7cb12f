package io.hayate.cli;

import io.hayate.engine.ExitCodes;
import io.hayate.model.ConfigException;
import io.hayate.model.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hayate new-strategy DIR}: a Maven project to start a strategy of one's own from. */
@Command(
        name = "new-strategy",
        description = {
            "Writes a Maven project for a strategy of your own.",
            "'mvn package' in it makes a jar for --plugin."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  hayate new-strategy mine",
            "  cd mine && mvn package",
            "  hayate --plugin target/mine.jar --strategy my"
        })
final class NewStrategyCommand implements Callable<Integer> {
    private final Environment environment;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A new or an empty folder.")
    private Path folder;

    NewStrategyCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        String name = projectName();
        try {
            new ProjectSkeleton(environment.home(), name).writeTo(folder);
        } catch (IOException e) {
            throw new ConfigException("DIR must be a folder that can be written: was " + folder, e);
        }
        Path hayate = environment.home().resolve("scripts").resolve("hayate");
        spec.commandLine()
                .getOut()
                .printf(
                        "A strategy lies in %s. Now:%n  cd %s && mvn package%n"
                                + "  %s --plugin target/%s.jar --strategy my%n",
                        Printable.line(folder.toString()),
                        Printable.line(ShellWord.of(folder.toString())),
                        Printable.line(ShellWord.of(hayate.toString())),
                        name);
        return ExitCodes.OK;
    }

    /** The folder's name as Maven and a shell like it. */
    private String projectName() {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
        String plain = name.replaceAll("[^a-z0-9._-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        return plain.isEmpty() ? "my-strategy" : plain;
    }
}
