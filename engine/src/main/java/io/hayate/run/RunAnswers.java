package io.hayate.run;

import io.hayate.engine.EngineConfig;
import io.hayate.journal.file.JournalFolder;
import io.hayate.model.ConfigException;
import io.hayate.state.Marks;
import io.hayate.story.JournalAnswers;
import io.hayate.view.EngineAnswers;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Answers the console: counters from the engine, orders from the journal's files, as they are now. */
final class RunAnswers implements EngineAnswers {
    private static final int COLUMNS = 79; // the console leaves the last column of a terminal free

    private final SessionSummary summary;
    private final StrategyAnswers strategies;
    private final RunWeb web;
    private final Path journal; // null where no state is kept

    RunAnswers(
            EngineConfig config, SessionSummary summary, StrategyAnswers strategies, RunWeb web) {
        this.web = web;
        this.summary = summary;
        this.strategies = strategies;
        Path state = config.stateDir();
        String key = config.credentials().apiKey();
        journal = state == null ? null : Marks.folder(state, JournalFolder.NAME, key);
    }

    @Override
    public String status() {
        return summary.status();
    }

    @Override
    public String web() {
        String link = web.newLink();
        return link.isEmpty() ? EngineAnswers.super.web() : link;
    }

    @Override
    public String strategies() {
        return strategies.list();
    }

    @Override
    public String strategy(String asked) {
        return strategies.carryOut(asked);
    }

    @Override
    public String positionsOfEach() {
        return strategies.positions();
    }

    @Override
    public String profitOfEach() {
        return strategies.profit();
    }

    @Override
    public String explain(String order) {
        if (journal == null || !Files.isDirectory(journal)) {
            return EngineAnswers.super.explain(order);
        }
        StringWriter text = new StringWriter();
        try {
            JournalAnswers answers =
                    new JournalAnswers(journal, new PrintWriter(text), false).within(COLUMNS);
            String complaint = answers.explain(order);
            return complaint == null
                    ? text.toString()
                    : text + JournalAnswers.wrapped(complaint, COLUMNS);
        } catch (ConfigException e) {
            return JournalAnswers.wrapped(e.getMessage(), COLUMNS);
        }
    }
}
