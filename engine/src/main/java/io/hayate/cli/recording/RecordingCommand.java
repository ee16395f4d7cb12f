package io.hayate.cli.recording;

import io.hayate.engine.ExitCodes;
import io.hayate.recording.tool.RecordingAnswers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hayate recording}: what recordings hold, and what is made of them. */
@Command(
        name = "recording",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Lists, shows and checks recordings, cuts parts out of them and merges several.",
            "A RECORDING is a file or a folder of files: of Hayate, or raw data of tardis or",
            "cryptofeed, or frames, one a line; as they are, or compressed by gzip or zstd."
        },
        subcommands = {
            RecordingCommand.ListCommand.class,
            RecordingCommand.InfoCommand.class,
            RecordingCommand.CheckCommand.class,
            RecordingCutCommand.class,
            RecordingMergeCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  hayate recording ls records",
            "  hayate recording info records --json | jq .channels",
            "  hayate recording check records && echo whole",
            "  hayate recording cut records --from 09:00 --to 10:00 -o hour.jsonl.gz",
            "  hayate recording merge a.jsonl.gz b.jsonl.gz -o both.jsonl.gz"
        })
public final class RecordingCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "A command is needed: ls, info, check, cut or merge");
    }

    /** A question about a recording. */
    abstract static class Question implements Callable<Integer> {
        @Spec private CommandSpec spec;

        @Option(names = "--json", description = "Prints one JSON object.")
        private boolean json;

        @Override
        public final Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            boolean isWell = RecordingWork.run(() -> isWell(new RecordingAnswers(out, json)));
            out.flush();
            return isWell ? ExitCodes.OK : ExitCodes.CHECK_FAILED;
        }

        /** Answers it; false when something is found to be wrong. */
        abstract boolean isWell(RecordingAnswers answers) throws IOException;
    }

    /** {@code hayate recording ls}. */
    @Command(
            name = "ls",
            description = {
                "Lists the files of a folder of recordings: span, entries, torn or not."
            },
            footerHeading = "%nExample:%n",
            footer = "  hayate recording ls records")
    static final class ListCommand extends Question {
        @Parameters(paramLabel = "DIR", description = "The folder, or a file.")
        private Path folder;

        @Override
        boolean isWell(RecordingAnswers answers) throws IOException {
            answers.list(folder);
            return true;
        }
    }

    /** {@code hayate recording info}. */
    @Command(
            name = "info",
            description = {
                "Shows what a recording holds: span, connections, channels with frames a second",
                "and checksums that agree, and how much is wrong."
            },
            footerHeading = "%nExample:%n",
            footer = "  hayate recording info records --json | jq .channels")
    static final class InfoCommand extends Question {
        @Parameters(paramLabel = "RECORDING", description = "A file, or a folder of files.")
        private Path recording;

        @Override
        boolean isWell(RecordingAnswers answers) throws IOException {
            answers.info(recording);
            return true;
        }
    }

    /** {@code hayate recording check}. */
    @Command(
            name = "check",
            description = {
                "Checks that a recording is whole, and names file and line of what is not: torn",
                "ends, lost entries, gaps of numbers, times that go back, channels that are not",
                "subscribed, unknown frames, wrong checksums. Exit code 1 when there is any."
            },
            footerHeading = "%nExample:%n",
            footer = "  hayate recording check records && echo whole")
    static final class CheckCommand extends Question {
        @Parameters(paramLabel = "RECORDING", description = "A file, or a folder of files.")
        private Path recording;

        @Override
        boolean isWell(RecordingAnswers answers) throws IOException {
            return answers.check(recording);
        }
    }
}
