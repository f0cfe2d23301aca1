package dev.lastack.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Exploration;
import org.junit.jupiter.api.Test;

/** Variants that no knob expresses are written in Java. */
class VariantTest {

    private static final CalibrationRow TWO_MSL = new CalibrationRow(
            "isn=random, sequence-space=4, window=1, data=0, msl=1, time-wait=2, rto=1, time-wait.restart=on-answer,"
                    + "capacity=2",
            "");
    private static final CalibrationRow ONE_TICK_SHORT =
            new CalibrationRow(TWO_MSL.knobs().replace("time-wait=2", "time-wait=1"), "");

    /** TIME-WAIT ends a tick early. */
    private static final class Hasty extends Decisions {
        @Override
        public int timeWaitTicks(Tcb tcb) {
            return super.timeWaitTicks(tcb) - 1;
        }
    }

    /** A host goes through TIME-WAIT once and skips it from then on. */
    private static final class OnceOnly extends Decisions {
        private final StateLayout.Field[] waited = new StateLayout.Field[2];

        @Override
        public void declare(StateLayout.Builder fields) {
            for (int owner = 0; owner < waited.length; owner++) {
                waited[owner] = fields.endpoint(owner, "waited", 1, TcpStates.ALL);
            }
        }

        @Override
        public int timeWaitTicks(Tcb tcb) {
            StateLayout.Field own = waited[Setting.owner(tcb.host())];
            boolean first = tcb.get(own) == 0 || tcb.state() == TcpState.TIME_WAIT;
            tcb.set(own, 1);
            return first ? super.timeWaitTicks(tcb) : 0;
        }
    }

    @Test
    void aDecisionTakenOtherwiseIsTheSameAsTheKnobThatSaysSo() {
        Exploration hasty = TWO_MSL.explore(1, new Hasty());
        Exploration short1 = ONE_TICK_SHORT.explore(1, new Decisions());

        assertThat(hasty.distinct()).isEqualTo(short1.distinct());
        assertThat(CalibrationRow.failing(hasty)).isEqualTo(CalibrationRow.failing(short1));
    }

    @Test
    void aVariantRemembersInFieldsOfItsOwn() {
        Decisions onceOnly = new OnceOnly();

        assertThat(TerminationModel.of(TWO_MSL.scenario(1), onceOnly).describeLayout())
                .contains("A waited", "B waited");
        assertThat(CalibrationRow.failing(TWO_MSL.explore(1, new Decisions()))).isEmpty();
        assertThat(CalibrationRow.failing(TWO_MSL.explore(1, new OnceOnly()))).contains("drained");
    }

    /** RSTs end TIME-WAIT where RFC 1337 is not followed. */
    private static final class Assassinated extends Decisions {
        @Override
        public boolean follows(Rule rule, Step step, Tcb tcb) {
            return rule != Rule.RST_IGNORED;
        }
    }

    @Test
    void aRuleThatIsNotFollowedIsTheSameAsTheKnobThatSaysSo() {
        CalibrationRow ignored = new CalibrationRow(TWO_MSL.knobs() + ", time-wait.rst=ignore", "");
        CalibrationRow inWindow = new CalibrationRow(TWO_MSL.knobs() + ", time-wait.rst=in-window", "");
        Exploration assassinated = ignored.explore(1, new Assassinated());

        assertThat(assassinated.distinct())
                .isEqualTo(inWindow.explore(1, new Decisions()).distinct())
                .isNotEqualTo(ignored.explore(1, new Decisions()).distinct());
    }

    /** A FIN that comes again is not acknowledged again. */
    private static final class Deaf extends Decisions {
        @Override
        public boolean answers(Rule rule, Step step, Tcb tcb) {
            return rule != Rule.OUT_OF_WINDOW;
        }
    }

    @Test
    void anAnswerThatIsNotSentIsMissed() {
        CalibrationRow lossy = new CalibrationRow(TWO_MSL.knobs() + ", loss=1", "");

        assertThat(lossy.explore(1, new Deaf()).distinct())
                .isNotEqualTo(lossy.explore(1, new Decisions()).distinct());
    }
}
