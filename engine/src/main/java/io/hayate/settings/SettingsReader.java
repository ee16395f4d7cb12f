package io.hayate.settings;

import io.hayate.codec.DecoderConfig;
import io.hayate.codec.DecoderKind;
import io.hayate.engine.AffinityConfig;
import io.hayate.engine.DeadManMode;
import io.hayate.engine.EngineConfig;
import io.hayate.engine.LoopConfig;
import io.hayate.engine.OrderConfig;
import io.hayate.engine.PathConfig;
import io.hayate.engine.RestAddress;
import io.hayate.engine.StopConfig;
import io.hayate.engine.Topology;
import io.hayate.engine.VenueEndpoint;
import io.hayate.intake.MarketConfig;
import io.hayate.journal.file.JournalConfig;
import io.hayate.log.LogConfig;
import io.hayate.log.LogFormat;
import io.hayate.machine.CoreChoice;
import io.hayate.machine.PathNames;
import io.hayate.machine.ServiceManager;
import io.hayate.market.HistoryConfig;
import io.hayate.metrics.file.CountersConfig;
import io.hayate.model.AccountConnection;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Settings;
import io.hayate.notify.NotifyConfig;
import io.hayate.order.AbsentOrders;
import io.hayate.paper.PaperChannels;
import io.hayate.paper.PaperConfig;
import io.hayate.recording.RecordConfig;
import io.hayate.risk.QuoteLimits;
import io.hayate.risk.RiskLimits;
import io.hayate.session.Credentials;
import io.hayate.session.SessionConfig;
import io.hayate.state.LockFolders;
import io.hayate.state.StateDir;
import io.hayate.strategy.CancelOnStop;
import io.hayate.strategy.KillScope;
import io.hayate.strategy.StrategyConfig;
import io.hayate.transport.IoKind;
import io.hayate.transport.TransportConfig;
import io.hayate.transport.tls.TlsKind;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import io.hayate.view.terminal.ConsoleConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes the records of a run from its settings: one key, one component. */
final class SettingsReader {
    private static final int ATTEMPT_TIMEOUT_MS = 10_000;
    private static final String WARM_UP_KEY = "loop.warm-up";
    private static final int WARM_UP_MS = 2_000;
    private static final int MINUTE_MS = 60_000;
    private static final int HOUR_MS = 3_600_000;
    private static final int FRAME_BYTES_MAX = 4 << 20;
    private static final int OUTBOUND_BYTES_MAX = 1 << 20;
    private static final URI UNKNOWN_YET = URI.create("ws://127.0.0.1/ws/2");

    private final ConfigReader reader;
    private final Map<String, String> environment;
    private final Path home;
    private final Path userHome;
    private final PaperSettings paper;

    SettingsReader(ConfigReader reader, Map<String, String> environment, Path home, Path userHome) {
        this.reader = reader;
        this.environment = environment;
        this.home = home;
        this.userHome = userHome;
        paper = new PaperSettings(reader, environment);
    }

    RunConfig read(Overrides overrides, Origins origins) {
        URI url = VenueUrl.parse(reader.text(VenueUrl.KEY, VenueUrl.EMBEDDED));
        URI publicUrl = VenueUrl.parsePublic(reader.text(VenueUrl.PUBLIC_KEY, ""));
        List<ChannelSpec> asked = new ChannelSettings(reader).read();
        List<ChannelSpec> channels = paper.isEnabled() ? PaperChannels.of(asked) : asked;
        RestAddress rest = VenueUrl.parseRest(reader.text(VenueUrl.REST_KEY, ""));
        VenueEndpoint venue = endpoint(url, publicUrl, rest);
        EngineConfig engine = engine(venue, channels, strategy(overrides, origins));
        VenueConfig embedded = new VenueSettings(reader).read(url == null, symbolsOf(channels));
        paper.check(engine.path().session());
        return new RunConfig(
                engine,
                embedded,
                paper.read(
                        engine.path().orders().quoteLimits(), engine.path().market().bookStaleMs()),
                console(overrides.prompt()),
                warmUpMs(),
                overrides.duration(),
                outputs(overrides, several(engine.path().strategy())),
                origins);
    }

    /** The embedded venue tells its market data itself, unless its markets are those of another. */
    private VenueEndpoint endpoint(URI url, URI publicUrl, RestAddress rest) {
        return paper.isEnabled()
                ? paper.endpoint(url, publicUrl, rest)
                : new VenueEndpoint(url == null, url, url == null ? null : publicUrl, rest);
    }

    private StrategyConfig strategy(Overrides overrides, Origins origins) {
        return new StrategySettings(reader, overrides, origins)
                .read(home, path("strategy.plugins-dir"));
    }

    private EngineConfig engine(
            VenueEndpoint venue, List<ChannelSpec> channels, StrategyConfig strategy) {
        boolean embedded = venue.embedded();
        TransportConfig transport = transport(venue.url());
        PathConfig path = path(channels, transport.frameBytesMax(), embedded, strategy);
        return new EngineConfig(
                venue,
                path,
                transport,
                affinity(path.loop().topology() != Topology.ONE_THREAD),
                credentials(embedded),
                stateDir(),
                lockFolders(),
                reader.flag("trace", false));
    }

    private LockFolders lockFolders() {
        Path temporaryDir = Path.of(System.getProperty("java.io.tmpdir"));
        String user = System.getProperty("user.name", "");
        return LockFolders.of(environment, temporaryDir, JournalConfig.SHARED_MEMORY, user);
    }

    private PathConfig path(
            List<ChannelSpec> channels,
            int frameBytesMax,
            boolean embedded,
            StrategyConfig strategy) {
        return new PathConfig(
                channels,
                session(),
                market(),
                history(),
                new DecoderConfig(
                        reader.choice("codec.decoder", DecoderKind.SCANNER), frameBytesMax),
                loop(),
                new OrderConfig(
                        risk(embedded),
                        quoteLimits(),
                        new StopConfig(
                                reader.choice("session.cancel-on-stop", CancelOnStop.ALL),
                                reader.choice("orders.dead-man-switch", DeadManMode.TRUE),
                                reader.choice("trading.kill-scope", KillScope.OWN)),
                        reader.durationMs("orders.ack-timeout", OrderConfig.ANSWER_TIMEOUT_MS),
                        journal(),
                        reader.choice("orders.absent", AbsentOrders.AUTO).at(embedded),
                        reader.flag("trading.halted", false)),
                strategy);
    }

    private JournalConfig journal() {
        JournalConfig defaults = JournalConfig.DEFAULTS;
        String headDir = reader.text("journal.head-dir", defaults.headDir().toString());
        return new JournalConfig(
                reader.choice("journal.flush", defaults.flush()),
                reader.durationMs("journal.flush-interval", defaults.flushIntervalMs()),
                headDir.equals(JournalConfig.OFF) ? null : folder("journal.head-dir", headDir),
                defaults.segmentBytes(),
                reader.count("journal.keep-days", defaults.keepDays()),
                reader.number("journal.keep-bytes", defaults.keepBytes()),
                reader.number("journal.reserve-bytes", defaults.reserveBytes()));
    }

    private static List<String> symbolsOf(List<ChannelSpec> channels) {
        return channels.stream()
                .map(ChannelSpec::symbol)
                .filter(symbol -> !symbol.isEmpty())
                .distinct()
                .toList();
    }

    private int warmUpMs() {
        int warmUpMs = reader.durationMs(WARM_UP_KEY, WARM_UP_MS);
        Settings.checkRangeMs(warmUpMs, 0, MINUTE_MS, WARM_UP_KEY);
        return warmUpMs;
    }

    private SessionConfig session() {
        SessionConfig defaults = SessionConfig.DEFAULTS;
        SessionConfig.Timeouts timeouts = defaults.timeouts();
        SessionConfig.ReconnectDelay delay = defaults.reconnectDelay();
        return new SessionConfig(
                new SessionConfig.Timeouts(
                        reader.durationMs("session.connect-timeout", timeouts.connectMs()),
                        reader.durationMs("session.answer-timeout", timeouts.answerMs()),
                        reader.durationMs("session.heartbeat-timeout", timeouts.heartbeatMs()),
                        reader.durationMs("session.ping-interval", timeouts.pingIntervalMs())),
                new SessionConfig.ReconnectDelay(
                        reader.durationMs("session.reconnect-delay-min", delay.minMs()),
                        reader.durationMs("session.reconnect-delay-max", delay.maxMs())),
                rate("session.connections", defaults.accountRate()),
                rate("session.public-connections", defaults.publicRate()),
                reader.count("session.market-connections-max", defaults.marketConnectionsMax()),
                reader.count("session.subscriptions-max", defaults.subscriptionsMax()),
                reader.choice("session.account-connection", AccountConnection.OWN));
    }

    private SessionConfig.Rate rate(String key, SessionConfig.Rate otherwise) {
        return new SessionConfig.Rate(
                reader.count(key + "-max", otherwise.connectionsMax()),
                reader.durationMs(key + "-window", otherwise.windowMs()));
    }

    private MarketConfig market() {
        MarketConfig defaults = MarketConfig.DEFAULTS;
        return new MarketConfig(
                reader.choice("market.trades", defaults.trades()),
                reader.flag("market.bulk-updates", defaults.bulkUpdates()),
                reader.durationMs("market.stale-after.ticker", defaults.tickerStaleMs()),
                reader.durationMs("market.stale-after.book", defaults.bookStaleMs()),
                reader.durationMs("market.stale-after.status", defaults.statusStaleMs()),
                reader.decimal("market.ring-share", defaults.ringShare()));
    }

    private HistoryConfig history() {
        HistoryConfig defaults = HistoryConfig.DEFAULTS;
        return new HistoryConfig(
                reader.count("market.candles-kept", defaults.candlesKept()),
                reader.count("market.trades-kept", defaults.tradesKept()));
    }

    private TransportConfig transport(URI url) {
        int attemptTimeoutMs = reader.durationMs("session.attempt-timeout", ATTEMPT_TIMEOUT_MS);
        Settings.checkRangeMs(attemptTimeoutMs, 1, HOUR_MS, "session.attempt-timeout");
        return new TransportConfig(
                url == null ? UNKNOWN_YET : url,
                attemptTimeoutMs,
                bytes("transport.frame-bytes-max", FRAME_BYTES_MAX),
                bytes("transport.outbound-bytes-max", OUTBOUND_BYTES_MAX),
                reader.choice("transport.io", IoKind.AUTO),
                reader.choice("transport.tls", TlsKind.AUTO),
                path("venue.trust-file"));
    }

    private int bytes(String key, int otherwise) {
        int bytes = reader.count(key, otherwise);
        Settings.checkRange(bytes, 64 << 10, 64 << 20, key);
        return bytes;
    }

    private LoopConfig loop() {
        LoopConfig defaults = LoopConfig.DEFAULTS;
        return new LoopConfig(
                reader.choice("loop.topology", defaults.topology()),
                reader.choice("loop.idle", defaults.idle()),
                reader.count("loop.ring-size", defaults.ringSize()),
                reader.durationMs("loop.timer-tick", defaults.timerTickMs()),
                reader.count("loop.loops", defaults.loops()),
                reader.durationUsOrOff(LoopConfig.KEEP_WARM_KEY, defaults.keepWarmUs()),
                reader.choice("latency.stamps", defaults.stamps()));
    }

    private AffinityConfig affinity(boolean hasStrategyThread) {
        CoreChoice loop = core(AffinityConfig.LOOP_KEY);
        CoreChoice strategy = core(AffinityConfig.STRATEGY_KEY);
        AffinityConfig affinity = new AffinityConfig(loop, strategy);
        return hasStrategyThread ? affinity.apart() : affinity;
    }

    private CoreChoice core(String key) {
        return reader.read(key, CoreChoice.OFF, CoreChoice.RULE, CoreChoice::parse);
    }

    /** The embedded venue's money is not real: its orders need nobody's leave. */
    private RiskLimits risk(boolean embedded) {
        RiskLimits defaults = RiskLimits.DEFAULTS;
        boolean enabled = reader.flag("trading.enabled", defaults.tradingEnabled());
        int rate = limit("trading.orders-per-second-max", defaults.ordersPerSecondMax());
        return new RiskLimits(
                enabled || embedded,
                reader.amountUnits("trading.order-amount-max", defaults.orderAmountMaxUnits()),
                rate,
                limit("trading.open-orders-max", defaults.openOrdersMax()),
                new ExposureSettings(reader).read(rate == RiskLimits.UNLIMITED));
    }

    private QuoteLimits quoteLimits() {
        QuoteLimits defaults = QuoteLimits.DEFAULTS;
        return new QuoteLimits(
                reader.durationMs("trading.event-age-max", defaults.eventAgeMaxMs()),
                reader.durationMs("trading.quote-age-max", defaults.quoteAgeMaxMs()),
                reader.decimal("trading.collar", defaults.collar()));
    }

    private int limit(String key, int otherwise) {
        return reader.countOrOff(key, otherwise, RiskLimits.UNLIMITED);
    }

    private RunOutputs outputs(Overrides overrides, List<String> strategies) {
        return new RunOutputs(
                overrides.latencyReport(),
                overrides.summaryJson(),
                recording(),
                counters(),
                log(),
                notifications(strategies),
                new HttpSettings(reader, environment)
                        .read(
                                path(HttpSettings.CERTIFICATE_KEY),
                                path(HttpSettings.KEY_KEY),
                                path(HttpSettings.TOKEN_FILE_KEY)),
                ServiceManager.of(environment, ProcessHandle.current().pid()));
    }

    /** Who is told of what; of strategies that are not known here where there are none. */
    NotifyConfig notifications(List<String> strategies) {
        return new NotifySettings(reader, environment)
                .read(path(TargetTokens.FILE_KEY), strategies);
    }

    private static List<String> several(StrategyConfig strategy) {
        return strategy.isList() ? strategy.names() : List.of();
    }

    private RecordConfig recording() {
        Path folder = path("record.dir");
        return new RecordConfig(
                reader.flag("record.enabled", false),
                folder == null ? stateDir().resolve("recordings") : folder,
                reader.count("record.buffer-size", RecordConfig.BUFFER_BYTES),
                reader.number("record.file-size", RecordConfig.FILE_BYTES));
    }

    /** Where counters lie, and where those of other runs are looked for. */
    CountersConfig counters() {
        CountersConfig defaults = CountersConfig.DEFAULTS;
        return new CountersConfig(
                reader.choice("counters.file", defaults.place()),
                folder("counters.dir", reader.text("counters.dir", defaults.dir().toString())));
    }

    /** Off unless it is asked for: several engines may share a state folder, and one writes the file. */
    private LogConfig log() {
        Path file = path("log.file");
        return new LogConfig(
                reader.flag("log.enabled", false),
                file == null ? stateDir().resolve("logs").resolve("hayate.log") : file,
                reader.choice("log.format", LogFormat.TEXT),
                reader.number("log.file-size", LogConfig.FILE_BYTES),
                reader.count("log.files", LogConfig.FILES));
    }

    private ConsoleConfig console(boolean prompt) {
        double buyAmount = reader.decimal("console.buy-amount", ConsoleConfig.DEFAULTS.buyAmount());
        boolean showOrders =
                reader.flag("console.show-orders", ConsoleConfig.DEFAULTS.showOrders());
        Path history = stateDir().resolve("history");
        String mark = paper.isEnabled() ? PaperConfig.MARK : "";
        return new ConsoleConfig(prompt, buyAmount, showOrders, history, mark);
    }

    private Credentials credentials(boolean embedded) {
        Path file = path(CredentialsFile.FILE_KEY);
        return embedded
                ? new Credentials(SimulatedVenue.DEMO_KEY, SimulatedVenue.DEMO_SECRET)
                : CredentialsFile.find(environment, file);
    }

    /** What is of paper lies apart: neither journal nor lock of other runs is met. */
    Path stateDir() {
        Path path = path(StateDir.KEY);
        Path usual = path == null ? StateDir.defaultPath(environment, userHome) : path;
        return paper.isEnabled() ? usual.resolve("paper") : usual;
    }

    /** A path, from Hayate's folder if it is relative; null when it is empty. */
    Path path(String key) {
        String text = reader.text(key, "");
        if (text.isEmpty()) {
            return null;
        }
        return folder(key, text);
    }

    private Path folder(String key, String text) {
        return text.startsWith("~/")
                ? StateDir.fromHome(key, userHome, text.substring(2))
                : home.resolve(PathNames.of(key, text));
    }
}
