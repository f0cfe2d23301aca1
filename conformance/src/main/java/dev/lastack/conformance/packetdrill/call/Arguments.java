package dev.lastack.conformance.packetdrill.call;

import dev.lastack.conformance.packetdrill.script.Expression;
import dev.lastack.conformance.packetdrill.script.ScriptAction.SystemCall;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The arguments of one system call, read one by one; what cannot be read makes the call unsupported. */
final class Arguments {

    private final SystemCall call;

    Arguments(SystemCall call) {
        this.call = call;
    }

    Expression at(int index) throws UnsupportedCallException {
        if (index >= call.arguments().size()) {
            throw unsupported("with " + call.arguments().size() + " arguments");
        }
        return call.arguments().get(index);
    }

    /** A number, a symbol, or bits joined by {@code |}. */
    long number(int index) throws UnsupportedCallException {
        return number(at(index));
    }

    long number(Expression expression) throws UnsupportedCallException {
        OptionalLong value = Symbols.value(expression);
        if (value.isEmpty()) {
            throw unsupported("with " + expression);
        }
        return value.getAsLong();
    }

    /** A number of octets. */
    int length(int index) throws UnsupportedCallException {
        long length = number(index);
        if (length < 0 || length > 1 << 26) {
            throw unsupported("with " + length + " octets");
        }
        return (int) length;
    }

    /** A symbol as it stands, {@code "..."} for an ellipsis. */
    String symbol(int index) throws UnsupportedCallException {
        return at(index).toString();
    }

    /** The number in {@code [n]}, or a bare number. */
    long boxed(int index) throws UnsupportedCallException {
        return at(index) instanceof Expression.Array array && array.elements().size() == 1
                ? number(array.elements().get(0))
                : number(index);
    }

    /** The field {@code name} of the structure at {@code index}, within brackets or not. */
    Optional<Expression> field(int index, String name) throws UnsupportedCallException {
        Expression structure =
                at(index) instanceof Expression.Array array && array.elements().size() == 1
                        ? array.elements().get(0)
                        : at(index);
        return field(structure, name);
    }

    static Optional<Expression> field(Expression structure, String name) {
        if (!(structure instanceof Expression.Structure fields)) {
            return Optional.empty();
        }
        return fields.elements().stream()
                .filter(Expression.Assigned.class::isInstance)
                .map(Expression.Assigned.class::cast)
                .filter(field -> name.equals(
                        field.target() instanceof Expression.Applied applied
                                ? applied.function()
                                : field.target().toString()))
                .map(Expression.Assigned::value)
                .findFirst();
    }

    /** The port of a socket address, 0 for an ellipsis. */
    int port(int index) throws UnsupportedCallException {
        Expression address = at(index);
        if (address instanceof Expression.Ellipsis) {
            return 0;
        }
        Optional<Expression> port = field(address, "sin_port").or(() -> field(address, "sin6_port"));
        if (port.isPresent()
                && port.get() instanceof Expression.Applied htons
                && htons.function().equals("htons")
                && htons.arguments().size() == 1) {
            return (int) number(htons.arguments().get(0)) & 0xFFFF;
        }
        throw unsupported("to " + address);
    }

    /** The octets of an array of {@code {…, length}}. */
    int vectorLength(Expression vectors) throws UnsupportedCallException {
        long octets = 0;
        List<Expression> all = vectors instanceof Expression.Array array ? array.elements() : List.of();
        for (Expression vector : all) {
            if (!(vector instanceof Expression.Structure parts)
                    || parts.elements().size() != 2) {
                throw unsupported("with " + vector);
            }
            octets += number(parts.elements().get(1));
        }
        if (octets > 1 << 26) {
            throw unsupported("with " + octets + " octets");
        }
        return (int) octets;
    }

    UnsupportedCallException unsupported(String how) {
        return new UnsupportedCallException("the system call " + call.name() + " " + how);
    }
}
