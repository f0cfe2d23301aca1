package dev.lastack.model;

import static dev.lastack.scenario.EndpointKnobs.UNLIMITED;

import dev.lastack.scenario.EndpointKnobs.Isn;
import dev.lastack.scenario.Environment;
import dev.lastack.scenario.Environment.Start;
import dev.lastack.scenario.Host;

/** Where a run starts. */
final class InitialState {

    private static final int FIRST_INCARNATION = 1;

    private InitialState() {}

    static long[] of(Setting setting) {
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
    private static void established(Setting setting, Tcb tcb) {
        tcb.state(TcpState.ESTABLISHED);
        tcb.incarnation(FIRST_INCARNATION);
        tcb.sndNxt(setting.space().origin());
        tcb.rcvNxt(setting.space().origin());
    }

    private static void closed(Setting setting, Tcb tcb) {
        if (tcb.knobs().isn() == Isn.MONOTONIC) {
            tcb.sndNxt(setting.space().plus(setting.space().origin(), -1));
        }
        if (tcb.listens()) {
            tcb.state(TcpState.LISTEN);
        }
    }
}
