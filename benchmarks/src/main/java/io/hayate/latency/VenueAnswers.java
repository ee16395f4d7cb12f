package io.hayate.latency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is said before and between the steps: handshake, subscriptions, account. Allocates. */
final class VenueAnswers {
    private static final String ACCEPT_SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final Pattern KEY =
            Pattern.compile("(?im)^sec-websocket-key:\\s*(\\S{1,64})\\s*$");
    private static final String HEAD_END = "\r\n\r\n";
    private static final int HEAD_BYTES_MAX = 8_192;
    private static final int CHANNEL_FIRST = 17;
    private static final int CHANNEL_STEP_MAX = 977;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ByteBuffer out;
    private final Random random = new Random(1);
    private final List<String> symbols = new ArrayList<>();
    private final List<Integer> channels = new ArrayList<>();
    private int nextChannel = CHANNEL_FIRST;
    private boolean authenticated;

    VenueAnswers(ByteBuffer out) {
        this.out = out;
    }

    /** Answers the upgrade request once it is whole; then its bytes are gone from {@code in}. */
    boolean upgrade(ByteBuffer in) throws IOException {
        byte[] bytes = new byte[in.position()];
        in.get(0, bytes);
        String head = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = head.indexOf(HEAD_END);
        if (end < 0 && bytes.length < HEAD_BYTES_MAX) {
            return false;
        }
        Matcher key = KEY.matcher(head);
        if (end < 0 || !key.find()) {
            throw new IOException("the client's upgrade request is none");
        }
        in.flip().position(end + HEAD_END.length());
        in.compact();
        put(
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: "
                        + accept(key.group(1))
                        + HEAD_END);
        say(
                "{\"event\":\"info\",\"version\":2,\"serverId\":\"stamp\",\"platform\":{\"status\":1}}");
        return true;
    }

    private static String accept(String key) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            byte[] text = (key + ACCEPT_SALT).getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder().encodeToString(sha1.digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    private void put(String text) {
        out.put(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void say(String text) {
        FramePool.put(out, text);
    }

    /** Answers an event. */
    void onEvent(byte[] text, int length) throws IOException {
        JsonNode event = MAPPER.readTree(text, 0, length);
        switch (event.path("event").asText()) {
            case "conf" ->
                    say(
                            "{\"event\":\"conf\",\"status\":\"OK\",\"flags\":"
                                    + event.path("flags").asLong()
                                    + "}");
            case "ping" ->
                    say(
                            "{\"event\":\"pong\",\"ts\":"
                                    + System.currentTimeMillis()
                                    + ",\"cid\":"
                                    + event.path("cid").asLong()
                                    + "}");
            case "auth" -> authenticate();
            case "subscribe" -> subscribe(event.path("channel").asText(), symbol(event));
            case "unsubscribe" ->
                    say(
                            "{\"event\":\"unsubscribed\",\"status\":\"OK\",\"chanId\":"
                                    + event.path("chanId").asLong()
                                    + "}");
            default -> say("{\"event\":\"error\",\"msg\":\"event: invalid\",\"code\":10000}");
        }
    }

    /** Signatures are not checked: any key will do. */
    private void authenticate() {
        authenticated = true;
        say(
                "{\"event\":\"auth\",\"status\":\"OK\",\"chanId\":0,\"userId\":1,\"caps\":{"
                        + "\"orders\":{\"read\":1,\"write\":1},\"wallets\":{\"read\":1,\"write\":0}}}");
        say("[0,\"ps\",[]]");
        say(
                "[0,\"ws\",[[\"exchange\",\"USD\",1000000,0,null,null,null],"
                        + "[\"exchange\",\"BTC\",10,0,null,null,null]]]");
        say("[0,\"os\",[]]");
    }

    private static String symbol(JsonNode event) {
        String given = event.path("symbol").asText(event.path("pair").asText());
        return given.startsWith("t") ? given : "t" + given;
    }

    private void subscribe(String channel, String symbol) {
        String request = ",\"channel\":\"" + channel + "\",\"symbol\":\"" + symbol + "\"";
        if (!channel.equals("ticker")) {
            say("{\"event\":\"error\",\"msg\":\"channel: unknown\",\"code\":10300" + request + "}");
        } else if (symbols.contains(symbol)) {
            say("{\"event\":\"error\",\"msg\":\"subscribe: dup\",\"code\":10301" + request + "}");
        } else {
            int id = nextChannel;
            nextChannel += 1 + random.nextInt(CHANNEL_STEP_MAX); // nobody may count on their order
            symbols.add(symbol);
            channels.add(id);
            String pair = ",\"pair\":\"" + symbol.substring(1) + "\"}";
            say("{\"event\":\"subscribed\",\"chanId\":" + id + request + pair);
            say(FramePool.ordinaryText(id, random));
        }
    }

    /** A beat on every channel, so that none seems silent. */
    void beat() {
        if (authenticated) {
            say("[0,\"hb\"]");
        }
        channels.forEach(id -> say("[" + id + ",\"hb\"]"));
    }

    boolean isReady(int subscriptions) {
        return authenticated && channels.size() >= subscriptions;
    }

    int[] channels() {
        return channels.stream().mapToInt(Integer::intValue).toArray();
    }
}
