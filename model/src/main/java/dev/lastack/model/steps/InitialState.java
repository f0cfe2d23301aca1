package dev.lastack.model.steps;

import static dev.lastack.scenario.knobs.EndpointKnobs.UNLIMITED;

import dev.lastack.model.state.ResolvedScenario;
import dev.lastack.model.state.SharedFields;
import dev.lastack.model.state.Tcb;
import dev.lastack.scenario.knobs.EndpointKnobs.Isn;
import dev.lastack.scenario.knobs.Environment;
import dev.lastack.scenario.knobs.Environment.Start;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;

/** Where a run starts. */
public final class InitialState {

    private static final int FIRST_INCARNATION = 1;

    private InitialState() {}

    public static long[] of(ResolvedScenario setting) {
        Environment environment = setting.environment();
        long[] words = new long[setting.layout().words()];
        SharedFields shared = setting.shared();
        shared.lossLeft.set(words, environment.loss() == UNLIMITED ? 0 : environment.loss());
        shared.duplicationLeft.set(words, environment.duplication() == UNLIMITED ? 0 : environment.duplication());
        shared.abortsLeft.set(words, environment.abort());
        shared.crashesLeft.set(words, environment.crash());
        shared.forgeriesLeft.set(words, environment.forge());
        shared.incarnationsLeft.set(words, SharedFields.opened(environment));
        for (Host host : Host.values()) {
            Tcb tcb = new Tcb(host, setting, words);
            tcb.set(tcb.timers().isnClock, setting.isnClockAtBoot(tcb.knobs()));
            if (environment.start() == Start.ESTABLISHED) {
                established(setting, tcb);
            } else {
                closed(setting, tcb);
            }
        }
        return words;
    }

    /** SND.UNA = SND.NXT = RCV.NXT = ISS+1 = 0 on both sides. */
    private static void established(ResolvedScenario setting, Tcb tcb) {
        tcb.state(TcpState.ESTABLISHED);
        tcb.incarnation(FIRST_INCARNATION);
        tcb.sndNxt(setting.space().origin());
        tcb.rcvNxt(setting.space().origin());
    }

    private static void closed(ResolvedScenario setting, Tcb tcb) {
        if (tcb.knobs().numbers().isn() == Isn.MONOTONIC) {
            tcb.sndNxt(setting.space().plus(setting.space().origin(), -1));
        }
        if (tcb.listens()) {
            tcb.state(TcpState.LISTEN);
        }
    }
}
