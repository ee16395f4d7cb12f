package io.hayate.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import io.hayate.machine.PathNames;
import io.hayate.model.ConfigException;
import io.hayate.model.Instrument;
import io.hayate.venue.AccountRules;
import io.hayate.venue.BookConfig;
import io.hayate.venue.BurstConfig;
import io.hayate.venue.ClientConfig;
import io.hayate.venue.FaultConfig;
import io.hayate.venue.ListenConfig;
import io.hayate.venue.TlsConfig;
import io.hayate.venue.TradedConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueLimits;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The settings of {@code hayate venue}: a file such as {@code config/venue.conf}. */
public final class VenueFile {
    /** The port where none is set. */
    public static final int PORT = 8765;

    /** What settings are called in the file, by what complaints call them. */
    private static final Map<String, String> NAMES = names();

    private final Origins origins = new Origins();
    private final ConfigReader reader;
    private final Path home;
    private VenueConfig config;

    private VenueFile(Config file, Path home) {
        reader = new ConfigReader(file, origins);
        this.home = home;
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (String key : List.of("host", "port", "tls-cert", "tls-key")) {
            names.put("embedded." + key, "listen." + key);
        }
        for (String key : List.of("subscriptions-max", "outbound-bytes-max", "rest-limit-factor")) {
            names.put("embedded." + key, "clients." + key);
        }
        names.put("embedded.heartbeat-ms", "clients.heartbeat");
        names.put("embedded.idle-timeout-ms", "clients.idle-timeout");
        for (String key :
                List.of(
                        "symbols",
                        "tickers-per-second",
                        "book-interval",
                        "checksum-interval",
                        "book-changes-per-second",
                        "burst-factor",
                        "burst-duration",
                        "burst-interval")) {
            names.put("embedded." + key, "market." + key);
        }
        return names;
    }

    /**
     * Reads a file.
     *
     * @param path null for the defaults alone
     * @param environment the variables that it may take
     * @param home where its relative paths start
     * @throws ConfigException at the first thing wrong: {@code file:line: key rule: was value}
     */
    public static VenueFile read(Path path, Map<String, String> environment, Path home) {
        Config file = path == null ? ConfigFactory.empty() : SettingsFile.read(path, environment);
        new UnknownKeys(knownKeys(), "").check(file.root());
        VenueFile read = new VenueFile(file, home);
        try {
            read.config = read.readAll();
        } catch (ConfigException e) {
            throw read.locate(e);
        }
        return read;
    }

    /** All keys that mean something: those that are read. */
    static Set<String> knownKeys() {
        VenueFile file = new VenueFile(ConfigFactory.empty(), Path.of(""));
        file.readAll();
        return file.reader.known();
    }

    /** What the file says, and of what it does not say the default. */
    public VenueConfig config() {
        return config;
    }

    /** The complaint with the file's name of the setting, and the place where it was written. */
    public ConfigException locate(ConfigException complaint) {
        String message = complaint.getMessage();
        int end = Math.max(0, message.indexOf(' '));
        String name = NAMES.get(message.substring(0, end));
        return name == null
                ? origins.locate(complaint)
                : origins.locate(new ConfigException(name + message.substring(end), complaint));
    }

    private VenueConfig readAll() {
        AccountRules rules = rules();
        return new VenueConfig(
                listen(),
                reader.number("market.seed", VenueConfig.DEFAULTS.seed()),
                traded(),
                clients(),
                AccountSettings.read(reader.list("accounts"), rules),
                books(),
                bursts(),
                faults());
    }

    private ListenConfig listen() {
        String host = reader.text("listen.host", VenueConfig.DEFAULTS.listen().host());
        int port = reader.count("listen.port", PORT);
        boolean tls = reader.flag("listen.tls", false);
        Path certificate = path("listen.tls-cert");
        Path key = path("listen.tls-key");
        boolean given = certificate != null || key != null;
        return new ListenConfig(
                host, port, tls || given ? new TlsConfig(true, certificate, key) : TlsConfig.OFF);
    }

    private Path path(String name) {
        String text = reader.text(name, "");
        return text.isEmpty() ? null : home.resolve(PathNames.of(name, text));
    }

    private TradedConfig traded() {
        TradedConfig usual = VenueConfig.DEFAULTS.traded();
        return new TradedConfig(
                symbols(usual.symbols()),
                reader.decimal("market.tickers-per-second", usual.tickersPerSecond()),
                reader.flag("market.quiet", usual.quiet()),
                reader.flag("market.dust", usual.dust()));
    }

    private List<String> symbols(List<String> otherwise) {
        String rule = "must be symbols such as BTCUSD, DOGE:USD or fUSD";
        ConfigList list = reader.list("market.symbols");
        if (list == null) {
            return otherwise;
        }
        Set<String> symbols = new LinkedHashSet<>();
        for (ConfigValue value : list) {
            String typed =
                    ConfigReader.isPlain(value)
                            ? ConfigReader.written(value)
                            : ConfigReader.shown(value);
            String symbol = Instrument.symbolOf(typed);
            if (symbol == null) {
                throw ConfigReader.complaint("market.symbols", rule, typed);
            }
            symbols.add(symbol);
        }
        return List.copyOf(symbols);
    }

    private ClientConfig clients() {
        ClientConfig usual = ClientConfig.DEFAULTS;
        return new ClientConfig(
                reader.durationMs("clients.heartbeat", usual.heartbeatMs()),
                reader.count("clients.subscriptions-max", usual.subscriptionsMax()),
                reader.durationMs("clients.idle-timeout", usual.idleTimeoutMs()),
                reader.count("clients.outbound-bytes-max", usual.outboundBytesMax()),
                reader.decimal("clients.rest-limit-factor", usual.restLimitFactor()),
                limits());
    }

    private VenueLimits limits() {
        VenueLimits usual = VenueLimits.DEFAULTS;
        return new VenueLimits(
                reader.count("limits.connections", usual.connections()),
                reader.count("limits.connections-per-address", usual.connectionsPerAddress()),
                reader.count("limits.handshakes", usual.handshakes()),
                reader.durationMs("limits.handshake-timeout", usual.handshakeMs()),
                reader.count("limits.auth-failures", usual.authFailures()),
                reader.count("limits.orders", usual.orders()),
                reader.number("limits.channel-bytes", usual.channelBytes()),
                reader.number("limits.backlog-bytes", usual.backlogBytes()));
    }

    private AccountRules rules() {
        AccountRules usual = AccountRules.DEFAULTS;
        return new AccountRules(
                reader.choice("rules.dead-man", usual.deadMan()),
                reader.durationMs("rules.dead-man-delay", usual.deadManDelayMs()),
                reader.choice("rules.request-numbers", usual.numbers()));
    }

    private BookConfig books() {
        BookConfig usual = BookConfig.DEFAULTS;
        return new BookConfig(
                reader.durationMs("market.book-interval", usual.intervalMs()),
                reader.durationMs("market.checksum-interval", usual.checksumIntervalMs()),
                reader.count("market.book-changes-per-second", usual.changesPerSecond()));
    }

    private BurstConfig bursts() {
        BurstConfig usual = BurstConfig.DEFAULTS;
        return new BurstConfig(
                reader.count("market.burst-factor", usual.factor()),
                reader.durationMs("market.burst-duration", usual.durationMs()),
                reader.durationMs("market.burst-interval", usual.intervalMs()));
    }

    private FaultConfig faults() {
        ConfigList list = reader.list("faults");
        return list == null ? FaultConfig.NONE : FaultConfig.NONE.with(FaultFile.rules(list));
    }
}
