package io.hayate.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hayate.codec.OrderEncoder;
import io.hayate.event.OrderIntent;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
import io.hayate.model.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * Cost of writing a market order, and a cancel, as the text of a frame: ours, in place, against
 * Strings that are put together and made bytes. The amount has up to eight decimals; what the frame
 * around it costs is {@code WebSocketEncoderBenchmark}'s.
 */
public class OrderEncoderBenchmark extends BenchmarkDefaults {
    private static final int DECIMALS = 8;

    private final OrderEncoder encoder = new OrderEncoder();
    private final Instrument instrument = Instruments.of(List.of("tBTCUSD")).get(0);
    private final OrderIntent intent = OrderIntent.allocate();
    private long clientOrderId = 10_000_000;

    /** A market order by our encoder. */
    @Benchmark
    public int hayate() {
        clientOrderId++;
        intent.begin(OrderOperation.NEW, 0).type(OrderType.EXCHANGE_MARKET).side(Side.SELL);
        intent.units(clientOrderId * 37).clientOrderId(clientOrderId);
        return encoder.newOrder(intent, instrument);
    }

    /** A cancel by the venue's number, by our encoder. */
    @Benchmark
    public int hayateCancel() {
        return encoder.cancel(244_611_273_982L + clientOrderId++);
    }

    /** The order as Strings joined. */
    @Benchmark
    public byte[] concatenation() {
        clientOrderId++;
        String text =
                "[0,\"on\",null,{\"cid\":"
                        + clientOrderId
                        + ",\"type\":\"EXCHANGE MARKET\",\"symbol\":\""
                        + instrument.symbol()
                        + "\",\"amount\":\""
                        + amount()
                        + "\"}]";
        return text.getBytes(UTF_8);
    }

    /** The order with a format. */
    @Benchmark
    public byte[] stringFormat() {
        clientOrderId++;
        return String.format(
                        Locale.ROOT,
                        "[0,\"on\",null,{\"cid\":%d,\"type\":\"EXCHANGE MARKET\","
                                + "\"symbol\":\"%s\",\"amount\":\"%s\"}]",
                        clientOrderId,
                        instrument.symbol(),
                        amount())
                .getBytes(UTF_8);
    }

    private String amount() {
        return BigDecimal.valueOf(-clientOrderId * 37, DECIMALS)
                .stripTrailingZeros()
                .toPlainString();
    }
}
