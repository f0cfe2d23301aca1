package dev.lastack.model.state;

import dev.lastack.scenario.knobs.Host;

/**
 * What starts a step, as one number that is unique among the steps of a state.
 *
 * @param host where it happens; A for a tick
 * @param slot of the segment that arrives or leaves, else 0
 * @param choice what the adversary chose: the ISS, which retransmissions wait, or what a forged segment says; which timer fires;
 *     else 0
 */
public record Action(ActionKind kind, Host host, int slot, int choice) {

    private static final int HOSTS = 2;
    private static final int SLOTS = 64;
    /** One more than the greatest choice. */
    public static final int CHOICES = 0x100000;

    /** The action with that label. */
    public static Action of(int code) {
        Host host = ownerOf(code) == 0 ? Host.A : Host.B;
        return new Action(kindOf(code), host, slotOf(code), choiceOf(code));
    }

    public static ActionKind kindOf(int code) {
        return ActionKind.of(code / CHOICES / SLOTS / HOSTS);
    }

    /** 0 for A, 1 for B. */
    public static int ownerOf(int code) {
        return code / CHOICES / SLOTS % HOSTS;
    }

    public static int slotOf(int code) {
        return code / CHOICES % SLOTS;
    }

    public static int choiceOf(int code) {
        return code % CHOICES;
    }

    /** The same action without its slot: what a host knows of it, apart from the segment that arrives. */
    public static int event(int code) {
        return code - slotOf(code) * CHOICES;
    }

    public static int code(ActionKind kind, int owner, int slot, int choice) {
        return ((kind.code() * HOSTS + owner) * SLOTS + slot) * CHOICES + choice;
    }

    /** Its label, unique among the steps of a state. */
    public int code() {
        return code(kind, host.index(), slot, choice);
    }

    /** Whether A's retransmission waits in the tick that is number {@code choice}. */
    public static boolean aWaits(int choice) {
        return choice % HOSTS == 1;
    }

    public static boolean bWaits(int choice) {
        return choice / HOSTS == 1;
    }

    /** The choice of a tick in which A's retransmission waits where B's does, and the other way round. */
    public static int exchanged(int choice) {
        return choice % HOSTS * HOSTS + choice / HOSTS;
    }
}
