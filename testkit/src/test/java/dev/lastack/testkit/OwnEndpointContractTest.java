package dev.lastack.testkit;

import dev.lastack.properties.conformance.StackFactory;

/** lastack's own endpoint keeps the contract. */
class OwnEndpointContractTest extends TcpStackContract {

    @Override
    protected StackFactory stacks() {
        return StackFactory.OWN;
    }
}
