package io.hayate.notify;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Reads the first bytes of an answer, and no more: a server may send for ever. */
final class AnswerStart implements BodySubscriber<String> {
    private static final int BYTES_MAX = 2_048;

    private final CompletableFuture<String> body = new CompletableFuture<>();
    private final byte[] bytes = new byte[BYTES_MAX];
    private int length;
    private Flow.Subscription subscription;

    @Override
    public CompletionStage<String> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            int taken = Math.min(part.remaining(), BYTES_MAX - length);
            part.get(bytes, length, taken);
            length += taken;
        }
        if (length < BYTES_MAX) {
            subscription.request(1);
        } else {
            subscription.cancel();
            onComplete();
        }
    }

    @Override
    public void onError(Throwable e) {
        onComplete(); // what was read is enough: the status is known
    }

    @Override
    public void onComplete() {
        body.complete(new String(bytes, 0, length, StandardCharsets.UTF_8));
    }
}
