package dev.lastack.probe.walk;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.lastack.tcp.ControlBits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What one step of a walk does: a segment of the peer arrives, or the host's user calls. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(StackAction.Arrival.class), @JsonSubTypes.Type(StackAction.UserCall.class)})
public sealed interface StackAction {

    /** A segment of the peer arrives at the host. */
    record Arrival(Stimulus stimulus) implements StackAction {

        @Override
        public List<StackAction> simpler() {
            List<StackAction> simpler = new ArrayList<>();
            if (stimulus.text() > 0) {
                simpler.add(new Arrival(stimulus.withText(0)));
            }
            if (stimulus.newer() != 1) {
                simpler.add(new Arrival(stimulus.stamped(1)));
            }
            if (stimulus.ack() != 0) {
                simpler.add(new Arrival(stimulus.acknowledging(0)));
            }
            if (stimulus.seq() != 0) {
                simpler.add(new Arrival(stimulus.at(0)));
            }
            return simpler;
        }

        @Override
        public String kind() {
            return Stimulus.of(stimulus.control()).toString().replace(" at RCV.NXT", "")
                    + (stimulus.text() > 0 ? " with text" : "");
        }

        @Override
        public String toString() {
            return stimulus.toString();
        }
    }

    /** The host's user calls. */
    record UserCall(Call call) implements StackAction {

        @Override
        public List<StackAction> simpler() {
            return List.of();
        }

        @Override
        public String kind() {
            return call.toString();
        }

        @Override
        public String toString() {
            return call.toString();
        }
    }

    /** A call of the host's user. */
    enum Call {
        SEND("SEND"),
        RECEIVE("RECEIVE"),
        SHUTDOWN("CLOSE of one direction"),
        CLOSE("CLOSE");

        private final String words;

        Call(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Which control bits arrive and whether text does, or which call it is. */
    String kind();

    /** The same with one thing less, each. */
    List<StackAction> simpler();

    /** A choice among what can be seen to make a difference. */
    static StackAction random(Random random) {
        if (random.nextInt(4) == 0) {
            return new UserCall(Call.values()[random.nextInt(Call.values().length)]);
        }
        int control = WalkChoices.CONTROLS[random.nextInt(WalkChoices.CONTROLS.length)];
        boolean usual = random.nextInt(3) == 0;
        return new Arrival(new Stimulus(
                control,
                usual ? 0 : WalkChoices.SEQUENCES[random.nextInt(WalkChoices.SEQUENCES.length)],
                usual || (control & ControlBits.ACK) == 0
                        ? 0
                        : WalkChoices.ACKNOWLEDGMENTS[random.nextInt(WalkChoices.ACKNOWLEDGMENTS.length)],
                usual ? 1 : WalkChoices.STAMPS[random.nextInt(WalkChoices.STAMPS.length)],
                control == ControlBits.ACK || control == (ControlBits.FIN | ControlBits.ACK) ? random.nextInt(2) : 0));
    }
}
