package io.hayate.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class, or one test, a market for a strategy: an engine and a venue on the test's own
 * thread, under a clock that the test moves. A parameter of type {@link VirtualMarket} gets it; what stands
 * at the test wins over what stands at its class.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(MarketExtension.class)
public @interface Market {
    /** What is traded; the engine hears the ticker of each. */
    String[] symbols() default "BTCUSD";

    /** The same seed gives the same run, message by message. */
    long seed() default 1;

    /** What the engine hears besides: {@code book BTCUSD}, {@code trades BTCUSD}. */
    String[] channels() default {};

    /** Tickers a second of each symbol; 0 lets the market stand still. */
    double tickersPerSecond() default 5;

    /** Settings of the engine, such as {@code trading.order-amount-max = 0.1}. */
    String[] settings() default {};
}
