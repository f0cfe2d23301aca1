package dev.lastack.checker.store;

import java.util.stream.Stream;

/** Open addressing with full keys, in shards that are locked and grow one by one. */
public final class ShardedStore implements StateStore {

    private static final int SHARDS = 64;

    private final int words;
    private final Shard[] shards;

    public ShardedStore(int words, Memory memory) {
        this.words = words;
        this.shards =
                Stream.generate(() -> new Shard(words, memory)).limit(SHARDS).toArray(Shard[]::new);
    }

    @Override
    public Intake intake(Fresh fresh) {
        return new Intake() {
            @Override
            public void add(long[] states, int offset) {
                long hash = hash(states, offset, words);
                Shard shard = shards[(int) (hash >>> 58)];
                if (shard.add(states, offset, hash)) {
                    fresh.state(states, offset);
                }
            }

            @Override
            public void flush() {
                // Every state is answered for as it comes.
            }
        };
    }

    @Override
    public long size() {
        return Stream.of(shards).mapToLong(Shard::size).sum();
    }

    static long hash(long[] states, int offset, int words) {
        long hash = 0;
        for (int w = 0; w < words; w++) {
            hash = (hash ^ states[offset + w]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        hash *= 0xD6E8FEB86659FD93L;
        return hash ^ hash >>> 32;
    }
}
