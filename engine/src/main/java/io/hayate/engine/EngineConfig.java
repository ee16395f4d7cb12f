package io.hayate.engine;

import io.hayate.codec.DecoderConfig;
import io.hayate.codec.DecoderKind;
import io.hayate.intake.MarketConfig;
import io.hayate.market.HistoryConfig;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Settings;
import io.hayate.risk.RiskLimits;
import io.hayate.session.Credentials;
import io.hayate.session.SessionConfig;
import io.hayate.strategy.StrategyConfig;
import io.hayate.transport.TransportConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * All that an engine is told.
 *
 * @param embedded true when the engine starts a venue of its own and connects to it
 * @param url address of the venue; null when it is embedded
 * @param publicUrl address for market data alone; null for that of the venue
 * @param symbols the venue's symbols whose tickers are subscribed, in order of display
 * @param channels all that is subscribed from the start, those tickers first, each once
 * @param market how channels are heard
 * @param history how much of the past is kept of them
 * @param transport the socket; see {@link #transportTo} for an embedded venue, whose port is free
 * @param decoder which reader has the first look at a frame
 * @param credentials the account; of the embedded venue always its demo account
 * @param stateDir where marks and history lie; not yet made; null for a rehearsal, which keeps none
 * @param trace true to show all traffic, secrets masked
 */
public record EngineConfig(
        boolean embedded,
        URI url,
        URI publicUrl,
        List<String> symbols,
        List<ChannelSpec> channels,
        SessionConfig session,
        MarketConfig market,
        HistoryConfig history,
        CancelOnStop cancelOnStop,
        TransportConfig transport,
        DecoderKind decoder,
        LoopConfig loop,
        AffinityConfig affinity,
        RiskLimits risk,
        StrategyConfig strategy,
        Credentials credentials,
        Path stateDir,
        boolean trace) {
    public static final String SYMBOLS_KEY = "subscriptions.tickers";

    public EngineConfig {
        symbols = List.copyOf(symbols);
        channels = List.copyOf(channels);
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
        checkSnapshotsFit(channels, loop.ringSize() * market.ringShare());
        if (!embedded && !VenueHost.isLoopback(url)) {
            checkLimited(risk.ordersPerSecondMax(), "trading.orders-per-second-max");
            checkLimited(risk.openOrdersMax(), "trading.open-orders-max");
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

    private static void checkLimited(int count, String key) {
        Settings.check(
                count != RiskLimits.UNLIMITED,
                key,
                "must be a number unless the venue is embedded or on this machine's loopback",
                "off");
    }

    /** True when the venue runs on this machine, so that no real money is at stake. */
    public boolean isLoopback() {
        return embedded || VenueHost.isLoopback(url);
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

    /**
     * What the trading path is told.
     *
     * @param topology that was chosen
     */
    PathConfig path(Topology topology) {
        return new PathConfig(
                channels,
                session,
                market,
                history,
                new DecoderConfig(decoder, transport.frameBytesMax()),
                loop.with(topology),
                new OrderConfig(risk, cancelOnStop),
                strategy);
    }
}
