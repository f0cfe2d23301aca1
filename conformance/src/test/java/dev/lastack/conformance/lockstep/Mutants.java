package dev.lastack.conformance.lockstep;

import dev.lastack.conformance.stack.StackFactory;
import dev.lastack.endpoint.TcpRules;
import dev.lastack.endpoint.TimeWaitRules;
import dev.lastack.endpoint.tcb.EndpointConfig;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Endpoints each of which takes one decision wrongly, as stacks have. */
final class Mutants {

    /** An endpoint that is wrong in one point. */
    record Mutant(String name, StackFactory factory) {}

    private Mutants() {}

    static List<Mutant> all() {
        return Stream.of(ofTimeWait(), ofResets(), ofArrivals(), ofStates(), ofSending(), ofChoices())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Mutant> ofTimeWait() {
        return List.of(
                rules("TIME-WAIT is skipped", WrongTimeWait::skipped),
                timeWait("the 2MSL timer is not started again", WrongTimeWait::notRestarted),
                timeWait("TIME-WAIT answers every ACK", WrongTimeWait::everyAckAnswered),
                rules("LAST-ACK leads to TIME-WAIT", WrongTimeWait::afterLastAck),
                rules("PAWS is not checked", WrongTimeWait::withoutPaws));
    }

    private static List<Mutant> ofResets() {
        return List.of(
                rules("an RST outside the window is acted on", WrongResets::outsideTheWindow),
                rules("RST answers RST", WrongResets::answersReset),
                rules("an RST anywhere in the window resets", WrongResets::anywhereInTheWindow),
                rules("an RST beside RCV.NXT is not challenged", WrongResets::notChallenged),
                rules("a SYN in the window resets", WrongResets::bySyn),
                rules("an RST ends a passive SYN-RECEIVED", WrongResets::endsPassiveOpen),
                rules("an RST does not take its number from the ACK", WrongResets::withoutNumber),
                rules("ABORT is silent", WrongResets::silentAbort),
                rules("ABORT sends RST in every state", WrongResets::abortInEveryState));
    }

    private static List<Mutant> ofArrivals() {
        return List.of(
                rules("RCV.NXT does not advance over FIN", WrongArrivals::finNotCounted),
                rules("an ACK of what was never sent is ignored", WrongArrivals::unsentAckIgnored),
                rules("a duplicate ACK moves SND.UNA back", WrongArrivals::duplicateTaken),
                rules("SYN-SENT takes any ACK for that of its SYN", WrongArrivals::anyAckOfSyn),
                rules("no sequence check", WrongArrivals::withoutSequenceCheck),
                rules("text and FIN are taken out of order", WrongArrivals::outOfOrder),
                rules("SYN-RECEIVED is established by any ACK", WrongArrivals::establishedByAnyAck),
                rules("an old ACK is not challenged (RFC 5961 §5)", WrongArrivals::oldAckNotChallenged),
                rules("an older segment updates the window", WrongArrivals::oldWindow));
    }

    private static List<Mutant> ofStates() {
        return List.of(
                rules("CLOSING is skipped on simultaneous close", WrongStates::withoutClosing),
                rules("half-close stops receiving", WrongStates::deafAfterClose),
                rules("a SYN does not return SYN-RECEIVED to LISTEN", WrongStates::neverBackToListen),
                rules("CLOSE in CLOSE-WAIT leads to CLOSING", WrongStates::closingAfterCloseWait),
                rules("CLOSING leads to CLOSED", WrongStates::closedAfterClosing),
                rules("FIN-WAIT-1 ignores the ACK of its FIN", WrongStates::stuckInFinWait1),
                rules("simultaneous open skips SYN-RECEIVED", WrongStates::withoutSynReceived));
    }

    private static List<Mutant> ofSending() {
        return List.of(
                rules("a retransmitted FIN is not acknowledged again", WrongSending::finAcknowledgedOnce),
                rules("LAST-ACK does not retransmit", WrongSending::lastAckOnce),
                rules("FIN is sent before queued text", WrongSending::finBeforeText),
                rules("the ISS is reused", WrongSending::sameIss),
                rules("the FIN is retransmitted with a new number", WrongSending::finRenumbered),
                rules("R2 is ignored", WrongSending::neverGivesUp),
                rules("nothing is retransmitted", WrongSending::onceOnly),
                rules("every second segment is not acknowledged at once", WrongSending::secondDelayed),
                rules("no acknowledgment is delayed", WrongSending::nothingDelayed),
                rules("CLOSE with octets unread sends a FIN", WrongSending::unreadForgotten),
                rules("text after CLOSE is taken", WrongSending::textForNobody));
    }

    private static List<Mutant> ofChoices() {
        return List.of(
                timeWait("time-wait.fin: ignore acknowledges", WrongChoices::finAnswered),
                timeWait("time-wait.bare-ack: unless-in-order answers all", WrongChoices::ackInOrderAnswered),
                rules("closing-timeout is not kept", WrongChoices::closingForEver),
                rules("closing.fin: send-own-again acknowledges", WrongChoices::finAcknowledgedInClosing),
                rules("last-ack-timeout is not kept", WrongChoices::lastAckForEver),
                rules("syn-again-after-rst: at-once waits", WrongChoices::synWaits),
                rules("give-up: reset is silent", WrongChoices::silentGiveUp),
                rules("syn-check: reset-by-own-numbers takes those of the SYN", WrongChoices::synAnsweredByItsNumbers),
                rules("syn-check: drop challenges", WrongChoices::synChecked),
                rules("rst-check: any looks at numbers", WrongChoices::resetChecked),
                rules("closed.rst is not kept", WrongChoices::closedAnswers));
    }

    private static Mutant rules(String name, Function<EndpointConfig, TcpRules> rules) {
        return new Mutant(name, StackFactory.own(rules, TimeWaitRules::new));
    }

    private static Mutant timeWait(String name, Function<EndpointConfig, TimeWaitRules> rules) {
        return new Mutant(name, StackFactory.own(TcpRules::new, rules));
    }
}
