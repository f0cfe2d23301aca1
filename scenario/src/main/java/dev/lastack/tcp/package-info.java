/** What the two readings of RFC 9293, model and endpoint, share: the TCP states, control bits and signals to users. */
@NullMarked
package dev.lastack.tcp;

import org.jspecify.annotations.NullMarked;
