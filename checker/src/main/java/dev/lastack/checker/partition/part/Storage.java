package dev.lastack.checker.partition.part;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** Named files that every process of a search sees: a folder on one machine, a shared folder, or a distributed file system. */
public interface Storage extends Serializable {

    /** A new file, replacing any of that name; durable once it is closed. */
    OutputStream create(String name) throws IOException;

    /** A file for reading, by several threads at once. */
    Input open(String name) throws IOException;

    /** Makes {@code content} the content of a file, durably: whoever looks sees all of it, or what was there before. */
    void put(String name, byte[] content) throws IOException;

    /** The content of a file, or empty if there is none of that name. */
    Optional<byte[]> get(String name) throws IOException;

    /** The names of all files. */
    List<String> names() throws IOException;

    /** Deletes a file if it is there. */
    void delete(String name) throws IOException;

    /** Where a file is, in words for a message. */
    String locate(String name);

    /**
     * Keeps other searches away until the result is closed, where the storage can do that.
     *
     * @throws dev.lastack.checker.Workspace.Unusable if another search is at work here
     */
    Closeable lock() throws IOException;

    /** A file that is being read. */
    interface Input extends Closeable {

        /** Bytes in the file. */
        long length();

        /** Fills {@code into} with what stands from {@code position} on. */
        void read(long position, byte[] into) throws IOException;
    }
}
