package dev.lastack.cli.graph;

import dev.lastack.checker.lts.Lts;
import java.io.PrintWriter;

/** Writes a labelled transition system in one form. */
interface GraphWriter {

    /** Writes {@code graph} of the scenario called {@code name}; {@code out} remembers what could not be written. */
    void write(String name, Lts graph, PrintWriter out);
}
