package dev.lastack.model.steps;

import dev.lastack.model.state.Action;
import dev.lastack.model.state.ResolvedScenario;
import dev.lastack.model.state.SegmentFormat;
import dev.lastack.model.state.SegmentKind;
import dev.lastack.tcp.ControlBits;

/** The segments that an off-path attacker can make up: of every kind, with every SEQ and ACK. */
public final class Forgeries {

    private static final int NO_INCARNATION = 0;

    private final SegmentFormat format;
    private final SegmentKind[] kinds = SegmentKind.values();
    private final int numbers;
    private final int issChoices;

    public Forgeries(ResolvedScenario setting) {
        this.format = setting.format();
        // The greatest number of an unbounded space has no successor.
        this.numbers = setting.bounds().greatestNumber() + (setting.space().unbounded() ? 0 : 1);
        this.issChoices = Math.max(1, setting.space().size());
        long choices = (long) kinds.length * numbers * numbers * issChoices;
        if (setting.environment().forge() > 0 && choices > Action.CHOICES) {
            throw new IllegalArgumentException("forge: " + numbers + " sequence numbers are too many to guess from");
        }
    }

    public int count() {
        return kinds.length * numbers * numbers;
    }

    /** The choice, of an action, that stands for a forged segment and the ISS that it makes its receiver choose. */
    public int choice(int forgery, int iss) {
        return forgery * issChoices + iss;
    }

    public int forgery(int choice) {
        return choice / issChoices;
    }

    int iss(int choice) {
        return choice % issChoices;
    }

    public SegmentKind kind(int forgery) {
        return kinds[forgery / (numbers * numbers)];
    }

    /** The segment that is number {@code forgery}; kinds without an ACK ignore what the number says of it. */
    public long segment(int forgery) {
        SegmentKind kind = kind(forgery);
        int ack = kind.has(ControlBits.ACK) ? forgery % numbers : 0;
        return format.pack(kind, forgery / numbers % numbers, ack, NO_INCARNATION);
    }
}
