package io.hayate.run;

import io.hayate.model.Clocks;
import io.hayate.model.Printable;
import io.hayate.news.News;
import io.hayate.news.NewsKind;
import io.hayate.news.NewsLevel;
import io.hayate.rehearsal.Rehearsal;
import io.hayate.rehearsal.RehearsedStrategies;
import io.hayate.settings.RunConfig;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyConfig;
import io.hayate.strategy.StrategyMember;
import io.hayate.strategy.plugin.StrategyLoader;
import java.util.ArrayList;
import java.util.List;

/** The rehearsal of a run: with which of its strategies, and what there is to tell of it. Main thread. */
final class RunRehearsal {
    private final RunConfig config;
    private final Clocks clocks;
    private final List<String> failures = new ArrayList<>();

    RunRehearsal(RunConfig config, Clocks clocks) {
        this.config = config;
        this.clocks = clocks;
    }

    /**
     * Rehearses, if there is time for it.
     *
     * @param strategies those that the run will have, configured: they are asked whether they are rehearsed
     */
    void run(List<Strategy> strategies) throws InterruptedException {
        if (config.warmUpMs() > 0) {
            RehearsedStrategies some = rehearsed(strategies);
            failures.addAll(Rehearsal.run(config.engine(), config.warmUpMs(), clocks, some));
        }
    }

    private RehearsedStrategies rehearsed(List<Strategy> strategies) {
        StrategyConfig settings = config.engine().strategy();
        List<Integer> places = new ArrayList<>();
        List<StrategyMember> members = new ArrayList<>();
        for (int place = 0; place < strategies.size(); place++) {
            if (isRehearsable(strategies.get(place), settings.names().get(place))) {
                places.add(place);
                members.addAll(
                        settings.members().subList(place, settings.isList() ? place + 1 : place));
            }
        }
        if (places.isEmpty()) {
            return RehearsedStrategies.NONE;
        }
        return new RehearsedStrategies(
                settings.of(members, settings.callbackMaxMs()),
                () ->
                        places.stream()
                                .map(at -> StrategyLoader.another(strategies.get(at), settings, at))
                                .toList());
    }

    private boolean isRehearsable(Strategy strategy, String name) {
        try {
            return strategy.rehearsable();
        } catch (Throwable e) {
            failures.add("strategy " + name + " failed in rehearsable: " + e);
            return false;
        }
    }

    /** Tells what failed: the run goes on. */
    void tell(RunNews news) {
        for (String failure : failures) {
            String line = "rehearsal  " + Printable.line(failure) + "; the run goes on";
            news.print(News.of(NewsKind.RUN, NewsLevel.WARN, line));
        }
    }
}
