package example;

import dev.lastack.conformance.stack.StackFactory;
import dev.lastack.testkit.TcpStackContract;
import java.util.Map;

class MyStackTest extends TcpStackContract {

    @Override
    protected StackFactory stacks() {
        return (tuple, config, isn, rto) -> new MyStack(tuple, config);
    }

    /** What this stack decides where RFC 9293 leaves a choice: RSTs are ignored in TIME-WAIT (RFC 1337). */
    @Override
    protected Map<String, String> knobs() {
        return Map.of("incarnations", "1", "rto", "1..64", "time-wait.rst", "ignore");
    }
}
