package dev.lastack.conformance.packetdrill.script;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What an event does. */
public sealed interface ScriptAction {

    /** A packet to inject, or to expect. */
    record Exchange(Packet packet) implements ScriptAction {
        @Override
        public String toString() {
            return (packet.inbound() ? "< " : "> ") + packet;
        }
    }

    /**
     * A system call and what it is to return.
     *
     * @param end when a blocking call is to return, in microseconds and relative where the event is; empty: at once
     * @param error the symbol of errno, empty if none is expected
     */
    record SystemCall(String name, List<Expression> arguments, OptionalLong end, Expression result, String error)
            implements ScriptAction {
        @Override
        public String toString() {
            return name
                    + arguments.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ") = "))
                    + result
                    + (error.isEmpty() ? "" : " " + error);
        }
    }

    /** Shell text: it is read for what it sets, and never executed. */
    record Shell(String text) implements ScriptAction {

        /** The first line of a command, cut where it is long. */
        public static String abridged(String command) {
            String line = command.strip().lines().findFirst().orElse("");
            return "'" + (line.length() > 60 ? line.substring(0, 57) + "..." : line) + "'";
        }

        @Override
        public String toString() {
            return "`" + text + "`";
        }
    }

    /** Something of the language that is not run: it makes its script unsupported. */
    record Foreign(String what) implements ScriptAction {
        @Override
        public String toString() {
            return what;
        }
    }
}
