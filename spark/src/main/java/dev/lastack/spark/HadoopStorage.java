package dev.lastack.spark;

import dev.lastack.checker.Workspace;
import dev.lastack.checker.partition.part.Storage;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * A folder of any file system that Hadoop reads: HDFS, an object store. Such a file is whole once it is closed.
 *
 * @param folder its URI
 */
record HadoopStorage(String folder) implements Storage {

    static HadoopStorage at(String folder) {
        HadoopStorage storage = new HadoopStorage(folder);
        try {
            storage.system().mkdirs(new Path(folder));
            return storage;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new Workspace.Unusable(folder, "cannot be used: " + e.getMessage());
        }
    }

    private FileSystem system() throws IOException {
        Configuration configuration = SparkHadoopUtil.get().conf();
        return new Path(folder).getFileSystem(configuration);
    }

    private Path path(String name) {
        return new Path(folder, name);
    }

    @Override
    public OutputStream create(String name) throws IOException {
        return system().create(path(name), true);
    }

    @Override
    public Input open(String name) throws IOException {
        FileSystem system = system();
        long length = system.getFileStatus(path(name)).getLen();
        FSDataInputStream in = system.open(path(name));
        return new Input() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public void read(long position, byte[] into) throws IOException {
                in.readFully(position, into);
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }

    @Override
    public void put(String name, byte[] content) throws IOException {
        FileSystem system = system();
        Path aside = path(name + ".new");
        try (OutputStream out = system.create(aside, true)) {
            out.write(content);
        }
        if (!system.rename(aside, path(name))) {
            throw new IOException(aside + " cannot be renamed to " + name);
        }
    }

    @Override
    public Optional<byte[]> get(String name) throws IOException {
        try (FSDataInputStream in = system().open(path(name))) {
            return Optional.of(in.readAllBytes());
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        for (FileStatus file : system().listStatus(new Path(folder))) {
            names.add(file.getPath().getName());
        }
        return names;
    }

    @Override
    public void delete(String name) throws IOException {
        system().delete(path(name), false);
    }

    @Override
    public String locate(String name) {
        return name.isEmpty() ? folder : path(name).toString();
    }

    /** Locks nothing: no such file system can. Two drivers at once waste work but do not harm: see docs/distributed.md. */
    @Override
    public Closeable lock() {
        return () -> {};
    }
}
