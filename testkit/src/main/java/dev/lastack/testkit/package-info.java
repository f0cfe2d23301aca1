/** A contract that anyone's TCP stack can be held to: extend {@link dev.lastack.testkit.TcpStackContract}. */
@NullMarked
package dev.lastack.testkit;

import org.jspecify.annotations.NullMarked;
