package io.hayate.strategy;

import io.hayate.model.ConfigException;
import io.hayate.strategy.sample.PrinterStrategy;
import io.hayate.strategy.sample.SmaCrossStrategy;
import io.hayate.strategy.sample.TriggerStrategy;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Finds a strategy by the short name of a sample, or by class name here or in a plug-in jar, and
 * gives it its parameters. Starting thread.
 */
public final class StrategyLoader {
    private static final Map<String, Supplier<Strategy>> SAMPLES =
            new TreeMap<>(
                    Map.of(
                            "printer", PrinterStrategy::new,
                            "trigger", TriggerStrategy::new,
                            "sma-cross", SmaCrossStrategy::new));

    private StrategyLoader() {}

    /**
     * The strategy that the settings name, configured.
     *
     * @throws ConfigException when it is not to be found, is no strategy, or refuses its parameters
     */
    public static Strategy load(StrategyConfig config) {
        Strategy strategy = find(config);
        StrategyParameters parameters = new StrategyParameters(config.name(), config.parameters());
        try {
            strategy.configure(parameters);
        } catch (ConfigException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new ConfigException(
                    "strategy " + config.name() + " failed in configure: " + e, e);
        }
        parameters.checkAllAsked();
        return strategy;
    }

    private static Strategy find(StrategyConfig config) {
        ClassLoader plugins = PluginJars.loader(config.pluginJars(), config.pluginsDir());
        Supplier<Strategy> sample = SAMPLES.get(config.name());
        return sample != null ? sample.get() : create(config.name(), plugins);
    }

    private static Strategy create(String name, ClassLoader plugins) {
        try {
            Class<?> found = Class.forName(name, true, plugins);
            return found.asSubclass(Strategy.class).getConstructor().newInstance();
        } catch (ClassNotFoundException e) {
            throw wrong(
                    name,
                    "is not to be found: it is one of "
                            + SAMPLES.keySet()
                            + ", or the name of a class, with its package, in a jar given by --plugin",
                    e);
        } catch (ClassCastException e) {
            throw wrong(name, "is no strategy: it must implement " + Strategy.class.getName(), e);
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
            throw wrong(
                    name, "must be a public class with a public constructor without arguments", e);
        } catch (InvocationTargetException e) {
            throw wrong(name, "failed in its constructor: " + e.getCause(), e.getCause());
        } catch (LinkageError e) {
            throw wrong(name, "cannot be loaded, its jar does not fit or is broken: " + e, e);
        }
    }

    private static ConfigException wrong(String name, String rule, Throwable cause) {
        return new ConfigException("strategy " + name + " " + rule, cause);
    }
}
