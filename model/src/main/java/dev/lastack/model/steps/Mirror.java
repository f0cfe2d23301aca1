package dev.lastack.model.steps;

import dev.lastack.model.state.Action;
import dev.lastack.model.state.ActionKind;
import dev.lastack.model.state.StateLayout;

/**
 * Exchanges the hosts: A's variables for B's, and the directions of the network. Where both hosts have the same knobs this
 * maps steps to steps with the same observations, for nothing but a host's own knobs tells the rules which host it is.
 */
public final class Mirror {

    private static final int HOSTS = 2;

    private final int half;
    /** The bits of a word that belong to one of the hosts; the same for both. */
    private final long[] owned;

    /** For a layout whose halves are alike. */
    public Mirror(StateLayout layout) {
        this.half = layout.wordsOfHost();
        this.owned = new long[half];
        for (int word = 0; word < half; word++) {
            owned[word] = layout.ownedBits(word);
            if (owned[word] != layout.ownedBits(half + word)) {
                throw new AssertionError("the hosts do not lie alike:\n" + layout);
            }
        }
    }

    /** Writes the mirror image of the state at {@code states[offset..]} to {@code into}. */
    void reflect(long[] states, int offset, long[] into) {
        for (int word = 0; word < half; word++) {
            long difference = (states[offset + word] ^ states[offset + half + word]) & owned[word];
            into[word] = states[offset + word] ^ difference;
            into[half + word] = states[offset + half + word] ^ difference;
        }
        for (int word = HOSTS * half; word < into.length; word++) {
            into[word] = states[offset + word];
        }
    }

    /** The action that does to the mirror image what {@code action} does to a state. */
    static int reflect(int action) {
        ActionKind kind = Action.kindOf(action);
        int owner = Action.ownerOf(action);
        int choice = Action.choiceOf(action);
        if (kind == ActionKind.TICK) {
            return Action.code(kind, owner, 0, Action.exchanged(choice));
        }
        return Action.code(kind, HOSTS - 1 - owner, Action.slotOf(action), choice);
    }
}
