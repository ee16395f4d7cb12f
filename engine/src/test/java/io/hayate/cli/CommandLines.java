package io.hayate.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParseResult;

/** What the command line takes, for whoever checks what documents say of it. */
public final class CommandLines {
    private static final Environment ENVIRONMENT =
            new Environment(Map.of(), Path.of("..").toAbsolutePath().normalize(), null);

    private CommandLines() {}

    private static Cli cli() {
        return new Cli(ENVIRONMENT, config -> 0);
    }

    /**
     * Why the arguments would be refused as wrong usage; empty when they would not.
     *
     * @param isWhole false where what is missing is no mistake
     */
    public static String complaint(List<String> arguments, boolean isWhole) {
        Cli cli = cli();
        collectErrors(cli.commands());
        ParseResult parsed = cli.parse(arguments);
        while (parsed != null) {
            for (Exception each : parsed.errors()) {
                if (isWhole || !(each instanceof MissingParameterException)) {
                    return each.getMessage();
                }
            }
            parsed = parsed.subcommand();
        }
        return "";
    }

    /** What is missing would hide what is unknown. */
    private static void collectErrors(CommandLine command) {
        command.getCommandSpec().parser().collectErrors(true);
        command.getSubcommands().values().forEach(CommandLines::collectErrors);
    }

    /** All options of all commands. */
    public static Set<String> options() {
        Set<String> names = new TreeSet<>();
        add(cli().commands(), names);
        return names;
    }

    private static void add(CommandLine command, Set<String> names) {
        command.getCommandSpec().optionsMap().keySet().forEach(names::add);
        command.getSubcommands().values().forEach(each -> add(each, names));
    }
}
