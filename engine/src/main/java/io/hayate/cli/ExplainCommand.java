package io.hayate.cli;

import io.hayate.story.JournalAnswers;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hayate explain ORDER}: an order's whole story, as the journal has it. */
@Command(
        name = "explain",
        description = {
            "Tells an order's whole story from the journal: what led to it, the verdict,",
            "the message, each answer, fill and doubt, and its end. Needs no engine, and",
            "disturbs none. Exit code 1 when there is no such order, or the journal is",
            "damaged."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hayate explain last                 what was asked for last, or refused",
            "  hayate explain 17592186044417       by our number, or the venue's",
            "  hayate explain last-refused --config config/live.conf",
            "  hayate explain last --json | jq -r '.events[].type'"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Environment environment;

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "ORDER",
            description = {
                "Client order id, the venue's id, last, last-sent, last-refused, or r and",
                "the number of a record, such as r17."
            })
    private String order;

    @Mixin private JournalOptions options;

    ExplainCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        JournalAnswers.check(order);
        return options.answer(environment, spec, answers -> answers.explain(order));
    }
}
