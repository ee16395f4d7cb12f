package io.hayate.cli;

import io.hayate.engine.ExitCodes;
import io.hayate.model.Printable;
import io.hayate.model.Texts;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with the arguments: one line, and one where to look. */
final class WrongUsage {
    private static final String OWN_RULE =
            "^Invalid value for (?:option '(--[a-z-]+)'[^:]*|positional parameter"
                    + " [^:]*\\((\\w+)\\)): must ";

    private WrongUsage() {}

    static int tell(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        boolean isSub = command.getParent() != null;
        PrintWriter err = command.getErr();
        String words = shown(e, isSub);
        err.println(command.getCommandSpec().qualifiedName() + ": " + words);
        err.println("Try '" + help(command, isSub) + "'.");
        return ExitCodes.USAGE;
    }

    private static String help(CommandLine command, boolean isSub) {
        if (isSub && command.getParent().getParent() != null) {
            return command.getCommandSpec().qualifiedName() + " --help";
        }
        return "hayate help" + (isSub ? " " + command.getCommandName() : "");
    }

    /** What is wrong, in one line, for a program without sub-commands. */
    static String shown(ParameterException e) {
        return shown(e, true);
    }

    private static String shown(ParameterException e, boolean isSub) {
        return Printable.line(Texts.withoutPasswords(message(e, isSub)));
    }

    private static String message(ParameterException e, boolean isSub) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, isSub) + suggestion(unmatched);
        }
        return e.getMessage()
                .replaceFirst(OWN_RULE, "$1$2 must ")
                .replace("option option", "option");
    }

    private static String unmatched(UnmatchedArgumentException e, boolean isSub) {
        String kind = e.isUnknownOption() ? "option" : isSub ? "argument" : "command";
        return "Unknown " + kind + ": '" + e.getUnmatched().get(0) + "'";
    }

    private static String suggestion(UnmatchedArgumentException e) {
        List<String> near = e.getSuggestions();
        return near.isEmpty() ? "" : "; did you mean " + near.get(0) + "?";
    }
}
