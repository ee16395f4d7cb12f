package io.hayate.run;

import io.hayate.engine.AffinityConfig;
import io.hayate.engine.Engine;
import io.hayate.engine.EngineConfig;
import io.hayate.engine.EngineEnd;
import io.hayate.engine.ExitCodes;
import io.hayate.engine.MemoryNeed;
import io.hayate.engine.ThreadPlan;
import io.hayate.machine.Affinity;
import io.hayate.machine.ServiceManager;
import io.hayate.machine.StandardDescriptors;
import io.hayate.metrics.file.CountersConfig;
import io.hayate.model.Clocks;
import io.hayate.model.ConfigException;
import io.hayate.model.Printable;
import io.hayate.monitor.EngineMonitor;
import io.hayate.monitor.ManagerPort;
import io.hayate.monitor.ServiceReports;
import io.hayate.news.News;
import io.hayate.news.NewsKind;
import io.hayate.news.NewsLevel;
import io.hayate.news.NewsSink;
import io.hayate.recording.RecordConfig;
import io.hayate.rehearsal.WarmPath;
import io.hayate.settings.RunConfig;
import io.hayate.state.StateDir;
import io.hayate.strategy.Strategies;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.plugin.StrategyLoader;
import io.hayate.venue.server.SimulatedVenue;
import io.hayate.view.EngineAnswers;
import io.hayate.view.EngineLink;
import io.hayate.view.terminal.TerminalStreams;
import io.hayate.view.terminal.TerminalView;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.SystemEpochClock;
import org.agrona.concurrent.SystemEpochMicroClock;
import org.agrona.concurrent.SystemNanoClock;

/** A whole run, from the settings to the exit code: venue, engine, view, and the end. Main thread. */
public final class EngineRunner {
    private static final Clocks CLOCKS =
            new Clocks(SystemNanoClock.INSTANCE, SystemEpochClock.INSTANCE);
    private static final long HOUSEKEEPING_MS = 100;
    private static final String KILL_FILE = "kill";
    private static final int RESERVE_BYTES = 4 << 20;
    private static final int STARVED_TURNS_MAX = 50;

    private final RunConfig config;
    private final ThreadPlan plan;
    private final PrintStream errors;
    private final ReportFolder report;
    private final SummaryFile summaryFile;
    private final RunRehearsal rehearsal;
    private final RunRecorder recorder;
    private final RunPaper paper;
    private final RunWeb web;
    private final RunNews news;
    private final ManagerPort port;
    private final ServiceReports service;

    private EngineRunner(RunConfig config, PrintStream errors) {
        this.config = config;
        plan = ThreadPlan.of(config.engine()); // first, as it may refuse a setting
        RecordConfig recording = config.outputs().recording();
        int recordBytes = recording.isEnabled() ? recording.bufferBytes() : 0;
        MemoryNeed.check(config.engine(), recordBytes); // so may this
        this.errors = errors;
        report = new ReportFolder(config.outputs().latencyReport());
        summaryFile = new SummaryFile(config.outputs().summaryJson(), config.paper().isEnabled());
        rehearsal = new RunRehearsal(config, CLOCKS);
        recorder = new RunRecorder(config, CLOCKS, new SystemEpochMicroClock());
        paper = new RunPaper(config, recorder.tap());
        web = new RunWeb(config, CLOCKS);
        news = new RunNews(config, CLOCKS, web.listener());
        ServiceManager manager = config.outputs().service();
        port = new ManagerPort(manager.socket(), this::complain);
        service = new ServiceReports(manager, CLOCKS.nano(), port);
    }

    /**
     * Runs an engine until it is asked to end or cannot go on.
     *
     * @param errors where the reason is printed when it does not end as asked
     * @return one of {@link ExitCodes}
     * @throws ConfigException when a setting is found wrong only now: nothing has started
     */
    public static int run(RunConfig config, PrintStream errors) {
        return new EngineRunner(config, errors).run();
    }

    /**
     * Refuses what {@link #run} would refuse before anything starts, and starts nothing. A strategy of
     * a plug-in is looked for but not made.
     *
     * @return {@link ExitCodes#OK}
     * @throws ConfigException when a setting is found wrong
     */
    public static int check(RunConfig config, PrintStream errors) {
        new EngineRunner(config, errors).checkStrategy();
        return ExitCodes.OK;
    }

    private void checkStrategy() {
        StrategyLoader.check(config.engine().strategy());
    }

    private int run() {
        List<Strategy> strategies = StrategyLoader.loadAll(config.engine().strategy());
        try (StopSignal signal = new StopSignal();
                SimulatedVenue venue = config.engine().venue().embedded() ? startVenue() : null;
                recorder;
                news;
                port) {
            rehearsal.run(strategies);
            URI url = venue == null ? config.engine().venue().url() : venue.url();
            recorder.begin();
            return runWatched(signal, strategies, url);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCodes.OK;
        } catch (IOException e) {
            complain(paper.complaint(e));
            return ExitCodes.NOT_CONNECTED;
        }
    }

    private int runWatched(StopSignal signal, List<Strategy> strategies, URI url)
            throws InterruptedException {
        EngineConfig engine = config.engine();
        Path stateDir = StateDir.open(engine.stateDir()).path();
        try (EngineMonitor monitor =
                EngineMonitor.open(
                        config.outputs().counters(),
                        stateDir,
                        CLOCKS,
                        RunFacts.ofProcess(config, url),
                        line -> errors.println("hayate: " + Printable.line(line)))) {
            Engine watched = new Engine(engine, url, strategies, paper.tap(), monitor.meters());
            keepWarm(watched);
            return run(signal, watched, monitor, url);
        }
    }

    private void keepWarm(Engine engine) {
        if (config.engine().loop().keepWarmUs() > 0) {
            WarmPath warm = WarmPath.of(config.engine().path(), CLOCKS.epoch());
            engine.keepWarm(warm.loopSide(), warm.strategySide());
        }
    }

    private SimulatedVenue startVenue() throws IOException {
        return paper.isOn() ? paper.start() : SimulatedVenue.start(config.venue());
    }

    private int run(StopSignal signal, Engine engine, EngineMonitor monitor, URI url)
            throws InterruptedException {
        GuardedEngine guarded =
                new GuardedEngine(engine.incidents()::onError, engine::close, this::complain);
        return guarded.run(() -> runStarted(signal, engine, guarded, monitor, url));
    }

    private int runStarted(
            StopSignal signal, Engine engine, GuardedEngine guarded, EngineMonitor monitor, URI url)
            throws InterruptedException {
        EngineEnd end = engine.end();
        signal.onSignal(end::onAsked);
        SessionSummary summary = new SessionSummary(engine);
        Instant start = Instant.now();
        Map<Integer, String> owners = owners(engine.strategies());
        StrategyAnswers strategies = new StrategyAnswers(engine, config.engine().strategy());
        EngineAnswers answers = new RunAnswers(config.engine(), summary, strategies, web);
        EngineLink link = heard(engine, strategies, answers, monitor, url);
        TerminalView view = view(engine, link, answers, news.sink(owners));
        news.begin(view::print);
        try (KillTriggers triggers = killTriggers(engine)) {
            news.print(Banner.text(config, url, plan, engine.sockets()));
            view.start();
            view.print(web.begin());
            tellStart(monitor);
            keepOthersOff();
            triggers.look();
            engine.incidents().setApart(RESERVE_BYTES);
            recorder.tellTo(engine.incidents()::tell);
            monitor.watch(engine, recorder);
            engine.start();
            service.onStarted(engine);
            RefusalNews refusals = new RefusalNews(engine.refusals(), owners, System.nanoTime());
            awaitEnd(engine, refusals, triggers, monitor);
            guarded.close();
            recorder.close();
            tellIncidents(engine, monitor);
            tellEnd(engine);
        } finally {
            web.close();
            view.close();
        }
        news.print(summary.text() + recorder.summary() + paper.summary() + news.summary());
        boolean reported = writeAll(engine, url, start);
        int exitCode = conclude(end.reason());
        exitCode = exitCode == ExitCodes.OK ? tellLeft(engine) : exitCode;
        return signal.exitCode(
                exitCode == ExitCodes.OK && !reported ? ExitCodes.CHECK_FAILED : exitCode);
    }

    /** That counters lie elsewhere is of no weight where the settings want it. */
    private void tellStart(EngineMonitor monitor) {
        rehearsal.tell(news);
        boolean isWanted = config.outputs().counters().place() == CountersConfig.Place.AUTO;
        if (isWanted && !monitor.why().isEmpty()) {
            String why = Printable.line(monitor.why());
            news.print("counters  in the process's memory, copied once a second: " + why);
        }
    }

    /** Whose orders are refused: of several strategies each by name. */
    private static Map<Integer, String> owners(Strategies strategies) {
        Map<Integer, String> owners = new LinkedHashMap<>();
        for (int i = 0; i < strategies.size() && strategies.number(i) > 0; i++) {
            owners.put(strategies.number(i), strategies.name(i));
        }
        return owners;
    }

    private KillTriggers killTriggers(Engine engine) {
        Path file = config.engine().stateDir().resolve(KILL_FILE);
        return new KillTriggers(engine.halt(), file, news::print);
    }

    private static EngineLink link(Engine engine) {
        return new EngineLink(
                engine.instruments(),
                engine.channels(),
                engine.statistics(),
                engine.notices(),
                engine.commands(),
                engine.halt(),
                engine.positions().portfolio(),
                SystemNanoClock.INSTANCE);
    }

    private EngineLink heard(
            Engine engine,
            StrategyAnswers strategies,
            EngineAnswers answers,
            EngineMonitor monitor,
            URI url) {
        RunState state = new RunState(engine, strategies, url, config.paper().isEnabled());
        return web.heard(link(engine), answers, engine.tickToTrade(), monitor, state, news);
    }

    private TerminalView view(
            Engine engine, EngineLink link, EngineAnswers answers, NewsSink sink) {
        return new TerminalView(
                config.console(),
                link,
                answers,
                engine.end()::onAsked,
                TerminalStreams.system(
                                config.console().prompt(),
                                StandardDescriptors.ofProcess().isInputGiven())
                        .heardBy(sink));
    }

    /** A compiler or a view that comes to a core where a thread spins takes its place for some ms. */
    private void keepOthersOff() {
        if (!plan.otherCores().isEmpty()) {
            Affinity.confineProcess(plan.otherCores(), AffinityConfig.LOOP_KEY);
        }
    }

    private void tellEnd(Engine engine) {
        EngineEnd.Reason reason = engine.end().reason();
        boolean isAsked = reason == null || reason.exitCode() == ExitCodes.OK;
        news.onEnd(
                isAsked ? "" : reason.lines(),
                StrategyAnswers.money(engine.positions(), engine.instruments()));
    }

    private void awaitEnd(
            Engine engine, RefusalNews refusals, KillTriggers triggers, EngineMonitor monitor)
            throws InterruptedException {
        Duration duration = config.duration();
        long startNs = System.nanoTime();
        int starvedTurns = 0;
        boolean isOver = false;
        HaltNews halts = new HaltNews(engine.halt(), news);
        while (!isOver) {
            try {
                isOver = engine.end().await(HOUSEKEEPING_MS);
                engine.keepHouse();
                service.look();
                triggers.look();
                halts.look();
                tellIncidents(engine, monitor);
                refusals.tell(System.nanoTime(), this::tellRefusal);
                paper.keepHouse(engine);
                if (duration != null && System.nanoTime() - startNs >= duration.toNanos()) {
                    endInTime(engine);
                }
                starvedTurns = 0;
            } catch (OutOfMemoryError e) { // a strategy that takes it all is stopped soon
                if (++starvedTurns > STARVED_TURNS_MAX) {
                    throw e;
                }
            }
        }
        service.onStopping();
    }

    private static void endInTime(Engine engine) {
        if (engine.path().session().hasEverBeenLive()) {
            engine.end().onAsked();
        } else {
            engine.end().onNeverLive();
        }
    }

    private void tellIncidents(Engine engine, EngineMonitor monitor) {
        engine.incidents()
                .drain(
                        incident -> {
                            monitor.onError(RunNews.describe(incident));
                            news.print(incident);
                        });
    }

    private void tellRefusal(String strategy, String line) {
        String marked = paper.marked(line);
        news.print(new News(NewsKind.REJECT, NewsLevel.WARN, strategy, "", marked));
    }

    /** Writes the report, if one is wanted; false when it could not be written. */
    private boolean report(Engine engine, URI url, Instant start) {
        if (!report.isWanted()) {
            return true;
        }
        try {
            Map<String, String> facts =
                    RunFacts.of(config.engine(), url, engine, start, Instant.now());
            report.write(engine.tickToTrade(), facts);
            news.print("latency report    " + Printable.line("" + report));
            return true;
        } catch (IOException e) {
            complain("the latency report could not be written: " + Printable.line("" + e));
            return false;
        }
    }

    /** The report is written even where the summary could not be. */
    private boolean writeAll(Engine engine, URI url, Instant start) {
        boolean summed = writeSummary(engine, url, start);
        return report(engine, url, start) && summed;
    }

    private boolean writeSummary(Engine engine, URI url, Instant start) {
        try {
            summaryFile.write(engine, url, start, Instant.now());
            return true;
        } catch (IOException e) {
            complain("the summary could not be written: " + Printable.line("" + e));
            return false;
        }
    }

    private int tellLeft(Engine engine) {
        LeftOrders left = new LeftOrders(config.engine().path().orders().stop());
        engine.path().orders().forEach(left);
        left.lines().forEach(this::printError);
        return left.isMeant() ? ExitCodes.OK : ExitCodes.ORDERS_LEFT;
    }

    private int conclude(EngineEnd.Reason reason) {
        if (reason == null || reason.exitCode() == ExitCodes.OK) {
            return ExitCodes.OK;
        }
        complain(reason.lines());
        return reason.exitCode();
    }

    private void complain(String words) {
        printError("hayate: " + words);
    }

    private void printError(String line) {
        errors.println(line);
        news.onNews(News.of(NewsKind.RUN, NewsLevel.ERROR, line));
    }
}
