package dev.lastack.model.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Exploration;
import dev.lastack.model.JudgedScenario;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.state.OwnField;
import dev.lastack.model.state.OwnFields;
import dev.lastack.model.state.Tcb;
import dev.lastack.tcp.TcpState;
import org.junit.jupiter.api.Test;

/** Variants that no knob expresses are written in Java. */
public class VariantTest {

    private static final JudgedScenario TWO_MSL = new JudgedScenario(
            "isn=random, sequence-space=4, window=1, data=0, msl=1, time-wait=2, rto=1, time-wait.restart=on-answer,"
                    + "capacity=2");
    private static final JudgedScenario ONE_TICK_SHORT =
            new JudgedScenario(TWO_MSL.knobs().replace("time-wait=2", "time-wait=1"));

    /** TIME-WAIT ends a tick early. */
    private static final class Hasty extends Decisions {
        @Override
        public int timeWaitTicks(Tcb tcb) {
            return super.timeWaitTicks(tcb) - 1;
        }
    }

    /** A host goes through TIME-WAIT once and skips it from then on. */
    public static final class OnceOnly extends Decisions {
        private final OwnField waited;

        OnceOnly(OwnFields fields) {
            waited = fields.perHost("waited", 1);
        }

        @Override
        public int timeWaitTicks(Tcb tcb) {
            boolean first = waited.get(tcb) == 0 || tcb.state() == TcpState.TIME_WAIT;
            waited.set(tcb, 1);
            return first ? super.timeWaitTicks(tcb) : 0;
        }
    }

    @Test
    void aDecisionTakenOtherwiseIsTheSameAsTheKnobThatSaysSo() {
        Exploration hasty = TWO_MSL.explore(1, Variant.of(Hasty.class));
        Exploration short1 = ONE_TICK_SHORT.explore(1, Variant.OF_KNOBS);

        assertThat(hasty.distinct()).isEqualTo(short1.distinct());
        assertThat(JudgedScenario.failing(hasty)).isEqualTo(JudgedScenario.failing(short1));
    }

    @Test
    void aVariantRemembersInFieldsOfItsOwn() {
        Variant onceOnly = Variant.of(OnceOnly.class);

        assertThat(TerminationModel.of(TWO_MSL.scenario(1), onceOnly).describeLayout())
                .contains("A waited", "B waited");
        assertThat(JudgedScenario.failing(TWO_MSL.explore(1, Variant.OF_KNOBS))).isEmpty();
        assertThat(JudgedScenario.failing(TWO_MSL.explore(1, Variant.of(OnceOnly.class))))
                .contains("drained");
    }

    /** LAST-ACK is left on any ACK, as some embedded stacks do. */
    private static final class AnyAck extends Decisions {
        @Override
        public boolean acknowledgesFin(StepContext step, Tcb tcb) {
            return tcb.state() == TcpState.LAST_ACK || super.acknowledgesFin(step, tcb);
        }
    }

    @Test
    void aVariantLoosensTheConditionOfARule() {
        assertThat(JudgedScenario.failing(TWO_MSL.explore(1, Variant.of(AnyAck.class))))
                .contains("last-ack-clean");
    }

    /** A simultaneous close goes through LAST-ACK. */
    private static final class ThroughLastAck extends Decisions {
        @Override
        public TcpState afterPeerFin(StepContext step, Tcb tcb) {
            return tcb.state() == TcpState.FIN_WAIT_1 ? TcpState.LAST_ACK : super.afterPeerFin(step, tcb);
        }
    }

    @Test
    void aVariantChangesAnEdge() {
        JudgedScenario both = new JudgedScenario(TWO_MSL.knobs() + ", B.close=may");

        assertThat(JudgedScenario.failing(both.explore(1, Variant.OF_KNOBS))).isEmpty();
        assertThat(JudgedScenario.failing(both.explore(1, Variant.of(ThroughLastAck.class))))
                .contains("last-ack-clean");
    }

    /** The FIN leads where it cannot. */
    private static final class Nowhere extends Decisions {
        @Override
        public TcpState afterPeerFin(StepContext step, Tcb tcb) {
            return TcpState.SYN_SENT;
        }
    }

    @Test
    void anEdgeThatTheModelHasNoRulesForIsRefused() {
        assertThatThrownBy(() -> TWO_MSL.explore(1, Variant.of(Nowhere.class)))
                .hasStackTraceContaining("Nowhere.afterPeerFin leads from FIN-WAIT-2 to SYN-SENT");
    }

    /** RSTs end TIME-WAIT where RFC 1337 is not followed. */
    private static final class Assassinated extends Decisions {
        @Override
        public boolean follows(Rule rule, StepContext step, Tcb tcb) {
            return rule != Rule.RST_IGNORED;
        }
    }

    @Test
    void aRuleThatIsNotFollowedIsTheSameAsTheKnobThatSaysSo() {
        JudgedScenario ignored = new JudgedScenario(TWO_MSL.knobs() + ", time-wait.rst=ignore");
        JudgedScenario inWindow = new JudgedScenario(TWO_MSL.knobs() + ", time-wait.rst=in-window");
        Exploration assassinated = ignored.explore(1, Variant.of(Assassinated.class));

        assertThat(assassinated.distinct())
                .isEqualTo(inWindow.explore(1, Variant.OF_KNOBS).distinct())
                .isNotEqualTo(ignored.explore(1, Variant.OF_KNOBS).distinct());
    }

    /** A FIN that comes again is not acknowledged again. */
    private static final class Deaf extends Decisions {
        @Override
        public boolean answers(Rule rule, StepContext step, Tcb tcb) {
            return rule != Rule.OUT_OF_WINDOW;
        }
    }

    @Test
    void anAnswerThatIsNotSentIsMissed() {
        JudgedScenario lossy = new JudgedScenario(TWO_MSL.knobs() + ", loss=1");

        assertThat(lossy.explore(1, Variant.of(Deaf.class)).distinct())
                .isNotEqualTo(lossy.explore(1, Variant.OF_KNOBS).distinct());
    }

    /** Asks for more TIME-WAIT than the knob has room for. */
    private static final class TooPatient extends Decisions {
        @Override
        public int timeWaitTicks(Tcb tcb) {
            return super.timeWaitTicks(tcb) + 1;
        }
    }

    @Test
    void aDecisionOutOfItsRangeEndsTheSearchByName() {
        assertThatThrownBy(() -> TWO_MSL.explore(1, Variant.of(TooPatient.class)))
                .hasStackTraceContaining("TooPatient.timeWaitTicks gives 3 at A; the knob time-wait allows 0 to 2");
    }

    /** Leaves nothing to choose from: no SYN could be taken, and where it must not be lost time would wait for ever. */
    private static final class Choiceless extends Decisions {
        @Override
        public int issChoices(StepContext step, Tcb tcb) {
            return 0;
        }
    }

    /** Begins before all numbers; cut off to the bits of its field it would be another number. */
    private static final class Negative extends Decisions {
        @Override
        public int iss(StepContext step, Tcb tcb, int choice) {
            return choice - 1;
        }
    }

    @Test
    void initialSequenceNumbersOutOfTheirRangeEndTheSearchByName() {
        assertThatThrownBy(() -> TWO_MSL.explore(1, Variant.of(Choiceless.class)))
                .hasStackTraceContaining("Choiceless.issChoices gives 0 at ")
                .hasStackTraceContaining("; here it is from 1 to 1048576");
        assertThatThrownBy(() -> TWO_MSL.explore(1, Variant.of(Negative.class)))
                .hasStackTraceContaining("Negative.iss gives -1 at ")
                .hasStackTraceContaining("; here it is from 0 to 3");
    }

    /** Counts further than its field goes. */
    static final class Counting extends Decisions {
        private final OwnField acks;

        Counting(OwnFields fields) {
            acks = fields.perConnection("acks", 1);
        }

        @Override
        public void acknowledged(Tcb tcb, int ticks) {
            acks.set(tcb, acks.get(tcb) + 1);
        }
    }

    @Test
    void aFieldThatOverflowsEndsTheSearchByName() {
        assertThatThrownBy(() -> ONE_TICK_SHORT.explore(1, Variant.of(Counting.class)))
                .hasStackTraceContaining("acks of ")
                .hasStackTraceContaining("holds 0 to 1, not 2");
    }

    /** Has no constructor that lastack could call. */
    static final class Choosy extends Decisions {
        Choosy(int ticks) {
            assertThat(ticks).isPositive();
        }
    }

    @Test
    void aClassThatCannotBeMadeIsRefused() {
        assertThatThrownBy(() -> Variant.of(Choosy.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Choosy is no variant")
                .hasMessageContaining("a constructor that takes OwnFields or nothing");
    }
}
