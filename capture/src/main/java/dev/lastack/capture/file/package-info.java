/** Capture files: pcap and pcapng become a stream of packets in one reused buffer. */
@NullMarked
package dev.lastack.capture.file;

import org.jspecify.annotations.NullMarked;
