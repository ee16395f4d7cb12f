package io.hayate.settings;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import io.hayate.risk.CurrencyLimits;
import io.hayate.risk.ExposureLimits;
import io.hayate.risk.RejectLimits;
import java.util.ArrayList;
import java.util.List;

/** Reads what orders may risk in money: limits such as {@code [100000 USD, 1 BTC]}. */
final class ExposureSettings {
    private static final String RULE =
            "must be a list of limits with their currencies, such as [100000 USD, 1 BTC], or off";

    private final ConfigReader reader;

    ExposureSettings(ConfigReader reader) {
        this.reader = reader;
    }

    /**
     * What the settings say.
     *
     * @param isUnlimited true where orders in a second have no limit: who measures so on a venue of this
     *     machine has no other by default, either
     */
    ExposureLimits read(boolean isUnlimited) {
        ExposureLimits defaults = isUnlimited ? ExposureLimits.NONE : ExposureLimits.DEFAULTS;
        return new ExposureLimits(
                limits("trading.order-notional-max", defaults.orderNotionalMax()),
                limits("trading.position-notional-max", defaults.positionNotionalMax()),
                limits("trading.daily-loss-max", defaults.dailyLossMax()),
                reader.durationMs("trading.twin-window", defaults.twinWindowMs()),
                rejects(defaults.rejects()),
                reader.flag("trading.check-balance", defaults.checksBalance()));
    }

    private RejectLimits rejects(RejectLimits defaults) {
        return new RejectLimits(
                reader.countOrOff("trading.rejects-max", defaults.most(), RejectLimits.UNLIMITED),
                reader.durationMs("trading.rejects-window", RejectLimits.DEFAULTS.windowMs()),
                reader.durationMs("trading.rejects-pause", RejectLimits.DEFAULTS.pauseMs()));
    }

    private CurrencyLimits limits(String key, CurrencyLimits otherwise) {
        ConfigValue value = reader.find(key);
        return value == null ? otherwise : limits(key, value);
    }

    /** The limits that a value tells; a complaint begins with the key. */
    static CurrencyLimits limits(String key, ConfigValue value) {
        if (ConfigReader.isPlain(value) && ConfigReader.written(value).equals("off")) {
            return CurrencyLimits.OFF;
        }
        if (!(value instanceof ConfigList list)) {
            throw ConfigReader.complaint(key, RULE, ConfigReader.shown(value));
        }
        List<String> texts = new ArrayList<>();
        for (ConfigValue each : list) {
            boolean isText = ConfigReader.isPlain(each);
            texts.add(isText ? ConfigReader.written(each) : ConfigReader.shown(each));
        }
        return CurrencyLimits.of(key, texts);
    }
}
