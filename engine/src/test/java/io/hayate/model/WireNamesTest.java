package io.hayate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Enums that have a word on the wire and a code in buffers, and the comparison of texts. */
class WireNamesTest {
    private static OrderType orderType(String name) {
        return OrderType.ofWire(("#" + name + "#").toCharArray(), 1, name.length());
    }

    private static RequestKind requestKind(String name) {
        return RequestKind.ofWire(("#" + name + "#").toCharArray(), 1, name.length());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void shouldFindOrderTypeByNameAndCode(OrderType type) {
        assertSame(type, orderType(type.wireName()));
        assertSame(type, OrderType.ofCode(type.code()));
    }

    @Test
    void shouldBeOtherForOrderTypeThatWeDoNotUse() {
        assertSame(OrderType.OTHER, orderType("EXCHANGE STOP LIMITS"));
        assertSame(OrderType.OTHER, orderType("EXCHANGE MARKE"));
        assertSame(OrderType.OTHER, orderType(""));
        assertSame(OrderType.OTHER, OrderType.ofCode(0));
        assertSame(OrderType.OTHER, OrderType.ofCode(99));
    }

    @Test
    void shouldFindRequestKindByNameAndCode() {
        assertSame(RequestKind.NEW_ORDER, requestKind("on-req"));
        assertSame(RequestKind.UPDATE_ORDER, requestKind("ou-req"));
        assertSame(RequestKind.CANCEL_ORDER, requestKind("oc-req"));
        for (RequestKind kind : RequestKind.values()) {
            assertSame(kind, RequestKind.ofCode(kind.code()));
        }
    }

    @Test
    void shouldBeNoneForOtherRequests() {
        assertNull(requestKind("fon-req"));
        assertNull(requestKind("on-reqs"));
        assertNull(requestKind(""));
        assertNull(RequestKind.ofCode(0));
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindStateByCode(SessionState state) {
        assertSame(state, SessionState.ofCode(state.code()));
        assertFalse(state.canBecome(state));
    }

    @Test
    void shouldTakeSideFromSign() {
        assertSame(Side.BUY, Side.ofSign(Side.BUY.sign()));
        assertSame(Side.SELL, Side.ofSign(Side.SELL.sign()));
        assertSame(Side.SELL, Side.of(-1e-8));
        assertSame(Side.BUY, Side.of(1e-8));
        assertSame(Side.BUY, Side.of(0));
        assertSame(Side.BUY, Side.of(Double.NaN));
    }

    @Test
    void shouldCompareTextsInPlace() {
        char[] text = "#EXECUTED @ 1#".toCharArray();

        assertTrue(Texts.startsWith("EXECUTED", text, 1, 12));
        assertTrue(Texts.startsWith("", text, 1, 0));
        assertFalse(Texts.startsWith("EXECUTED", text, 1, 7));
        assertFalse(Texts.startsWith("EXECUTES", text, 1, 12));
        assertTrue(Texts.equals("EXECUTED", text, 1, 8));
        assertFalse(Texts.equals("EXECUTED", text, 1, 9));
        assertFalse(Texts.equals("EXECUTED", text, 0, 8));
        assertEquals(14, text.length);
    }
}
