package dev.lastack.testkit;

import dev.lastack.conformance.stack.HiddenState;
import dev.lastack.conformance.stack.StackFactory;
import java.util.Map;

/** A stack that shows nothing but what it sends can keep the contract too. */
class HiddenStateContractTest extends TcpStackContract {

    @Override
    protected StackFactory stacks() {
        return HiddenState.of(StackFactory.OWN);
    }

    /** It takes the initial numbers that it is given, so that one connection may come after another. */
    @Override
    protected Map<String, String> knobs() {
        return Map.of("incarnations", "2", "rto", "1..64", "data", "2", "abort", "1");
    }
}
