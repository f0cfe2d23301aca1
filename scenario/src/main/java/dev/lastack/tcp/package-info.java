/** What the two readings of RFC 9293, model and endpoint, share: the eleven TCP states and the control bits. */
@NullMarked
package dev.lastack.tcp;

import org.jspecify.annotations.NullMarked;
