package dev.lastack.cli.verify;

/** Where results go as they come. */
public interface Results {

    void add(Checked checked);

    /** Takes a result of which people are told by a remark only. */
    void addQuietly(Checked checked);

    /** A remark on results, for people. */
    void remark(String sentence);

    /** Called once, after the last. */
    void end();
}
