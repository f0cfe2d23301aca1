package dev.lastack.checker.search;

import dev.lastack.checker.store.StateStore;
import dev.lastack.checker.store.disk.LevelFiles;
import dev.lastack.checker.store.level.Level;
import dev.lastack.checker.store.level.Levels;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Saves complete levels with what was found and counted up to them, and takes them up again. */
final class Checkpoint {

    private final @Nullable LevelFiles files;

    private Checkpoint(@Nullable LevelFiles files) {
        this.files = files;
    }

    /** Nothing is saved. */
    static Checkpoint none() {
        return new Checkpoint(null);
    }

    static Checkpoint in(LevelFiles files) {
        return new Checkpoint(files);
    }

    /** Where levels are saved; there must be such a place. */
    LevelFiles files() {
        return Objects.requireNonNull(files, "nothing is saved");
    }

    void save(int number, Level level, Totals totals, PropertyFindings findings) {
        if (files != null) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (DataOutputStream out = new DataOutputStream(bytes)) {
                totals.write(out);
                findings.write(out);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot save level " + number, e);
            }
            files.commit(number, level, bytes.toByteArray());
        }
    }

    /** Adds all saved levels to {@code store} and {@code levels}; returns what was counted up to the last one. */
    Totals restore(StateStore store, Levels levels, PropertyFindings findings, Totals none) {
        Totals totals = none;
        if (files != null) {
            for (LevelFiles.Saved saved : files.load()) {
                levels.add(store.restore(saved.level()));
                try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(saved.totals()))) {
                    totals = none.read(in);
                    findings.read(in);
                } catch (IOException e) {
                    throw new UncheckedIOException("what is saved with a level has another shape", e);
                }
            }
        }
        return totals;
    }
}
