package io.hayate.venue.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.venue.AccountRules;
import io.hayate.venue.DeadManScope;
import io.hayate.venue.RequestNumbers;
import io.hayate.venue.account.AccountRig;
import org.junit.jupiter.api.Test;

class DeadManSwitchTest {
    private static final String ORDER =
            "[0,\"on\",null,{\"cid\":%d,\"type\":\"EXCHANGE LIMIT\",\"symbol\":\"tBTCUSD\","
                    + "\"amount\":\"0.01\",\"price\":\"10000\"}]";

    private final AccountRig rig = new AccountRig(AccountRig.STILL);

    private static AccountRules rules(DeadManScope scope) {
        return new AccountRules(scope, 15_000, RequestNumbers.CONNECTION);
    }

    private static int canceled(AccountRig.Client client) {
        return client.take("[0,\"oc\"").size();
    }

    @Test
    void shouldCancelAllOrdersOfTheAccountWhenTheConnectionSaysGoodbye() {
        AccountRig.Client other = rig.demo("").send(ORDER.formatted(1));
        AccountRig.Client careful = rig.demo(",\"dms\":4").send(ORDER.formatted(2));

        careful.close();

        assertEquals(2, canceled(other));
    }

    @Test
    void shouldFindADeadConnectionOnlyAtTheNextHeartbeat() {
        AccountRig.Client other = rig.demo("").send(ORDER.formatted(1));
        rig.demo(",\"dms\":4").die();
        rig.advance(14_999);
        assertEquals(0, canceled(other));

        rig.advance(1);

        assertEquals(1, canceled(other));
    }

    @Test
    void shouldCancelOnlyOrdersOfTheConnectionWhereThatIsTheScope() {
        AccountRig own = AccountRig.of(rules(DeadManScope.CONNECTION));
        AccountRig.Client other = own.demo("").send(ORDER.formatted(1));
        AccountRig.Client careful = own.demo(",\"dms\":4").send(ORDER.formatted(2));
        other.take();

        careful.close();

        assertEquals(1, canceled(other));
    }

    @Test
    void shouldCancelNothingWithoutTheSwitchOrOfOtherAccounts() {
        AccountRig.Client other = rig.demo("").send(ORDER.formatted(1));
        rig.demo("").close();
        rig.connect().authenticate("demo-key-2", "demo-secret-2", ",\"dms\":4").close();
        rig.demo("").die();
        rig.advance(20_000);

        assertEquals(0, canceled(other));
    }

    @Test
    void shouldCancelOnUnauthAndWhenTheVenueEndsTheConnection() {
        AccountRig.Client other = rig.demo("").send(ORDER.formatted(1));
        rig.demo(",\"dms\":4").send("{\"event\":\"unauth\"}");
        assertEquals(1, canceled(other));

        other.send(ORDER.formatted(2));
        AccountRig.Client hostile = rig.demo(",\"dms\":4");
        for (int i = 0; i < 20; i++) {
            hostile.send("{\"event\":\"auth\"}"); // one after the other is refused
        }

        assertEquals(1, canceled(other));
    }
}
