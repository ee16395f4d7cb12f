package io.hayate.run;

import io.hayate.news.News;
import io.hayate.news.NewsKind;
import io.hayate.news.NewsLevel;
import io.hayate.news.NewsListener;
import io.hayate.view.EngineAnswers;
import io.hayate.view.EngineLink;
import io.hayate.view.terminal.CommandLine;
import io.hayate.view.terminal.ConsoleConfig;
import io.hayate.view.web.LiveActions;

/** What comes from a browser, carried out as the console does, and told. Any thread but the trading ones. */
final class BrowserActions implements LiveActions {
    private static final String OF_A_STRATEGY = "strategy ";

    private final CommandLine lines;
    private final CommandLine slow; // of its own: no kill waits for a strategy that is being made
    private final EngineAnswers answers;
    private final NewsListener news;

    BrowserActions(
            ConsoleConfig config, EngineLink link, EngineAnswers answers, NewsListener news) {
        lines = new CommandLine(config, link, answers);
        slow = new CommandLine(config, link, answers);
        this.answers = answers;
        this.news = news;
    }

    @Override
    public String carryOut(String line, String asker) {
        news.onNews(News.of(NewsKind.ANSWER, NewsLevel.INFO, asker + " asks for: " + line));
        CommandLine taking = line.startsWith(OF_A_STRATEGY) ? slow : lines;
        return taking.carryOut(line, "web " + asker);
    }

    @Override
    public String explain(String order) {
        return answers.explain(order);
    }
}
