package io.hayate.history;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The body of an answer, read up to a bound: one that is longer fails. The client's threads. */
final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final byte[] bytes;
    private int length;
    private Flow.Subscription subscription;

    BoundedBody(int bytesMax) {
        bytes = new byte[bytesMax];
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            int more = part.remaining();
            if (more > bytes.length - length) {
                subscription.cancel();
                onError(new IOException("its answer is longer than " + bytes.length + " bytes"));
                return;
            }
            part.get(bytes, length, more);
            length += more;
        }
    }

    @Override
    public void onError(Throwable reason) {
        whole.completeExceptionally(reason);
    }

    @Override
    public void onComplete() {
        whole.complete(Arrays.copyOf(bytes, length));
    }
}
