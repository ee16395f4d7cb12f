package io.hayate.mutation;

import java.util.List;

/**
 * One way to break the order path, and a test that must fail then.
 *
 * @param rule what no longer holds
 * @param source file below {@code src/main/java/io/hayate}
 * @param from what stands there, once
 * @param to what stands there instead
 * @param test class below {@code io.hayate} with a {@code .} between room and name
 * @param method of that class
 */
record Mutation(String rule, String source, String from, String to, String test, String method) {
    static final List<Mutation> ALL =
            List.of(
                    new Mutation(
                            "an intent is in the journal before its first byte leaves",
                            "outbound/RequestJournal.java",
                            "boolean isWritten = write(text, length);",
                            "boolean isWritten = true;",
                            "order.JournaledOrdersTest",
                            "shouldHaveTheIntentBeforeTheFirstByteLeaves"),
                    new Mutation(
                            "an unknown outcome is never called failed",
                            "order/OrderStates.java",
                            "if (become(order, OrderStatus.UNKNOWN)) {",
                            "if (become(order, OrderStatus.REJECTED)) {",
                            "order.UnansweredOrderTest",
                            "shouldBeUnknownOnceTheTimeForItsAnswerIsOver"),
                    new Mutation(
                            "no new risk leaves while trading is halted",
                            "event/TradingHalt.java",
                            "return ending || reason.get() != null;",
                            "return ending;",
                            "order.HaltTest",
                            "shouldRefuseNewRiskAndLetCancelsLeaveWhileHalted"),
                    new Mutation(
                            "no new risk leaves before the account was told whole",
                            "session/AccountLists.java",
                            "return hasPositions && hasWallets && hasOrders;",
                            "return hasPositions || hasWallets || hasOrders;",
                            "session.AccountReadyTest",
                            "shouldLetCancelsLeaveButNoOrderBeforeEachListHasCome"),
                    new Mutation(
                            "no order leaves on a dead feed",
                            "risk/QuoteCheck.java",
                            "return nowNs - seenUntilNs > eventAgeMaxNs;",
                            "return false;",
                            "risk.RiskGateTest",
                            "shouldRefuseWhileWhatHasComeIsNotHandled"),
                    new Mutation(
                            "a fill counts once, whatever its age",
                            "order/Fills.java",
                            "if (!tradeIds.add(report.tradeId(), order.instrument().id(), order.side())) {",
                            "if (report.tradeId() < 0) {",
                            "order.FillsTest",
                            "shouldCountNoFillTwiceWhateverItsAge"),
                    new Mutation(
                            "no order is filled beyond its amount",
                            "order/Fills.java",
                            "if (units > order.untoldUnits()) {",
                            "if (units < 0) {",
                            "order.OverfillTest",
                            "shouldNameTheFillTheOrderAndWhatWasLeft"),
                    new Mutation(
                            "a number of ours alone claims no report",
                            "order/OrderMatch.java",
                            "boolean isFill = report.kind() == ReportKind.FILL ||",
                            "if (order != null) { return true; } boolean isFill = true ||",
                            "order.UntrueEndTest",
                            "shouldNotEndByARefusalOfAnotherProgramsOrderThatBearsItsNumber"),
                    new Mutation(
                            "a late refusal ends no order that lives",
                            "order/OrderMatch.java",
                            "return isOpen && order.orderId() == 0 && order.filledUnits() == 0;",
                            "return order.isOpen();",
                            "order.UntrueEndTest",
                            "shouldNotEndByARefusalThatComesWhenMoreIsKnown"),
                    new Mutation(
                            "no more orders leave within a second than the limit allows",
                            "risk/RateLimit.java",
                            "nowNs - timesNs[next] >= WINDOW_NS",
                            "nowNs != timesNs[next] - WINDOW_NS",
                            "order.OrderBatchTest",
                            "shouldSendNoMoreThanTheRateAllows"),
                    new Mutation(
                            "no number is given to two orders",
                            "order/ClientOrderIds.java",
                            "return next == end ? NONE : next++;",
                            "return next == end ? NONE : next;",
                            "order.ClientOrderIdsTest",
                            "shouldGoOnInTheSpareBlockWhenTheFirstIsUsedUp"));

    @Override
    public String toString() {
        return rule;
    }
}
