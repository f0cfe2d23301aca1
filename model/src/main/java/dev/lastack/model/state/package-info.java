/** The packed state: its layout, the fields of both TCBs and of the network, and the scenario resolved to them. */
@NullMarked
package dev.lastack.model.state;

import org.jspecify.annotations.NullMarked;
