package io.hayate.cli;

import io.hayate.story.JournalAnswers;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hayate positions}: what is held, by the fills of a journal. */
@Command(
        name = "positions",
        description = {
            "Shows what is held of each instrument, by the fills of the journal: average",
            "cost, what could be sold, profit at the last price that an order went by.",
            "Needs no engine, and disturbs none. Exit code 1 when the journal is damaged."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hayate positions",
            "  hayate positions --config config/live.conf",
            "  hayate positions --json | jq -r '.positions[].position'"
        })
final class PositionsCommand implements Callable<Integer> {
    private final Environment environment;

    @Spec private CommandSpec spec;
    @Mixin private JournalOptions options;

    PositionsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        return options.answer(environment, spec, JournalAnswers::positions);
    }
}
