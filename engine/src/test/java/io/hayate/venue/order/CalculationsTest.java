package io.hayate.venue.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.account.AccountRig;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalculationsTest {
    private static final String BALANCE = "[\"balance\"]";

    private final AccountRig rig = new AccountRig(AccountRig.STILL);
    private final AccountRig.Client client = rig.demo("");

    private List<String> calculate(String items) {
        return client.send("[0,\"calc\",null,[" + items + "]]").take();
    }

    @Test
    void shouldAnswerWhatThereIsAndNothingToWhatThereIsNot() {
        assertEquals(
                List.of(
                        "[0,\"wu\",[\"exchange\",\"USD\",1000000,0,1000000,null,null]]",
                        "[0,\"bu\",[10671000,10671000]]"),
                calculate(
                        "[\"wallet_exchange_USD\"],[\"wallet_exchange_NOPE\"],"
                                + BALANCE
                                + ",[\"margin\"],[],7,null,[null],[\"\"],{\"a\":1}"));
    }

    @Test
    void shouldTakeThirtyItemsAndRefuseOneMore() {
        assertEquals(30, calculate((BALANCE + ",").repeat(29) + BALANCE).size());

        List<String> refused = calculate((BALANCE + ",").repeat(30) + BALANCE);

        assertEquals(1, refused.size());
        assertTrue(
                refused.get(0)
                        .endsWith(
                                "\"calc-req\",null,null,null,11010,\"ERROR\","
                                        + "\"ratelimit: error\"]]"),
                refused.get(0));
    }

    @Test
    void shouldTakeEightBatchesASecondOfEachClient() {
        AccountRig.Client other = rig.demo("");
        for (int i = 0; i < 8; i++) {
            assertTrue(calculate(BALANCE).get(0).startsWith("[0,\"bu\""));
        }
        assertTrue(calculate(BALANCE).get(0).contains("ratelimit: error"));
        assertTrue(other.send("[0,\"calc\",null,[[\"balance\"]]]").take().get(0).contains("bu"));

        rig.advance(1_000);

        assertTrue(calculate(BALANCE).get(0).startsWith("[0,\"bu\""));
    }
}
