package io.hayate.benchmarks;

/** What a forked JVM needs: the manifest of the executable jar does not reach it. */
final class Jvm {
    static final String EXPORTS = "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED";

    private Jvm() {}
}
