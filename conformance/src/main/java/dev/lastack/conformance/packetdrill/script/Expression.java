package dev.lastack.conformance.packetdrill.script;

import java.util.List;
import java.util.stream.Collectors;

/** An argument or a result of a system call. Its text is how a script writes it. */
public sealed interface Expression {

    /** {@code ...}: the runner chooses, or the value does not matter. */
    record Ellipsis() implements Expression {
        @Override
        public String toString() {
            return "...";
        }
    }

    record Int(long value) implements Expression {
        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /** A symbol of the system's headers, such as {@code SOCK_STREAM}. */
    record Word(String name) implements Expression {
        @Override
        public String toString() {
            return name;
        }
    }

    record Text(String value) implements Expression {
        @Override
        public String toString() {
            return '"' + value + '"';
        }
    }

    /** {@code a|b|c}. */
    record Or(List<Expression> operands) implements Expression {
        @Override
        public String toString() {
            return joined(operands, "|");
        }
    }

    /** {@code htons(8080)}. */
    record Applied(String function, List<Expression> arguments) implements Expression {
        @Override
        public String toString() {
            return function + "(" + joined(arguments, ", ") + ")";
        }
    }

    /** {@code fd=4} within a structure. */
    record Assigned(Expression target, Expression value) implements Expression {
        @Override
        public String toString() {
            return target + "=" + value;
        }
    }

    /** {@code [1, 2]}. */
    record Array(List<Expression> elements) implements Expression {
        @Override
        public String toString() {
            return "[" + joined(elements, ", ") + "]";
        }
    }

    /** {@code {onoff=1, linger=0}} or {@code {..., 1000}}. */
    record Structure(List<Expression> elements) implements Expression {
        @Override
        public String toString() {
            return "{" + joined(elements, ", ") + "}";
        }
    }

    private static String joined(List<Expression> parts, String separator) {
        return parts.stream().map(Object::toString).collect(Collectors.joining(separator));
    }
}
