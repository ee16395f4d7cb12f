package io.hayate.cli;

import io.hayate.engine.ExitCodes;
import io.hayate.journal.file.JournalFolder;
import io.hayate.model.ConfigException;
import io.hayate.model.Printable;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.state.Marks;
import io.hayate.story.JournalAnswers;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Which journal is read, and for whom; of an engine that runs, too, which is not disturbed. */
final class JournalOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = {
                "Settings of the run: their state.dir and key name the journal. Default:",
                "config/hayate.conf in Hayate's folder."
            })
    private Path config;

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description = "Where state lies, in place of state.dir.")
    private Path stateDir;

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            description = "The folder of a journal itself, such as a copy; no settings are read.")
    private Path journal;

    @Option(names = "--json", description = "Prints one JSON object; amounts and prices as texts.")
    private boolean json;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "Of this strategy of several alone.")
    private String strategy;

    /** Asks the journal; a complaint is told, and is exit code 1. */
    int answer(
            Environment environment, CommandSpec spec, Function<JournalAnswers, String> question) {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = folder(environment);
        String complaint = question.apply(new JournalAnswers(folder, out, json).of(strategy));
        if (complaint == null) {
            return ExitCodes.OK;
        }
        out.flush();
        spec.commandLine()
                .getErr()
                .println("hayate: " + Printable.line(complaint + others(folder, complaint)));
        return ExitCodes.CHECK_FAILED;
    }

    /** A person may have meant another one. */
    private static String others(Path folder, String complaint) {
        Path above = folder.toAbsolutePath().getParent();
        if (above == null || !complaint.startsWith("there is no ")) {
            return "";
        }
        List<Path> others =
                JournalFolder.allIn(above).stream()
                        .filter(each -> !each.equals(folder.toAbsolutePath()))
                        .toList();
        return others.isEmpty() ? "" : "; beside it lies " + others.get(0) + " (--journal)";
    }

    private Path folder(Environment environment) {
        if (journal != null) {
            if (!Files.isDirectory(journal)) {
                throw new ConfigException(
                        "--journal must be the folder of a journal: was " + journal);
            }
            return journal;
        }
        Path file = environment.settingsFile(config);
        ConfigLoader loader = environment.configLoader();
        Path state = stateDir != null ? stateDir : loader.stateDir(file);
        List<Path> all = JournalFolder.allIn(state);
        Path ofKey = ofKey(state, file, loader, all);
        if (ofKey != null) {
            return ofKey;
        } else if (all.size() == 1) {
            return all.get(0);
        } else if (all.isEmpty()) {
            throw new ConfigException(
                    "there is no journal in "
                            + state
                            + ": no engine that may trade has run with this state folder");
        }
        throw new ConfigException(
                "--journal must say which of "
                        + all.size()
                        + " journals is meant, such as "
                        + all.get(0)
                        + ": none is of the key that the settings name");
    }

    /** The journal of the key of the settings; null where there is none of it, or they cannot be read. */
    private static Path ofKey(Path state, Path file, ConfigLoader loader, List<Path> all) {
        try {
            String key = loader.load(file, new Overrides()).engine().credentials().apiKey();
            Path folder = Marks.folder(state, JournalFolder.NAME, key).toAbsolutePath();
            return all.contains(folder) ? folder : null;
        } catch (ConfigException e) {
            return null; // what keeps an engine from starting must not hide what it did
        }
    }
}
