package io.hayate.doctor;

/** Whether threads can be put on cores. */
final class TasksetCheck implements Check {
    private final boolean isThere;

    TasksetCheck(boolean isThere) {
        this.isThere = isThere;
    }

    @Override
    public String name() {
        return "taskset";
    }

    @Override
    public Finding examine() {
        return isThere
                ? Finding.ok("there: affinity.loop and affinity.strategy can be used")
                : Finding.warn("not on the path", "affinity needs it: install util-linux");
    }
}
