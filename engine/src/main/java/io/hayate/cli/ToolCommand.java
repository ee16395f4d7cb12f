package io.hayate.cli;

import io.hayate.engine.ExitCodes;
import io.hayate.model.ConfigException;
import io.hayate.model.Printable;
import io.hayate.model.Texts;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import picocli.CommandLine;

/** The command line of a program beside {@code hayate}: it reads paths and tells errors as that does. */
public final class ToolCommand {
    private ToolCommand() {}

    /** Wrong usage, a wrong setting or a file that cannot be had is one line and exit code 2. */
    public static CommandLine of(Object command) {
        CommandLine line = new CommandLine(command);
        line.registerConverter(Path.class, new PathConverter());
        line.setParameterExceptionHandler(
                (e, arguments) -> tell(e.getCommandLine(), WrongUsage.shown(e) + " (see --help)"));
        line.setExecutionExceptionHandler((e, failed, parsed) -> tell(failed, wordsOf(e)));
        return line;
    }

    private static String wordsOf(Exception e) throws Exception {
        if (e instanceof ConfigException) {
            return e.getMessage();
        } else if (e instanceof FileSystemException file) {
            String reason =
                    file.getReason() == null ? e.getClass().getSimpleName() : file.getReason();
            return "cannot write or read " + file.getFile() + ": " + reason;
        }
        throw e;
    }

    private static int tell(CommandLine command, String words) {
        String line = Printable.line(Texts.withoutPasswords(words));
        command.getErr().println(command.getCommandName() + ": " + line);
        return ExitCodes.USAGE;
    }
}
