package dev.lastack.checker.certificate;

import java.util.List;

/** What a {@link CertificateCheck} came to. */
public sealed interface CheckResult {

    /**
     * The properties hold.
     *
     * @param states how many states the proof has
     * @param steps how many steps of them were checked
     * @param cuts the names of the bounds that cut a step: what lies beyond is no part of the proof
     */
    record Accepted(long states, long steps, List<String> cuts) implements CheckResult {}

    /** It proves nothing; {@code why} names the first thing that is wrong, in one line. */
    record Refused(String why) implements CheckResult {}
}
