package io.hayate.notify;

import io.hayate.news.NewsLevel;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/**
 * A message as each kind of server takes it.
 *
 * <pre>
 * POST /hook                       {"title":"Hayate","text":"order 1 .."}
 * POST /bot123:ABC/sendMessage     {"chat_id":"42","text":"Hayate\norder 1 .."}
 * POST /topic   Title: Hayate   Priority: default     order 1 ..
 * </pre>
 */
final class HttpForms {
    private static final int NTFY_BYTES_MAX = 4_000; // beyond 4,096 it makes a file of it

    private HttpForms() {}

    static HttpRequest request(NotifyTarget target, NotifyMessage message) {
        HttpRequest.Builder request =
                switch (target.kind()) {
                    case WEBHOOK -> webhook(target, message);
                    case TELEGRAM -> telegram(target, message);
                    case NTFY -> ntfy(target, message);
                    case COMMAND -> throw new IllegalStateException("a command is no server");
                };
        return request.header("User-Agent", "hayate").build();
    }

    private static HttpRequest.Builder webhook(NotifyTarget target, NotifyMessage message) {
        HttpRequest.Builder request = json(uri(target), message, target.content());
        boolean isInAddress = target.address().contains(JsonTemplate.TOKEN);
        return isInAddress ? request : withToken(request, target);
    }

    private static HttpRequest.Builder json(URI uri, NotifyMessage message, String template) {
        String body = JsonTemplate.of(template).filled(message);
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(body));
    }

    private static HttpRequest.Builder telegram(NotifyTarget target, NotifyMessage message) {
        URI uri = URI.create(target.address() + "/bot" + target.token() + "/sendMessage");
        String chat = JsonTemplate.escape(target.content());
        return json(
                uri, message, "{\"chat_id\":\"" + chat + "\",\"text\":\"{{title}}\\n{{text}}\"}");
    }

    private static HttpRequest.Builder ntfy(NotifyTarget target, NotifyMessage message) {
        byte[] text = message.text().getBytes(StandardCharsets.UTF_8);
        int length = wholeCharacters(text, Math.min(text.length, NTFY_BYTES_MAX));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(target))
                        .header("Content-Type", "text/plain; charset=utf-8")
                        .header("Title", message.title())
                        .header("Priority", priority(message.lead().level()))
                        .header("Tags", message.lead().kind().label())
                        .POST(BodyPublishers.ofByteArray(text, 0, length));
        return withToken(request, target);
    }

    private static int wholeCharacters(byte[] text, int length) {
        int end = length;
        while (end > 0 && end < text.length && (text[end] & 0xC0) == 0x80) {
            end--;
        }
        return end;
    }

    private static String priority(NewsLevel level) {
        return switch (level) {
            case ERROR -> "urgent";
            case WARN -> "high";
            default -> "default";
        };
    }

    private static URI uri(NotifyTarget target) {
        return URI.create(target.address().replace(JsonTemplate.TOKEN, target.token()));
    }

    private static HttpRequest.Builder withToken(HttpRequest.Builder request, NotifyTarget target) {
        return target.token().isEmpty()
                ? request
                : request.header("Authorization", "Bearer " + target.token());
    }
}
