package dev.lastack.testkit;

import dev.lastack.conformance.stack.StackFactory;
import java.util.Map;

/** lastack's own endpoint keeps the contract. */
class OwnEndpointContractTest extends TcpStackContract {

    @Override
    protected StackFactory stacks() {
        return StackFactory.OWN;
    }

    /** It takes the initial numbers that it is given, so that one connection may come after another. */
    @Override
    protected Map<String, String> knobs() {
        return Map.of("incarnations", "2", "rto", "1..64", "data", "2", "abort", "1");
    }
}
