package dev.lastack.checker.partition;

import dev.lastack.checker.search.PropertyFinding;
import dev.lastack.checker.search.Sightings;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a task in another process saw of the properties. */
final class SightingsData implements Sightings {

    private final boolean[] relevant;
    private final @Nullable PropertyFinding[] least;

    private SightingsData(int properties) {
        this.relevant = new boolean[properties];
        this.least = new PropertyFinding[properties];
    }

    static void write(Sightings seen, int properties, DataOutput out) throws IOException {
        for (int p = 0; p < properties; p++) {
            out.writeBoolean(seen.relevant(p));
            PropertyFinding finding = seen.least(p, 0);
            out.writeBoolean(finding != null);
            if (finding != null) {
                out.writeInt(finding.action());
                for (long word : finding.state()) {
                    out.writeLong(word);
                }
            }
        }
    }

    static SightingsData read(int properties, int words, DataInput in) throws IOException {
        SightingsData data = new SightingsData(properties);
        for (int p = 0; p < properties; p++) {
            data.relevant[p] = in.readBoolean();
            if (in.readBoolean()) {
                int action = in.readInt();
                long[] state = new long[words];
                for (int word = 0; word < words; word++) {
                    state[word] = in.readLong();
                }
                data.least[p] = new PropertyFinding(0, state, action);
            }
        }
        return data;
    }

    @Override
    public boolean relevant(int property) {
        return relevant[property];
    }

    @Override
    public @Nullable PropertyFinding least(int property, int level) {
        PropertyFinding found = least[property];
        return found == null ? null : new PropertyFinding(level, found.state(), found.action());
    }
}
