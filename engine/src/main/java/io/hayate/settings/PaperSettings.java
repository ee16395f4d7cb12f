package io.hayate.settings;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import io.hayate.engine.RestAddress;
import io.hayate.engine.VenueEndpoint;
import io.hayate.model.AccountConnection;
import io.hayate.model.ConfigException;
import io.hayate.paper.PaperConfig;
import io.hayate.risk.QuoteLimits;
import io.hayate.session.SessionConfig;
import io.hayate.simulation.LatencySpec;
import io.hayate.transport.VenueHost;
import io.hayate.venue.FaultConfig;
import io.hayate.venue.FeeConfig;
import io.hayate.venue.FeeRates;
import io.hayate.venue.FrameFault;
import io.hayate.venue.QueueModel;
import io.hayate.venue.WalletConfig;
import io.hayate.venue.WalletType;
import io.hayate.venue.mirror.MirrorTrust;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads what concerns paper trading, and refuses what could let an order of it reach somebody: the address
 * of an account, the leave to trade, a place for market data that takes accounts, too.
 */
final class PaperSettings {
    static final String KEY = "paper.enabled";

    private static final String WITH = " with paper trading";
    private static final String PUBLIC_HOST = "api-pub.bitfinex.com";
    private static final URI PUBLIC = URI.create("wss://" + PUBLIC_HOST + "/ws/2");
    private static final String WALLETS_RULE =
            "must be a list of amounts with their currencies, such as [100000 USD, 1 BTC]";
    private static final String WALLET = "(\\d{1,12}(\\.\\d{1,8})?) +([A-Z0-9]{2,15})";
    private static final String FEE_RULE = "must be a rate from -0.1 to 0.1, such as 0.001";
    private static final BigDecimal FEE_MAX = new BigDecimal("0.1");
    private static final List<String> WALLETS = List.of("100000 USD", "100000 UST", "1 BTC");

    private final ConfigReader reader;
    private final Map<String, String> environment;
    private final boolean isEnabled;

    PaperSettings(ConfigReader reader, Map<String, String> environment) {
        this.reader = reader;
        this.environment = environment;
        isEnabled = reader.flag(KEY, false);
    }

    boolean isEnabled() {
        return isEnabled;
    }

    /**
     * Where a run connects to whose account is in this process.
     *
     * @param url what the settings say; null for the embedded venue
     * @param publicUrl what they say; null for nothing
     */
    VenueEndpoint endpoint(URI url, URI publicUrl, RestAddress rest) {
        if (url != null) {
            throw ConfigReader.complaint(
                    VenueUrl.KEY,
                    "must be embedded" + WITH + "; venue.public-url says whose prices",
                    url.toString());
        }
        if (!rest.equals(RestAddress.OF_VENUE)) {
            throw complaint(VenueUrl.REST_KEY, "must be empty", reader.text(VenueUrl.REST_KEY, ""));
        }
        if (reader.flag("trading.enabled", false)) {
            throw complaint("trading.enabled", "must be false", "true");
        }
        URI feed = publicUrl == null ? PUBLIC : publicUrl;
        if (!VenueHost.isLoopback(feed) && !PUBLIC_HOST.equals(feed.getHost())) {
            String rule = "must be " + PUBLIC + " or on this machine's loopback";
            throw complaint(VenueUrl.PUBLIC_KEY, rule, feed.toString());
        }
        return new VenueEndpoint(true, null, feed, rest);
    }

    /** Refuses what does not go with it. */
    void check(SessionConfig session) {
        if (isEnabled && session.account() != AccountConnection.OWN) {
            throw complaint("session.account-connection", "must be own", "shared");
        }
        for (FrameFault fault : FrameFault.values()) {
            int every = reader.count(FaultConfig.key(fault), 0);
            if (isEnabled && every != 0) {
                throw complaint(FaultConfig.key(fault), "must be 0", "" + every);
            }
        }
    }

    private static ConfigException complaint(String key, String rule, String was) {
        return ConfigReader.complaint(key, rule + WITH, was);
    }

    /**
     * What paper trading is told.
     *
     * @param quotes how old prices may be that the engine orders by
     * @param bookStaleMs when a book that tells nothing is stale; 0 for never
     */
    PaperConfig read(QuoteLimits quotes, int bookStaleMs) {
        return new PaperConfig(
                isEnabled,
                latency(),
                model(),
                fees(),
                wallets(),
                new MirrorTrust(true, quotes.quoteAgeMaxMs(), bookStaleMs),
                isEnabled ? ignored() : "");
    }

    private LatencySpec latency() {
        String key = "paper.latency";
        LatencySpec latency = LatencySpec.parse(key, reader.text(key, "100ms"));
        if (latency.isRecorded()) {
            throw ConfigReader.complaint(key, "must be 100ms or 100ms+20ms", "recorded");
        }
        return latency;
    }

    private QueueModel model() {
        return reader.read(
                "paper.queue",
                QueueModel.RISK_AVERSE,
                "must be risk-averse, proportional or optimistic",
                PaperSettings::modelOf);
    }

    private static QueueModel modelOf(String text) {
        QueueModel model = QueueModel.of(text);
        if (model == null) {
            throw new IllegalArgumentException(text);
        }
        return model;
    }

    private FeeConfig fees() {
        FeeRates usual = FeeConfig.DEFAULTS.tiers().get(0);
        BigDecimal maker = rate("paper.maker-fee", usual.maker());
        return new FeeConfig(
                List.of(
                        new FeeRates(
                                BigDecimal.ZERO, maker, rate("paper.taker-fee", usual.taker()))));
    }

    private BigDecimal rate(String key, BigDecimal otherwise) {
        return reader.read(key, otherwise, FEE_RULE, PaperSettings::rateOf);
    }

    private static BigDecimal rateOf(String text) {
        BigDecimal rate = new BigDecimal(text);
        if (rate.abs().compareTo(FEE_MAX) > 0) {
            throw new IllegalArgumentException(text);
        }
        return rate;
    }

    private List<WalletConfig> wallets() {
        String key = "paper.wallets";
        ConfigList list = reader.list(key);
        List<WalletConfig> wallets = new ArrayList<>();
        if (list == null) {
            WALLETS.forEach(each -> wallets.add(wallet(key, each)));
            return wallets;
        }
        for (ConfigValue each : list) {
            boolean isText = ConfigReader.isPlain(each);
            wallets.add(
                    wallet(key, isText ? ConfigReader.written(each) : ConfigReader.shown(each)));
        }
        if (wallets.isEmpty()) {
            throw ConfigReader.complaint(key, WALLETS_RULE, "empty");
        }
        return wallets;
    }

    private static WalletConfig wallet(String key, String text) {
        if (!text.strip().matches(WALLET)) {
            throw ConfigReader.complaint(key, WALLETS_RULE, text);
        }
        String[] parts = text.strip().split(" +", -1);
        return new WalletConfig(WalletType.EXCHANGE, parts[1], new BigDecimal(parts[0]));
    }

    /** Looks at names alone: what they stand for is not read. */
    private String ignored() {
        List<String> found = new ArrayList<>();
        for (String variable :
                List.of(CredentialsFile.KEY_VARIABLE, CredentialsFile.SECRET_VARIABLE)) {
            if (environment.containsKey(variable)) {
                found.add(variable);
            }
        }
        if (!reader.text(CredentialsFile.FILE_KEY, "").isEmpty()) {
            found.add(CredentialsFile.FILE_KEY);
        }
        if (CredentialsFile.credential(environment) != null) {
            found.add("the credential " + CredentialsFile.CREDENTIAL);
        }
        return String.join(", ", found);
    }
}
