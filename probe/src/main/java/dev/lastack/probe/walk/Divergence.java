package dev.lastack.probe.walk;

import dev.lastack.tcp.TcpState;

/**
 * A walk in whose last step, and in no step before, a stack did not do what its variant says.
 *
 * @param before the state of both before the last step
 */
public record Divergence(Walk walk, TcpState before, Outcome measured, Outcome variant) {

    /** What walks to the same difference have in common. */
    public String kind() {
        Action last = walk.actions().get(walk.actions().size() - 1);
        return before + ": " + last.kind() + ": " + measured.kind() + " / " + variant.kind();
    }
}
