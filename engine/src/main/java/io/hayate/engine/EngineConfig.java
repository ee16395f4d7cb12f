package io.hayate.engine;

import io.hayate.model.ChannelSpec;
import io.hayate.model.Settings;
import io.hayate.risk.CurrencyLimits;
import io.hayate.risk.RiskLimits;
import io.hayate.session.Credentials;
import io.hayate.session.SessionConfig;
import io.hayate.state.LockFolders;
import io.hayate.strategy.StrategyConfig;
import io.hayate.transport.TransportConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * All that an engine is told.
 *
 * @param venue where it connects to
 * @param path what the trading path is told; its topology is chosen when the engine is made
 * @param transport the socket; see {@link #transportTo} for an embedded venue, whose port is free
 * @param credentials the account; of the embedded venue always its demo account
 * @param stateDir where marks and history lie; not yet made; null for a rehearsal, which keeps none
 * @param lockFolders where the lock of the key lies, whatever the state folder
 * @param trace true to show all traffic, secrets masked
 */
public record EngineConfig(
        VenueEndpoint venue,
        PathConfig path,
        TransportConfig transport,
        AffinityConfig affinity,
        Credentials credentials,
        Path stateDir,
        LockFolders lockFolders,
        boolean trace) {
    public static final String SYMBOLS_KEY = "subscriptions.tickers";

    public EngineConfig {
        List<ChannelSpec> channels = path.channels();
        SessionConfig session = path.session();
        Settings.check(
                !channels.isEmpty() || credentials.isPresent(),
                SYMBOLS_KEY,
                "must name a symbol where there is neither an account nor another channel",
                "empty");
        int beside = credentials.isPresent() ? session.channelsBesideAccount() : 0;
        int most = session.marketConnectionsMax() * session.subscriptionsMax() + beside;
        Settings.check(
                channels.size() <= most,
                SYMBOLS_KEY,
                "and the other channels must be at most "
                        + most
                        + ", or session.market-connections-max be higher",
                channels.size());
        checkSnapshotsFit(channels, path.loop().ringSize() * path.market().ringShare());
        if (!venue.isLoopback()) {
            RiskLimits limits = path.orders().limits();
            checkLimited(limits.ordersPerSecondMax(), "trading.orders-per-second-max");
            checkLimited(limits.openOrdersMax(), "trading.open-orders-max");
            checkLimited(limits.exposure().orderNotionalMax(), "trading.order-notional-max");
            checkLimited(limits.exposure().positionNotionalMax(), "trading.position-notional-max");
            checkLimited(limits.exposure().dailyLossMax(), "trading.daily-loss-max");
            checkLimited(limits.exposure().rejects().most(), "trading.rejects-max");
        }
        if (path.orders().limits().tradingEnabled() && stateDir != null) {
            path.orders().stop().checkKept();
        }
    }

    /** A snapshot is handed over as a whole, an event each row. */
    private static void checkSnapshotsFit(List<ChannelSpec> channels, double slots) {
        for (ChannelSpec spec : channels) {
            Settings.check(
                    2 * spec.length() <= slots,
                    "loop.ring-size",
                    "times market.ring-share must hold the "
                            + 2 * spec.length()
                            + " rows of "
                            + spec,
                    (int) slots);
        }
    }

    private static void checkLimited(CurrencyLimits limits, String key) {
        checkLimited(!limits.isOff(), "a list of limits", key);
    }

    private static void checkLimited(int count, String key) {
        checkLimited(count != RiskLimits.UNLIMITED, "a number", key);
    }

    private static void checkLimited(boolean isLimited, String what, String key) {
        Settings.check(
                isLimited,
                key,
                "must be " + what + " unless the venue is embedded or on this machine's loopback",
                "off");
    }

    /** The transport's settings with another address: that of the embedded venue, once it runs. */
    public TransportConfig transportTo(URI address) {
        return new TransportConfig(
                address,
                transport.connectTimeoutMs(),
                transport.frameBytesMax(),
                transport.outboundBytesMax(),
                transport.io(),
                transport.tls(),
                transport.trustFile());
    }

    /** The same without an account. */
    public EngineConfig withoutAccount() {
        return new EngineConfig(
                venue, path, transport, affinity, Credentials.NONE, stateDir, lockFolders, trace);
    }

    /** How the threads wait, and how the work is put on them. */
    public LoopConfig loop() {
        return path.loop();
    }

    /** All that is subscribed from the start, tickers first, each once. */
    public List<ChannelSpec> channels() {
        return path.channels();
    }

    /** The strategy that runs. */
    public StrategyConfig strategy() {
        return path.strategy();
    }
}
