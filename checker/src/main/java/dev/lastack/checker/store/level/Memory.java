package dev.lastack.checker.store.level;

import java.util.concurrent.atomic.AtomicLong;

/** The memory budget of one exploration: whoever allocates asks first, so that no allocation can fail half-way. */
public final class Memory {

    private final long limit;
    private final AtomicLong used = new AtomicLong();

    public Memory(long limit) {
        this.limit = limit;
    }

    /** Claims {@code bytes}, or throws {@link Exhausted} and claims nothing. */
    public void claim(long bytes) {
        if (used.addAndGet(bytes) > limit) {
            used.addAndGet(-bytes);
            throw new Exhausted("the memory budget of " + limit + " bytes is used up");
        }
    }

    /** Counts {@code bytes} that are needed whatever the budget; whoever claims next finds it the smaller. */
    public void charge(long bytes) {
        used.addAndGet(bytes);
    }

    public void release(long bytes) {
        used.addAndGet(-bytes);
    }

    /** The budget, in bytes. */
    public long limit() {
        return limit;
    }

    public long used() {
        return used.get();
    }

    /** The budget does not suffice; ends the search with an inconclusive verdict. */
    public static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String why;

        public Exhausted(String why) {
            super(why, null, false, false);
            this.why = why;
        }

        public String why() {
            return why;
        }
    }
}
