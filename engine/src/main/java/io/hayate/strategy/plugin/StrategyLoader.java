package io.hayate.strategy.plugin;

import io.hayate.model.ConfigException;
import io.hayate.model.Nearest;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyConfig;
import io.hayate.strategy.StrategyMember;
import io.hayate.strategy.StrategyParameters;
import io.hayate.strategy.sample.ImbalanceStrategy;
import io.hayate.strategy.sample.PrinterStrategy;
import io.hayate.strategy.sample.SmaCrossStrategy;
import io.hayate.strategy.sample.TriggerStrategy;
import io.hayate.strategy.sample.VwapStrategy;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds a strategy by its short name or by class name, here or in a plug-in jar, and gives it its
 * parameters. Starting thread.
 */
public final class StrategyLoader {
    private static final List<Class<? extends Strategy>> SAMPLES =
            List.of(
                    ImbalanceStrategy.class,
                    PrinterStrategy.class,
                    SmaCrossStrategy.class,
                    TriggerStrategy.class,
                    VwapStrategy.class);

    private StrategyLoader() {}

    /**
     * The strategy that the settings name, configured.
     *
     * @throws ConfigException when it is not to be found, is no strategy, or refuses its parameters
     */
    public static Strategy load(StrategyConfig config) {
        return load(config, "strategy.parameters");
    }

    /** Each that the settings name, configured, in their order; as {@link #load}. */
    public static List<Strategy> loadAll(StrategyConfig config) {
        if (!config.isList()) {
            return List.of(load(config));
        }
        List<Strategy> all = new ArrayList<>();
        for (StrategyMember each : config.members()) {
            all.add(load(config.of(each.type(), each.parameters()), key(all.size())));
        }
        return all;
    }

    private static String key(int place) {
        return "strategies[" + place + "].parameters";
    }

    /** The one of this place anew, with these parameters; as {@link #load}. */
    public static Strategy load(StrategyConfig config, int place, Map<String, String> parameters) {
        return config.isList()
                ? load(config.of(config.members().get(place).type(), parameters), key(place))
                : load(config.of(config.name(), parameters));
    }

    /**
     * Another of the class of one that was loaded for this place, with the same parameters; as {@link
     * #load}.
     */
    public static Strategy another(Strategy loaded, StrategyConfig config, int place) {
        if (!config.isList()) {
            return configured(create(loaded.getClass(), config), config, "strategy.parameters");
        }
        StrategyMember member = config.members().get(place);
        StrategyConfig own = config.of(member.type(), member.parameters());
        return configured(create(loaded.getClass(), own), own, key(place));
    }

    private static Strategy load(StrategyConfig config, String key) {
        return configured(create(type(config), config), config, key);
    }

    private static Strategy configured(Strategy strategy, StrategyConfig config, String key) {
        StrategyParameters parameters =
                new StrategyParameters(key, config.name(), config.parameters());
        try {
            strategy.configure(parameters);
        } catch (ConfigException e) {
            throw e;
        } catch (Throwable e) {
            throw wrong(config.name(), "failed in configure: " + e, e);
        }
        parameters.checkAllAsked();
        return strategy;
    }

    /**
     * Refuses what {@link #load} would refuse. A strategy of a plug-in is found but not made, as only
     * its author knows what making it does.
     *
     * @throws ConfigException as {@link #load} does
     */
    public static void check(StrategyConfig config) {
        if (!config.isList()) {
            check(config, "strategy.parameters");
        }
        for (int i = 0; i < config.members().size(); i++) {
            StrategyMember each = config.members().get(i);
            check(config.of(each.type(), each.parameters()), key(i));
        }
    }

    private static void check(StrategyConfig config, String key) {
        if (SAMPLES.contains(type(config))) {
            load(config, key);
        }
    }

    private static Class<? extends Strategy> type(StrategyConfig config) {
        String name = config.name();
        ClassLoader plugins = PluginJars.loader(config.pluginJars(), config.pluginsDir());
        ShortNames shortNames = ShortNames.of(SAMPLES, plugins);
        try {
            return find(name, shortNames, plugins);
        } catch (ClassNotFoundException e) {
            throw wrong(
                    name,
                    "is not to be found"
                            + hint(name, shortNames)
                            + "it is one of "
                            + shortNames
                            + ", or the name of a class, with its package, in a jar given by"
                            + " --plugin",
                    e);
        } catch (ClassCastException e) {
            throw wrong(name, "is no strategy: it must implement " + Strategy.class.getName(), e);
        } catch (LinkageError e) {
            throw wrong(name, "cannot be loaded, its jar does not fit or is broken: " + e, e);
        }
    }

    private static Strategy create(Class<? extends Strategy> type, StrategyConfig config) {
        String name = config.name();
        try {
            return type.getConstructor().newInstance();
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
            throw wrong(
                    name,
                    "must be a public class, not abstract, with a public constructor without"
                            + " arguments",
                    e);
        } catch (InvocationTargetException e) {
            throw wrong(name, "failed in its constructor: " + e.getCause(), e.getCause());
        } catch (ExceptionInInitializerError e) {
            throw wrong(name, "failed as its class was loaded: " + e.getCause(), e.getCause());
        } catch (LinkageError e) {
            throw wrong(name, "cannot be loaded, its jar does not fit or is broken: " + e, e);
        }
    }

    private static String hint(String name, ShortNames shortNames) {
        String nearest = Nearest.of(name, shortNames.names());
        return nearest == null ? ": " : ", did you mean " + nearest + "? Else ";
    }

    private static Class<? extends Strategy> find(
            String name, ShortNames shortNames, ClassLoader plugins) throws ClassNotFoundException {
        Class<? extends Strategy> named = shortNames.find(name);
        return named != null
                ? named
                : Class.forName(name, false, plugins).asSubclass(Strategy.class);
    }

    private static ConfigException wrong(String name, String rule, Throwable cause) {
        return new ConfigException("strategy " + name + " " + rule, cause);
    }
}
