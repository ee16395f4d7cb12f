package io.hayate.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ConfigException;
import io.hayate.news.NewsKind;
import io.hayate.notify.NotifyConfig;
import io.hayate.notify.NotifyRule;
import io.hayate.notify.NotifyTarget;
import io.hayate.notify.TargetKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotifySettingsTest {
    private static final String TOKEN = "123:AbC-secret";
    private static final String PHONE = "phone { type = telegram, chat = \"42\" }";

    @TempDir private Path home;

    private final Map<String, String> environment = new HashMap<>();

    private RunConfig load(String text) throws IOException {
        Path file = Files.writeString(home.resolve("test.conf"), text);
        return new ConfigLoader(environment, home, home).load(file, new Overrides());
    }

    private NotifyConfig read(String text) throws IOException {
        return load(text).outputs().notifications();
    }

    private String complaint(String text) {
        return assertThrows(ConfigException.class, () -> load(text)).getMessage();
    }

    private static String targets(String text) {
        return "notifications.targets { " + text + " }";
    }

    private Path tokens(String mode) throws IOException {
        Path file = Files.writeString(home.resolve("tokens"), "phone-token=" + TOKEN + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    @Test
    void shouldTellNobodyOfAnythingByDefault() throws IOException {
        NotifyConfig config = read("");

        assertFalse(config.isOn());
        assertEquals(List.of(), config.targets());
    }

    @Test
    void shouldReadTargetsOfEachKindAndRules() throws IOException {
        environment.put("HAYATE_NOTIFY_PHONE_TOKEN", TOKEN);
        NotifyConfig config =
                read(
                        targets(
                                        PHONE
                                                + ", desk { type = ntfy, url = \"https://ntfy.sh/x\" }"
                                                + ", hook { type = webhook, url = \"http://127.0.0.1:1/h\""
                                                + ", body = \"\"\"{\"a\":\"{{text}}\"}\"\"\" }"
                                                + ", bell { type = command, command = [a, \"b c\", 3] }")
                                + "\nnotifications.rules = [{ kinds = [fill, loss-limit]"
                                + ", instruments = [tBTCUSD], targets = [phone, bell] }]");

        assertEquals(
                List.of("bell", "desk", "hook", "phone"),
                config.targets().stream().map(NotifyTarget::name).toList());
        assertEquals(List.of("a", "b c", "3"), config.targets().get(0).command());
        assertEquals("{\"a\":\"{{text}}\"}", config.targets().get(2).content());
        NotifyTarget phone = config.targets().get(3);
        assertEquals(TargetKind.TELEGRAM, phone.kind());
        assertEquals("https://api.telegram.org", phone.address());
        assertEquals(TOKEN, phone.token());
        assertEquals(
                List.of(
                        new NotifyRule(
                                List.of(NewsKind.FILL, NewsKind.LOSS_LIMIT),
                                List.of(),
                                List.of("BTCUSD"),
                                List.of("phone", "bell"))),
                config.rules());
        assertTrue(config.isOn());
    }

    @Test
    void shouldTakeATokenFromAFileOfItsOwnerAlone() throws IOException {
        tokens("rw-------");

        NotifyConfig config = read(targets(PHONE) + "\nnotifications.tokens-file = tokens");

        assertEquals(TOKEN, config.targets().get(0).token());
    }

    @Test
    void shouldRefuseAFileThatOthersMayRead() throws IOException {
        Path file = tokens("rw-r--r--");

        assertEquals(
                home.resolve("test.conf")
                        + ":2: notifications.tokens-file must be readable by its owner alone (chmod 600 "
                        + file
                        + "): was rw-r--r--",
                complaint(targets(PHONE) + "\nnotifications.tokens-file = tokens"));
    }

    @Test
    void shouldShowNoTokenInAnyTextOfSettings() throws IOException {
        environment.put("HAYATE_NOTIFY_PHONE_TOKEN", TOKEN);
        RunConfig config = load(targets(PHONE));

        assertFalse(config.toString().contains("secret"), config.toString());
        assertFalse(config.origins().written().contains("notifications"), "recordings hold them");
    }

    @Test
    void shouldRefuseATokenInTheSettingsByName() {
        String complaint =
                complaint(
                        targets(
                                "phone { type = telegram, chat = \"42\", token = \""
                                        + TOKEN
                                        + "\" }"));

        assertEquals(
                home.resolve("test.conf")
                        + ":1: notifications.targets.phone.token must not stand in settings but in"
                        + " HAYATE_NOTIFY_PHONE_TOKEN, or a line phone-token=... of"
                        + " notifications.tokens-file: was there",
                complaint);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.telegram.org/bot123456:ABC/sendMessage",
        "https://hooks.slack.com/services/T0/B0/abc",
        "https://discord.com/api/webhooks/1/abc",
        "https://example.com/hook?token=abc",
    })
    void shouldRefuseASecretInAnAddressAndNotShowIt(String url) {
        String complaint = complaint(targets("hook { type = webhook, url = \"" + url + "\" }"));

        assertTrue(complaint.contains("hook.url must have {{token}} in place of"), complaint);
        assertFalse(complaint.toLowerCase(Locale.ROOT).contains("abc"), complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "desk { type = ntfy, url = \"http://ntfy.sh/x\" }"
                        + "| desk.url must be an address https://HOST/.., or http:// on this machine"
                        + " alone: was http://ntfy.sh",
                "desk { type = ntfy, url = \"https://me:word@ntfy.sh/x\" }"
                        + "| desk.url must be an address https://HOST/.., or http:// on this machine"
                        + " alone: was one with a user in it",
                "desk { type = ntfy, url = \"file:///etc/passwd\" }"
                        + "| desk.url must be an address https://HOST/.., or http:// on this machine"
                        + " alone: was one without a host",
                "desk { type = ntfi } | desk.type must be one of webhook, telegram, ntfy, command:"
                        + " was ntfi",
                "desk { type = ntfy, url = \"https://a/b\", topic = x }"
                        + "| desk.topic is not a setting: there are type, url",
                "phone { type = telegram, chat = \"42\" }"
                        + "| phone.type needs a token: HAYATE_NOTIFY_PHONE_TOKEN, or a line"
                        + " phone-token=... of notifications.tokens-file: was without one",
                "bell { type = command, command = \"rm x\" }"
                        + "| bell.command must be a list of a program and its arguments: no shell"
                        + " reads them: was \"rm x\"",
                "bell { type = command, command = [] }"
                        + "| bell.command must be a list of a program and its arguments: no shell"
                        + " reads them: was empty",
                "hook { type = webhook, url = \"https://a/b\", body = \"{\" }"
                        + "| hook.body must be a JSON text, with places such as {{text}}: title, text,"
                        + " kind, level, strategy, instrument, count, time: was no JSON text",
            })
    void shouldSayWhatIsWrongWithATarget(String target, String complaint) {
        assertEquals(
                home.resolve("test.conf") + ":1: notifications.targets." + complaint,
                complaint(targets(target)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ kinds = [filled], targets = [desk] }"
                        + "| rules[0].kinds must be a list of some of fill, reject, unknown, health,"
                        + " reconnect, loss-limit, kill, incident, strategy, end: was filled",
                "{ targets = [desk] }"
                        + "| rules[0].kinds must be a list of some of fill, reject, unknown, health,"
                        + " reconnect, loss-limit, kill, incident, strategy, end: was empty",
                "{ kinds = [end], targets = [disk] }"
                        + "| rules[0].targets must be a list of some of desk: was disk",
                "{ kinds = [end], targets = [desk], strategies = [fast] }"
                        + "| rules[0].strategies must be left out: none is set: was fast",
                "{ kind = [end], targets = [desk] }"
                        + "| rules[0].kind is not a setting: there are kinds, strategies, instruments,"
                        + " targets",
            })
    void shouldSayWhatIsWrongWithARule(String rule, String complaint) {
        assertEquals(
                home.resolve("test.conf") + ":2: notifications." + complaint,
                complaint(
                        targets("desk { type = ntfy, url = \"https://ntfy.sh/x\" }")
                                + "\nnotifications.rules = ["
                                + rule
                                + "]"));
    }
}
