package io.hayate.venue.rule;

import io.hayate.model.Channel;
import io.hayate.model.ConfigException;
import io.hayate.model.Durations;
import io.hayate.model.Nearest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads rules: {@code NAME key=value key="value with spaces"}. */
public final class FaultRuleParser {
    private static final int LINE_MAX = 1_000;
    private static final List<String> ACKS =
            List.of("on-req", "ou-req", "oc-req", "oc_multi-req", "fon-req", "foc-req");
    private static final List<String> ORDER_INPUTS =
            List.of("on", "ou", "oc", "oc_multi", "ox_multi", "fon", "foc");
    private static final List<String> COMMON =
            List.of(
                    "every",
                    "nth",
                    "times",
                    "chance",
                    "from",
                    "lasts",
                    "channel",
                    "type",
                    "symbol",
                    "account",
                    "connection");

    private final FaultKind kind;
    private final Map<String, String> settings;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    private FaultRuleParser(FaultKind kind, Map<String, String> settings) {
        this.kind = kind;
        this.settings = settings;
    }

    /**
     * The rule of a line such as {@code late-ack delay=3s every=5}; {@code dropped=5} is {@code dropped
     * every=5}.
     *
     * @throws ConfigException says what is wrong with it
     */
    public static FaultRule parse(String line) {
        if (line.length() > LINE_MAX) {
            throw new ConfigException("a fault must be a line of at most 1000 characters");
        }
        List<String> words = words(line.strip());
        Map<String, String> settings = new LinkedHashMap<>();
        String name = words.get(0);
        int every = name.indexOf('=');
        if (every > 0) {
            settings.put("every", name.substring(every + 1));
            name = name.substring(0, every);
        }
        for (String word : words.subList(1, words.size())) {
            int at = word.indexOf('=');
            if (at <= 0 || settings.put(word.substring(0, at), word.substring(at + 1)) != null) {
                throw new ConfigException(
                        "fault " + name + ": each setting must be key=value, once: was " + word);
            }
        }
        return of(name, settings);
    }

    /** Splits at spaces that are not between quotes. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && quoted && i + 1 < line.length()) {
                word.append(line.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ' ' && !quoted) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            } else {
                word.append(c);
            }
        }
        words.add(word.toString());
        return words;
    }

    /**
     * The rule of a kind and what is set of it.
     *
     * @throws ConfigException says what is wrong with it
     */
    public static FaultRule of(String word, Map<String, String> settings) {
        FaultKind kind = FaultKind.ofWord(word);
        if (kind == null) {
            String near = Nearest.of(word, FaultKind.words());
            throw new ConfigException(
                    "fault must be one that the venue knows"
                            + (near == null ? "" : ", such as " + near)
                            + ": was "
                            + word);
        }
        return new FaultRuleParser(kind, settings).rule();
    }

    private FaultRule rule() {
        settings.forEach(this::check);
        return new FaultRule(kind, parameters, when(), scope(), text());
    }

    private void check(String key, String value) {
        for (FaultParameter parameter : kind.parameters()) {
            if (parameter.name().equals(key)) {
                parameters.put(key, parameter.checked(kind.word(), value));
                return;
            }
        }
        if (!COMMON.contains(key)) {
            List<String> known = new ArrayList<>(COMMON);
            kind.parameters().forEach(parameter -> known.add(parameter.name()));
            String near = Nearest.of(key, known);
            String hint = near == null ? String.join(", ", known) : near;
            throw wrong(key + " is no setting of it", "did you mean " + hint + "?");
        }
    }

    private FaultWhen when() {
        boolean timed = kind.point() == FaultPoint.TIME;
        double chance = settings.containsKey("chance") ? part("chance") : 1;
        long period = timed && settings.containsKey("every") ? duration("every") : 0;
        if (timed && settings.containsKey("every") && period == 0) {
            throw wrong("every must be a duration above 0", "was " + settings.get("every"));
        }
        return new FaultWhen(
                timed ? 1 : number("every", 1, 1),
                number("nth", 0, 1),
                number("times", 0, 1),
                chance,
                duration("from"),
                duration("lasts"),
                period);
    }

    private int number(String key, int otherwise, int least) {
        String value = settings.get(key);
        if (value == null) {
            return otherwise;
        }
        long number = value.matches("\\d{1,10}") ? Long.parseLong(value) : -1;
        if (number < least || number > Integer.MAX_VALUE) {
            throw wrong(
                    key + " must be a whole number from " + least + " to " + Integer.MAX_VALUE,
                    "was " + value);
        }
        return (int) number;
    }

    private double part(String key) {
        FaultParameter part = new FaultParameter(key, FaultParameter.Type.PART, "1");
        return Double.parseDouble(part.checked(kind.word(), settings.get(key)));
    }

    private long duration(String key) {
        String value = settings.getOrDefault(key, "0ms");
        long ms = Durations.parseMs(value);
        if (ms == Durations.NONE) {
            throw wrong(key + " must be a duration such as 500ms, 3s or 2m", "was " + value);
        }
        return ms;
    }

    private FaultScope scope() {
        String subject = kind.subject();
        List<String> types = types(subject);
        Set<Channel> channels = channels(settings.getOrDefault("channel", channelOf(subject)));
        boolean events = settings.containsKey("type") && !settings.containsKey("channel");
        return new FaultScope(
                channels,
                events,
                types,
                settings.getOrDefault("symbol", ""),
                settings.getOrDefault("account", ""),
                number("connection", 0, 1));
    }

    private List<String> types(String subject) {
        String named = settings.get("type");
        if (named != null) {
            return List.of(named.split(",", -1));
        }
        return switch (subject) {
            case "", "all", "book", "account" -> List.of();
            case "ack" -> ACKS;
            case "order" -> ORDER_INPUTS;
            default -> List.of(subject);
        };
    }

    private String channelOf(String subject) {
        return switch (subject) {
            case "" -> settings.containsKey("type") ? "all" : "public";
            case "all", "order" -> "all";
            case "ack", "on", "on-req", "account" -> "account";
            default -> "book";
        };
    }

    private Set<Channel> channels(String word) {
        if (word.equals("all")) {
            return FaultScope.ALL;
        } else if (word.equals("public")) {
            return FaultScope.PUBLIC;
        }
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        for (String name : word.split(",", -1)) {
            Channel channel = Channel.ofWire(name);
            if (channel == null) {
                throw wrong(
                        "channel must be ticker, trades, book, candles, status, account, public or"
                                + " all",
                        "was " + word);
            }
            channels.add(channel);
        }
        return channels;
    }

    private ConfigException wrong(String rule, String detail) {
        return new ConfigException("fault " + kind.word() + ": " + rule + ": " + detail);
    }

    private String text() {
        StringBuilder text = new StringBuilder(kind.word());
        settings.forEach(
                (key, value) -> {
                    boolean plain = value.matches("[^\\s\"\\\\]+");
                    String quoted = "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
                    text.append(' ').append(key).append('=').append(plain ? value : quoted);
                });
        return text.toString();
    }
}
