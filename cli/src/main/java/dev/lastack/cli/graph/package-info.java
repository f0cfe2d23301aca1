/** The graph command: the explored state graph for other programs. */
@NullMarked
package dev.lastack.cli.graph;

import org.jspecify.annotations.NullMarked;
