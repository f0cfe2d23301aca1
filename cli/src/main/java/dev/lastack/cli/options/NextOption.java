package dev.lastack.cli.options;

import picocli.CommandLine.Option;

/** How many further counterexamples are wanted. */
public final class NextOption {

    @Option(
            names = "--next",
            description =
                    "Also shows the next run that violates the same claim about states or steps: the shortest one in"
                            + " which other events happen or other rules decide; repeatable for more.")
    private boolean[] next = {};

    public int count() {
        return next.length;
    }
}
