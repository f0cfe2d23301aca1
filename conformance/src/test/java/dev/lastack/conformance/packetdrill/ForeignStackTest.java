package dev.lastack.conformance.packetdrill;

import static dev.lastack.conformance.packetdrill.Scripts.ESTABLISHED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.conformance.packetdrill.network.ScriptStackFactory;
import dev.lastack.conformance.stack.StackUnderTest;
import dev.lastack.endpoint.Reaction;
import dev.lastack.tcp.TcpState;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Scripts against a stack of another make. */
class ForeignStackTest {

    @Test
    void aStackThatThrowsIsAnError() {
        ScriptStackFactory throwing = changed((method, reaction) -> {
            throw new IllegalStateException("boom");
        });

        assertThat(PacketdrillSuite.run("s.pkt", ESTABLISHED, throwing).message())
                .isEqualTo("s.pkt:4:4: the stack threw java.lang.IllegalStateException: boom");
    }

    @Test
    void aStackWithAWrongChecksumFails() {
        ScriptStackFactory careless = changed((method, reaction) -> {
            reaction.segments().forEach(octets -> octets[16] ^= 1);
            return reaction;
        });

        assertThat(PacketdrillSuite.run("s.pkt", ESTABLISHED, careless).message())
                .isEqualTo("s.pkt:4:4: expected a segment, got a wrong checksum");
    }

    @Test
    void aDeadlineThatNeverPassesIsAFailure() {
        ScriptStackFactory restless = tuple -> {
            StackUnderTest own = ScriptStackFactory.endpoint().create(tuple);
            return (StackUnderTest) Proxy.newProxyInstance(
                    StackUnderTest.class.getClassLoader(),
                    new Class<?>[] {StackUnderTest.class},
                    (proxy, method, arguments) ->
                            method.getName().equals("deadline") ? OptionalLong.of(0) : method.invoke(own, arguments));
        };

        assertThat(PacketdrillSuite.run("s.pkt", ESTABLISHED, restless).message())
                .isEqualTo("s.pkt:6:4: expected a timer that fires once, got a deadline that never passes");
    }

    @Test
    void aStackThatHidesItsStateIsCheckedByWhatItSends() {
        ScriptStackFactory hidden = tuple -> {
            StackUnderTest own = ScriptStackFactory.endpoint().create(tuple);
            return (StackUnderTest) Proxy.newProxyInstance(
                    StackUnderTest.class.getClassLoader(),
                    new Class<?>[] {StackUnderTest.class},
                    (proxy, method, arguments) -> method.getName().equals("state")
                            ? Optional.<TcpState>empty()
                            : method.invoke(own, arguments));
        };

        SuiteResult suite = PacketdrillSuite.run(List.of(Path.of("src/test/resources/packetdrill")), hidden);

        assertThat(suite.scripts())
                .filteredOn(script -> script.status() != ScriptResult.Status.PASSED)
                .extracting(ScriptResult::message)
                .isEmpty();
    }

    /** The endpoint, with every reaction to a segment changed. */
    private static ScriptStackFactory changed(BiFunction<String, Reaction, Reaction> change) {
        return tuple -> {
            StackUnderTest own = ScriptStackFactory.endpoint().create(tuple);
            return (StackUnderTest) Proxy.newProxyInstance(
                    StackUnderTest.class.getClassLoader(),
                    new Class<?>[] {StackUnderTest.class},
                    (proxy, method, arguments) -> {
                        Object result = method.invoke(own, arguments);
                        return method.getName().equals("arrive")
                                ? change.apply(method.getName(), (Reaction) result)
                                : result;
                    });
        };
    }
}
