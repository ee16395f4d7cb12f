package io.hayate.venue.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.AccountConfig;
import io.hayate.venue.AccountRules;
import io.hayate.venue.FeeConfig;
import io.hayate.venue.FeeRates;
import io.hayate.venue.KeyConfig;
import io.hayate.venue.PermissionArea;
import io.hayate.venue.PermissionsConfig;
import io.hayate.venue.WalletConfig;
import io.hayate.venue.WalletType;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class VenueAccountTest {
    private static final String LIMIT_ORDER =
            "[0,\"on\",null,{\"cid\":%d,\"type\":\"EXCHANGE LIMIT\",\"symbol\":\"tBTCUSD\","
                    + "\"amount\":\"%s\",\"price\":\"%s\"}]";

    private static KeyConfig key(String name, PermissionsConfig permissions) {
        return new KeyConfig(name, "s", permissions);
    }

    private static PermissionsConfig without(PermissionArea read, PermissionArea write) {
        EnumSet<PermissionArea> readable = EnumSet.copyOf(PermissionsConfig.TRADING.read());
        EnumSet<PermissionArea> writable = EnumSet.copyOf(PermissionsConfig.TRADING.write());
        readable.remove(read);
        writable.remove(write);
        return new PermissionsConfig(readable, writable);
    }

    private static AccountConfig account(List<KeyConfig> keys, FeeConfig fees) {
        List<WalletConfig> wallets =
                List.of(
                        new WalletConfig(WalletType.EXCHANGE, "BTC", new BigDecimal("1.5")),
                        new WalletConfig(WalletType.EXCHANGE, "USD", new BigDecimal("500000")),
                        new WalletConfig(WalletType.MARGIN, "USD", new BigDecimal("70.25")));
        return new AccountConfig("ann", 42, keys, wallets, fees);
    }

    @Test
    void shouldTellConfiguredWalletsByTypeAndTheUserId() {
        AccountConfig ann =
                account(List.of(key("a", PermissionsConfig.TRADING)), FeeConfig.DEFAULTS);
        AccountRig rig = AccountRig.of(AccountRules.DEFAULTS, ann);

        List<String> frames = rig.connect().authenticate("a", "s", "").take();

        assertTrue(frames.get(0).contains("\"userId\":42,"), frames.get(0));
        assertEquals(
                "[0,\"ws\",[[\"exchange\",\"BTC\",1.5,0,null,null,null],"
                        + "[\"exchange\",\"USD\",500000,0,null,null,null],"
                        + "[\"margin\",\"USD\",70.25,0,null,null,null]]]",
                frames.get(2));
    }

    @Test
    void shouldLetTwoKeysOfAnAccountHearTheSame() {
        List<KeyConfig> keys =
                List.of(key("a", PermissionsConfig.TRADING), key("b", PermissionsConfig.TRADING));
        AccountRig rig = AccountRig.of(AccountRules.DEFAULTS, account(keys, FeeConfig.DEFAULTS));
        AccountRig.Client first = rig.connect().authenticate("a", "s", "");
        AccountRig.Client second = rig.connect().authenticate("b", "s", "");
        rig.advance(200);
        second.take();

        first.send(LIMIT_ORDER.formatted(7, "0.01", "80000"));

        assertEquals(1, second.take("[0,\"on\"").size());
    }

    @Test
    void shouldRefuseAPositionThatTheMarginWalletCannotStandBehind() {
        AccountConfig ann =
                account(List.of(key("a", PermissionsConfig.TRADING)), FeeConfig.DEFAULTS);
        AccountRig rig = AccountRig.of(AccountRules.DEFAULTS, ann);
        AccountRig.Client client = rig.connect().authenticate("a", "s", "");

        client.send(LIMIT_ORDER.formatted(1, "1", "86711").replace("EXCHANGE LIMIT", "MARKET"));

        String refused = client.take("[0,\"n\"").get(0);
        assertTrue(
                refused.contains("not enough tradable balance for 1.0 BTCUSD at 86711.0"), refused);
    }

    @Test
    void shouldAnswerTheExchangesErrorWhenTheKeyMayNotWriteOrders() {
        PermissionsConfig reading = without(null, PermissionArea.ORDERS);
        AccountRig rig =
                AccountRig.of(
                        AccountRules.DEFAULTS,
                        account(List.of(key("r", reading)), FeeConfig.DEFAULTS));
        AccountRig.Client reader = rig.connect().authenticate("r", "s", "");
        assertTrue(
                reader.take("{\"event\":\"auth\"")
                        .get(0)
                        .contains("\"orders\":{\"read\":1,\"write\":0}"));

        reader.send(LIMIT_ORDER.formatted(7, "0.01", "80000"));

        String refused = reader.take("[0,\"n\"").get(0);
        assertTrue(refused.contains("\"on-req\",null,null,[null,null,7,\"tBTCUSD\","), refused);
        assertTrue(refused.endsWith(",10001,\"ERROR\",\"api_key: permission invalid\"]]"), refused);
        assertEquals(
                32, refused.split("\\[null,", 2)[1].split("]", -1)[0].split(",", -1).length + 1);
        reader.send("[0,\"oc\",null,{\"id\":1}]").send("[0,\"oc_multi\",null,{\"all\":1}]");
        reader.send("[0,\"ox_multi\",null,[[\"on\",{\"cid\":8}],[\"oc\",{\"id\":1}],[1]]]");
        assertEquals(4, reader.take("[0,\"n\"").size());
        assertEquals(0, rig.exchange().traffic().ordersReceived());
    }

    @Test
    void shouldHearOnlyWhatTheKeyMayRead() {
        List<KeyConfig> keys =
                List.of(
                        key("w", without(PermissionArea.WALLETS, null)),
                        key("o", without(PermissionArea.ORDERS, null)),
                        key("p", without(PermissionArea.POSITIONS, null)));
        AccountRig rig = AccountRig.of(AccountRules.DEFAULTS, account(keys, FeeConfig.DEFAULTS));
        AccountRig.Client noWallets = rig.connect().authenticate("w", "s", "");
        AccountRig.Client noOrders = rig.connect().authenticate("o", "s", "");
        AccountRig.Client noPositions = rig.connect().authenticate("p", "s", "");
        noWallets.send(LIMIT_ORDER.formatted(7, "0.01", "80000"));
        rig.advance(200);

        assertEquals(
                List.of("ps", "os", "fos", "fcs", "fls", "n", "on"), types(noWallets.take("[0")));
        assertEquals(
                List.of("ps", "ws", "fos", "fcs", "fls"), types(noOrders.take("[0")).subList(0, 5));
        assertEquals("ws", types(noPositions.take("[0")).get(0));
    }

    private static List<String> types(List<String> frames) {
        return frames.stream().map(frame -> frame.split("\"", 3)[1]).toList();
    }

    @Test
    void shouldTakeLessFeeWhenTheAccountHasTradedMore() {
        FeeConfig fees =
                new FeeConfig(
                        List.of(
                                new FeeRates(
                                        BigDecimal.ZERO,
                                        new BigDecimal("0.001"),
                                        new BigDecimal("0.002")),
                                new FeeRates(
                                        new BigDecimal("800"),
                                        BigDecimal.ZERO,
                                        new BigDecimal("0.0005"))));
        AccountRig rig =
                AccountRig.of(
                        AccountRules.DEFAULTS,
                        account(List.of(key("a", PermissionsConfig.TRADING)), fees));
        AccountRig.Client client = rig.connect().authenticate("a", "s", "");
        client.send(LIMIT_ORDER.formatted(1, "0.01", "90000"));
        client.send(LIMIT_ORDER.formatted(2, "0.01", "90000"));

        List<String> charged = client.take("[0,\"tu\"");

        assertTrue(charged.get(0).contains(",-0.00002,\"BTC\","), charged.get(0));
        assertTrue(charged.get(1).contains(",-0.000005,\"BTC\","), charged.get(1));
    }

    @Test
    void shouldComputeWalletsAMomentAfterTheSnapshotsEachWithANumberOfItsOwn() {
        AccountRig rig = new AccountRig(AccountRig.STILL);
        AccountRig.Client other = rig.demo("");
        AccountRig.Client client = rig.connect().send("{\"event\":\"conf\",\"flags\":65536}");
        client.authenticate("demo-key", "demo-secret", "").take();
        rig.advance(49);
        assertEquals(List.of(), client.take());

        rig.advance(51);

        List<String> computed = client.take();
        assertEquals(List.of("wu", "wu", "wu", "bu"), types(computed));
        long first = lastNumber(computed.get(0));
        assertEquals(first + 1, lastNumber(computed.get(1)));
        assertEquals(first + 3, lastNumber(computed.get(3)));
        assertEquals(List.of(), other.take());
    }

    private static long lastNumber(String frame) {
        return Long.parseLong(frame.substring(frame.lastIndexOf(',') + 1, frame.length() - 1));
    }

    @Test
    void shouldTellWhatIsAvailableAMomentAfterAChange() {
        AccountRig rig = new AccountRig(AccountRig.STILL);
        AccountRig.Client client = rig.demo("");
        client.send(LIMIT_ORDER.formatted(1, "0.01", "80000"));
        rig.advance(49);
        assertEquals(List.of(), client.take("[0,\"wu\""));

        rig.advance(51);

        assertEquals(
                "[0,\"wu\",[\"exchange\",\"USD\",1000000,0,999200,null,null]]",
                client.take("[0,\"wu\"").get(1));
    }

    @Test
    void shouldComputeNothingForWhoHasLeftMeanwhile() {
        AccountRig rig = new AccountRig(AccountRig.STILL);
        AccountRig.Client client = rig.connect().authenticate("demo-key", "demo-secret", "");
        client.send("{\"event\":\"unauth\"}").take();

        rig.advance(200);

        assertEquals(List.of(), client.take());
    }
}
