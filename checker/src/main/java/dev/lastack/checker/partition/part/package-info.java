/** What the partitioned search keeps: part files, the manifest of a level, and where they are stored. */
@NullMarked
package dev.lastack.checker.partition.part;

import org.jspecify.annotations.NullMarked;
