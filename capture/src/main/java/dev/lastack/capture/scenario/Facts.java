package dev.lastack.capture.scenario;

import dev.lastack.capture.findings.Finding;
import dev.lastack.capture.findings.FindingKind;
import java.util.List;
import java.util.Set;

/**
 * What the two ends of a connection share.
 *
 * @param findings those about the connection
 * @param timestamps whether both ends sent the timestamps option
 * @param oldAccepted whether an old segment was accepted
 * @param situations what the findings show
 */
record Facts(List<Finding> findings, boolean timestamps, boolean oldAccepted, Set<FindingKind> situations) {}
