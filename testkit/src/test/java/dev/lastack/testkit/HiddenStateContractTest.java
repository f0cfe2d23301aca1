package dev.lastack.testkit;

import dev.lastack.properties.conformance.HiddenState;
import dev.lastack.properties.conformance.StackFactory;

/** A stack that shows nothing but what it sends can keep the contract too. */
class HiddenStateContractTest extends TcpStackContract {

    @Override
    protected StackFactory stacks() {
        return HiddenState.of(StackFactory.OWN);
    }
}
