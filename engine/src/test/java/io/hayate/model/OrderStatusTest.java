package io.hayate.model;

import static io.hayate.model.OrderStatus.ACCEPTED;
import static io.hayate.model.OrderStatus.ACTIVE;
import static io.hayate.model.OrderStatus.CANCELED;
import static io.hayate.model.OrderStatus.FILLED;
import static io.hayate.model.OrderStatus.NEVER_ARRIVED;
import static io.hayate.model.OrderStatus.PARTIALLY_FILLED;
import static io.hayate.model.OrderStatus.REJECTED;
import static io.hayate.model.OrderStatus.SUBMITTED;
import static io.hayate.model.OrderStatus.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStatusTest {
    private static Set<OrderStatus> successors(OrderStatus status) {
        Set<OrderStatus> next = EnumSet.allOf(OrderStatus.class);
        next.removeIf(other -> !status.canBecome(other));
        return next;
    }

    @Test
    void shouldComeIntoAnythingWhenSubmitted() {
        assertEquals(
                EnumSet.complementOf(EnumSet.of(SUBMITTED, NEVER_ARRIVED)), successors(SUBMITTED));
    }

    @Test
    void shouldNotGoBackWhenAccepted() {
        assertEquals(
                EnumSet.complementOf(EnumSet.of(SUBMITTED, ACCEPTED, NEVER_ARRIVED)),
                successors(ACCEPTED));
    }

    @Test
    void shouldFillOrEndWhenActive() {
        assertEquals(
                EnumSet.of(PARTIALLY_FILLED, FILLED, CANCELED, REJECTED, UNKNOWN),
                successors(ACTIVE));
    }

    @Test
    void shouldNotBeRejectedWhenPartlyFilled() {
        assertEquals(EnumSet.of(FILLED, CANCELED, UNKNOWN), successors(PARTIALLY_FILLED));
    }

    @Test
    void shouldBeToldAnyOutcomeWhenUnknown() {
        assertEquals(EnumSet.complementOf(EnumSet.of(SUBMITTED, UNKNOWN)), successors(UNKNOWN));
    }

    @ParameterizedTest
    @EnumSource
    void shouldStayForEverWhenDone(OrderStatus status) {
        EnumSet<OrderStatus> told = EnumSet.of(FILLED, CANCELED, REJECTED);
        assertEquals(told.contains(status) || status == NEVER_ARRIVED, status.isDone());
        assertEquals(told.contains(status), successors(status).isEmpty());
    }

    @Test
    void shouldLiveAgainWhenTheVenueHasItAfterAll() {
        assertEquals(
                EnumSet.complementOf(EnumSet.of(SUBMITTED, NEVER_ARRIVED)),
                successors(NEVER_ARRIVED));
    }

    @ParameterizedTest
    @EnumSource
    void shouldComeBackFromItsCode(OrderStatus status) {
        assertSame(status, OrderStatus.ofCode(status.code()));
    }

    @Test
    void shouldBeNoneForCodeOfEmptyBuffer() {
        assertNull(OrderStatus.ofCode(0));
    }
}
