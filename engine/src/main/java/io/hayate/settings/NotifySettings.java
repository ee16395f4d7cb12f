package io.hayate.settings;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import io.hayate.model.Settings;
import io.hayate.news.NewsKind;
import io.hayate.notify.NotifyConfig;
import io.hayate.notify.NotifyRule;
import io.hayate.notify.NotifyTarget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads who is told of what.
 *
 * <pre>
 * rules = [
 *   { kinds = [fill, reject], instruments = [BTCUSD], targets = [desk] }
 *   { kinds = [unknown, loss-limit, kill, end], targets = [phone, desk] }
 * ]
 * </pre>
 */
final class NotifySettings {
    private static final String RULES_KEY = "notifications.rules";
    private static final List<String> NAMES =
            List.of("kinds", "strategies", "instruments", "targets");
    private static final int RULES_MAX = 64;
    private static final int TIMEOUT_MS = 10_000;
    private static final int TIMEOUT_MAX_MS = 60_000;

    private final ConfigReader reader;
    private final Map<String, String> environment;

    NotifySettings(ConfigReader reader, Map<String, String> environment) {
        this.reader = reader;
        this.environment = environment;
    }

    /**
     * Reads all of it.
     *
     * @param tokensFile the file that {@link TargetTokens#FILE_KEY} names; null for none
     * @param strategies the names of several; empty for one; null where they are not known
     */
    NotifyConfig read(Path tokensFile, List<String> strategies) {
        NotifyConfig defaults = NotifyConfig.NONE;
        int timeoutMs = reader.durationMs("notifications.timeout", TIMEOUT_MS);
        Settings.checkRangeMs(timeoutMs, 1, TIMEOUT_MAX_MS, "notifications.timeout");
        TargetTokens tokens = new TargetTokens(environment, tokensFile);
        ConfigValue written = reader.find(TargetSettings.KEY);
        List<NotifyTarget> targets =
                written == null ? List.of() : new TargetSettings(tokens, timeoutMs).read(written);
        return new NotifyConfig(
                reader.text("notifications.title", defaults.title()),
                reader.durationMs("notifications.window", defaults.windowMs()),
                reader.count("notifications.per-minute-max", defaults.perMinuteMax()),
                targets,
                rules(targets.stream().map(NotifyTarget::name).toList(), strategies));
    }

    private List<NotifyRule> rules(List<String> targets, List<String> strategies) {
        ConfigList list = reader.list(RULES_KEY);
        List<NotifyRule> rules = new ArrayList<>();
        if (list == null) {
            return rules;
        }
        for (ConfigValue value : list) {
            String path = RULES_KEY + "[" + rules.size() + "]";
            rules.add(rule(SettingsSection.of(path, value, NAMES), targets, strategies));
        }
        if (rules.size() > RULES_MAX) {
            String rule = "must be at most " + RULES_MAX + " rules";
            throw SettingsSection.complaint(list, RULES_KEY, rule, "" + rules.size());
        }
        return rules;
    }

    private static NotifyRule rule(
            SettingsSection section, List<String> targets, List<String> strategies) {
        List<String> labels = NewsKind.ofRules().stream().map(NewsKind::label).toList();
        List<String> kinds = some(section, "kinds", labels);
        return new NotifyRule(
                NewsKind.ofRules().stream().filter(each -> kinds.contains(each.label())).toList(),
                strategies == null
                        ? words(section, "strategies", "must be a list of names")
                        : any(section, "strategies", strategies),
                instruments(section),
                some(section, "targets", targets));
    }

    private static List<String> some(SettingsSection section, String name, List<String> known) {
        List<String> words = any(section, name, known);
        if (words.isEmpty()) {
            throw section.complaint(name, rule(known), "");
        }
        return words;
    }

    private static List<String> any(SettingsSection section, String name, List<String> known) {
        List<String> words = words(section, name, rule(known));
        for (String word : words) {
            if (!known.contains(word)) {
                throw section.complaint(name, rule(known), word);
            }
        }
        return words;
    }

    private static String rule(List<String> known) {
        return known.isEmpty()
                ? "must be left out: none is set"
                : "must be a list of some of " + String.join(", ", known);
    }

    private static List<String> words(SettingsSection section, String name, String rule) {
        List<String> words = new ArrayList<>();
        for (ConfigValue each : section.list(name, rule)) {
            if (!ConfigReader.isPlain(each)) {
                throw section.complaint(name, rule, ConfigReader.shown(each));
            }
            words.add(ConfigReader.written(each));
        }
        return words;
    }

    /** As they are called in news: without the exchange's letter for a pair. */
    private static List<String> instruments(SettingsSection section) {
        return words(section, "instruments", "must be a list of symbols such as BTCUSD").stream()
                .map(word -> word.startsWith("t") ? word.substring(1) : word)
                .collect(Collectors.toList());
    }
}
