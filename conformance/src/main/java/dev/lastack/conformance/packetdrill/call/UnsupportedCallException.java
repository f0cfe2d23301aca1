package dev.lastack.conformance.packetdrill.call;

/** A system call, one of its arguments, or a packet that no run can honour. */
public final class UnsupportedCallException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String what;

    public UnsupportedCallException(String what) {
        super(what);
        this.what = what;
    }

    public String what() {
        return what;
    }
}
