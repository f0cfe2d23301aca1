package dev.lastack.scenario;

/** The whole input of a check, valid by construction. */
public record Scenario(String name, EndpointKnobs a, EndpointKnobs b, Environment environment) {

    public EndpointKnobs endpoint(Host host) {
        return host == Host.A ? a : b;
    }
}
