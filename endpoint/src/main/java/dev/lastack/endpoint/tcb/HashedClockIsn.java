package dev.lastack.endpoint.tcb;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import dev.lastack.endpoint.wire.FourTuple;
import java.util.OptionalLong;

/** RFC 6528: ISN = M + F(four-tuple, secret), with a clock M that ticks every 4 µs. */
public final class HashedClockIsn implements IsnSource {

    private static final int MICROS_PER_TICK = 4;

    private final long offset;

    /** The secret is 128 bits, new at every boot. */
    public HashedClockIsn(FourTuple tuple, long secretHigh, long secretLow) {
        HashFunction keyed = Hashing.sipHash24(secretHigh, secretLow);
        this.offset = keyed.newHasher()
                .putInt(tuple.localAddress())
                .putInt(tuple.localPort())
                .putInt(tuple.remoteAddress())
                .putInt(tuple.remotePort())
                .hash()
                .asLong();
    }

    @Override
    public long next(long now, OptionalLong lastSndNxt) {
        return now / MICROS_PER_TICK + offset;
    }
}
