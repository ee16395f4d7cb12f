package io.hayate.cli;

import io.hayate.story.JournalAnswers;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hayate pnl}: profit and fees, by the fills of a journal. */
@Command(
        name = "pnl",
        description = {
            "Shows profit and fees by currency, by the fills of the journal: method average",
            "cost, exact sums. Currencies are not summed up. Needs no engine, and disturbs",
            "none. Exit code 1 when the journal is damaged."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hayate pnl",
            "  hayate pnl --config config/live.conf",
            "  hayate pnl --json | jq -r '.currencies[] | [.currency, .realised] | @tsv'"
        })
final class PnlCommand implements Callable<Integer> {
    private final Environment environment;

    @Spec private CommandSpec spec;
    @Mixin private JournalOptions options;

    PnlCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        return options.answer(environment, spec, JournalAnswers::profit);
    }
}
