package io.hayate.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a venue for each test of a class, or for one test. A parameter of type {@link TestVenue} gets it,
 * one of type {@link VirtualVenue} gets one without sockets; what stands at the test wins over what stands
 * at its class.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(VenueExtension.class)
public @interface Venue {
    /** What goes wrong from the start: rules such as {@code late-ack delay=3s every=5}, or files. */
    String[] faults() default {};

    /** The same seed gives the same prices, ids and faults. */
    long seed() default 1;

    /** Draws faults of all kinds by this number; 0 draws none. */
    long chaos() default 0;

    /** Tickers a second of each symbol; 0 lets the market stand still. */
    double tickersPerSecond() default 5;

    /** True where only clients trade: books begin empty. */
    boolean quiet() default false;

    /** What is traded; nothing for the usual. */
    String[] symbols() default {};
}
