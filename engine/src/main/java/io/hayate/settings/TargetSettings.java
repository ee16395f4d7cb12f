package io.hayate.settings;

import com.typesafe.config.ConfigValue;
import io.hayate.model.Settings;
import io.hayate.notify.JsonTemplate;
import io.hayate.notify.NotifyTarget;
import io.hayate.notify.TargetKind;
import io.hayate.transport.VenueHost;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the targets of notifications.
 *
 * <pre>
 * targets {
 *   phone { type = telegram, chat = "123456" }
 *   desk { type = ntfy, url = "https://ntfy.sh/my-topic" }
 *   hook { type = webhook, url = "https://example.com/hook", body = """{"text":"{{text}}"}""" }
 *   bell { type = command, command = [notify-send, Hayate] }
 * }
 * </pre>
 */
final class TargetSettings {
    static final String KEY = "notifications.targets";

    private static final int TARGETS_MAX = 16;
    private static final String TYPE = "type";
    private static final Map<TargetKind, List<String>> NAMES =
            Map.of(
                    TargetKind.WEBHOOK, List.of(TYPE, "url", "body"),
                    TargetKind.TELEGRAM, List.of(TYPE, "chat", "url"),
                    TargetKind.NTFY, List.of(TYPE, "url"),
                    TargetKind.COMMAND, List.of(TYPE, "command"));
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(token|password|secret|authorization|credential|key).*");
    private static final Pattern SECRET_ADDRESS =
            Pattern.compile(
                    "(?i).*(/bot\\d+:|//hooks\\.slack\\.com/.*/(?!\\{\\{)"
                            + "|//discord(app)?\\.com/api/webhooks/\\d+/(?!\\{\\{)"
                            + "|[?&](token|auth|key|secret|api_?key|access_token)=(?!\\{\\{)).*");
    private static final String TELEGRAM = "https://api.telegram.org";
    private static final String ADDRESS_RULE =
            "must be an address https://HOST/.., or http:// on this machine alone";

    private final TargetTokens tokens;
    private final int timeoutMs;

    TargetSettings(TargetTokens tokens, int timeoutMs) {
        this.tokens = tokens;
        this.timeoutMs = timeoutMs;
    }

    List<NotifyTarget> read(ConfigValue value) {
        SettingsSection section = SettingsSection.of(KEY, value, null);
        List<NotifyTarget> targets = new ArrayList<>();
        for (String name : section.names()) {
            if (!NAME.matcher(name).matches()) {
                throw section.complaint(
                        name, "must have a name of small letters, digits and hyphens", name);
            }
            targets.add(target(name, section.path(name), section.value(name)));
        }
        if (targets.size() > TARGETS_MAX) {
            String rule = "must be at most " + TARGETS_MAX + " targets";
            throw SettingsSection.complaint(value, KEY, rule, "" + targets.size());
        }
        return targets;
    }

    private NotifyTarget target(String name, String path, ConfigValue value) {
        SettingsSection any = SettingsSection.of(path, value, null);
        refuseSecrets(name, any);
        TargetKind kind = kind(any);
        SettingsSection section = SettingsSection.of(path, value, NAMES.get(kind));
        String token = tokens.find(name);
        String address = kind == TargetKind.COMMAND ? "" : address(name, kind, section);
        if (token.isEmpty()
                && (kind == TargetKind.TELEGRAM || address.contains(JsonTemplate.TOKEN))) {
            throw section.complaint(
                    TYPE, "needs a token: " + TargetTokens.places(name), "without one");
        }
        return new NotifyTarget(
                name,
                kind,
                address,
                content(kind, section),
                command(kind, section),
                token,
                timeoutMs);
    }

    private static void refuseSecrets(String name, SettingsSection section) {
        for (String key : new TreeSet<>(section.names())) {
            if (SECRET_NAME.matcher(key).matches()) {
                throw section.complaint(
                        key,
                        "must not stand in settings but in " + TargetTokens.places(name),
                        "there");
            }
        }
    }

    private static TargetKind kind(SettingsSection section) {
        String names =
                Arrays.stream(TargetKind.values())
                        .map(Settings::name)
                        .collect(Collectors.joining(", "));
        String rule = "must be one of " + names;
        String text = section.text(TYPE, rule);
        return Arrays.stream(TargetKind.values())
                .filter(kind -> Settings.name(kind).equals(text))
                .findFirst()
                .orElseThrow(() -> section.complaint(TYPE, rule, text));
    }

    private static String address(String name, TargetKind kind, SettingsSection section) {
        if (kind == TargetKind.TELEGRAM && !section.has("url")) {
            return TELEGRAM;
        }
        String address = section.text("url", ADDRESS_RULE);
        if (SECRET_ADDRESS.matcher(address).matches()) {
            throw section.complaint(
                    "url",
                    "must have "
                            + JsonTemplate.TOKEN
                            + " in place of what is secret in it, which belongs in "
                            + TargetTokens.places(name),
                    "with it");
        }
        String fault = fault(address.replace(JsonTemplate.TOKEN, "x"));
        if (fault != null) {
            throw section.complaint("url", ADDRESS_RULE, fault);
        }
        return address.endsWith("/") && kind == TargetKind.TELEGRAM
                ? address.substring(0, address.length() - 1)
                : address;
    }

    /** What is wrong with an address, without what may be secret in it; null when nothing is. */
    private static String fault(String address) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (java.net.URISyntaxException e) {
            return "no address";
        }
        if (uri.getHost() == null) {
            return "one without a host";
        } else if (uri.getRawUserInfo() != null) {
            return "one with a user in it";
        } else if ("https".equals(uri.getScheme())) {
            return null;
        } else if (!"http".equals(uri.getScheme())) {
            return uri.getScheme() + "://" + uri.getHost();
        }
        return VenueHost.isLoopback(uri) ? null : "http://" + uri.getHost();
    }

    private static String content(TargetKind kind, SettingsSection section) {
        if (kind == TargetKind.TELEGRAM) {
            String rule = "must be the number of a chat, such as \"123456\", or \"@channel\"";
            String chat = section.text("chat", rule);
            if (!chat.matches("-?\\d{1,20}|@[A-Za-z0-9_]{1,64}")) {
                throw section.complaint("chat", rule, chat);
            }
            return chat;
        }
        if (kind != TargetKind.WEBHOOK) {
            return "";
        }
        String rule = "must be a JSON text, with places such as {{text}}: " + JsonTemplate.names();
        String body = section.has("body") ? section.text("body", rule) : JsonTemplate.DEFAULT;
        String fault = JsonTemplate.fault(body);
        if (fault != null) {
            throw section.complaint("body", rule, fault);
        }
        return body;
    }

    private static List<String> command(TargetKind kind, SettingsSection section) {
        if (kind != TargetKind.COMMAND) {
            return List.of();
        }
        String rule = "must be a list of a program and its arguments: no shell reads them";
        List<String> words = new ArrayList<>();
        for (ConfigValue each : section.list("command", rule)) {
            if (!ConfigReader.isPlain(each)) {
                throw section.complaint("command", rule, ConfigReader.shown(each));
            }
            words.add(ConfigReader.written(each));
        }
        if (words.isEmpty() || words.get(0).isBlank()) {
            throw section.complaint("command", rule, "");
        }
        return words;
    }
}
