package io.hayate.cli;

import io.hayate.engine.ExitCodes;
import io.hayate.machine.PathNames;
import io.hayate.model.ConfigException;
import io.hayate.model.Printable;
import io.hayate.run.Version;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hayate new-strategy DIR}: a Maven project to start a strategy of one's own from. */
@Command(
        name = "new-strategy",
        description = {
            "Writes a Maven project for a strategy of your own, and puts Hayate's jars into",
            "the local Maven repository, where the project finds them.",
            "'mvn package' in it makes a jar for --plugin."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hayate new-strategy mine",
            "  cd mine && mvn package",
            "  hayate --plugin target/mine.jar --strategy my",
            "  hayate new-strategy --artifacts-only      after Hayate has changed"
        })
final class NewStrategyCommand implements Callable<Integer> {
    private final Environment environment;
    private final Supplier<EngineArtifacts> artifacts;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "A new or an empty folder.")
    private Path folder;

    @Option(
            names = "--artifacts-only",
            description = "Puts the jars there for projects that you have, and writes none.")
    private boolean artifactsOnly;

    @Option(
            names = "--repository",
            paramLabel = "DIR",
            description = {
                "The local Maven repository. Default: that of MAVEN_ARGS, MAVEN_OPTS or",
                "~/.m2/settings.xml, else ~/.m2/repository."
            })
    private Path repository;

    NewStrategyCommand(Environment environment, Supplier<EngineArtifacts> artifacts) {
        this.environment = environment;
        this.artifacts = artifacts;
    }

    @Override
    public Integer call() {
        if (artifactsOnly == (folder != null)) {
            String wrong =
                    artifactsOnly
                            ? "Unmatched argument: '" + folder
                            : "Missing required parameter: 'DIR";
            throw new ParameterException(spec.commandLine(), wrong + "'");
        }
        if (artifactsOnly) {
            spec.commandLine().getOut().println(put() + ".");
        } else {
            write();
        }
        return ExitCodes.OK;
    }

    private String put() {
        LocalRepository target = repository();
        try {
            artifacts.get().putInto(target, Version.text());
        } catch (IOException e) {
            throw new ConfigException(
                    "the local Maven repository must be a folder that can be written: was "
                            + target,
                    e);
        }
        return "io.hayate:hayate-engine:"
                + Version.text()
                + " lies in "
                + Printable.line(target.toString());
    }

    private LocalRepository repository() {
        if (repository != null) {
            return new LocalRepository(repository);
        }
        try {
            Path user = PathNames.of("user.home", System.getProperty("user.home"));
            return LocalRepository.ofMaven(environment.variables(), user);
        } catch (IOException e) {
            throw new ConfigException("~/.m2/settings.xml must be a file that can be read", e);
        }
    }

    private void write() {
        String name = projectName();
        ProjectSkeleton skeleton = new ProjectSkeleton(environment.home(), name, maven());
        try {
            skeleton.checkFolder(folder);
            String placed = put();
            skeleton.writeTo(folder);
            tell(name, placed);
        } catch (IOException e) {
            throw new ConfigException("DIR must be a folder that can be written: was " + folder, e);
        }
    }

    private void tell(String name, String placed) {
        Path hayate = environment.home().resolve("scripts").resolve("hayate");
        spec.commandLine()
                .getOut()
                .printf(
                        "A strategy lies in %s; %s. Now:%n  cd %s && %s package%n"
                                + "  %s --plugin target/%s.jar --strategy my%n",
                        Printable.line(folder.toString()),
                        placed,
                        Printable.line(ShellWord.of(folder.toString())),
                        Printable.line(maven()),
                        Printable.line(ShellWord.of(hayate.toString())),
                        name);
    }

    /** Maven's command: that of PATH, else the one that comes with Hayate. */
    private String maven() {
        Path wrapper = environment.home().resolve("scripts").resolve("mvnw");
        String path = environment.variables().getOrDefault("PATH", "");
        boolean isOnPath =
                Arrays.stream(path.split(Pattern.quote(File.pathSeparator), 0))
                        .anyMatch(each -> new File(each, "mvn").canExecute());
        String command =
                isOnPath || !Files.isExecutable(wrapper) ? "mvn" : ShellWord.of(wrapper.toString());
        return repository == null
                ? command
                : command + " " + ShellWord.of("-Dmaven.repo.local=" + repository.toAbsolutePath());
    }

    /** The folder's name as Maven and a shell like it. */
    private String projectName() {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
        String plain = name.replaceAll("[^a-z0-9._-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        return plain.isEmpty() ? "my-strategy" : plain;
    }
}
