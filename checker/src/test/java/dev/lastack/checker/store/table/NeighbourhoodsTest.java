package dev.lastack.checker.store.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NeighbourhoodsTest {

    @Property
    void aTableAndItsNumberGiveTheKeyBack(
            @ForAll long value,
            @ForAll @IntRange(min = 32, max = 64) int bits,
            @ForAll @IntRange(min = 0, max = 63) int tailBits) {
        long key = value & -1L >>> (64 - bits);
        Neighbourhoods neighbourhoods = new Neighbourhoods(bits, tailBits);
        int table = neighbourhoods.tableOf(key);
        long number = neighbourhoods.number(key);
        assertThat(table).isBetween(0, Neighbourhoods.TABLES - 1);
        assertThat(number >>> neighbourhoods.numberBits()).isZero();
        assertThat(neighbourhoods.key(table, number)).isEqualTo(key);
    }

    @Property
    void keysWithTheSameLeadingBitsShareATable(
            @ForAll long value,
            @ForAll long other,
            @ForAll @IntRange(min = 32, max = 63) int bits,
            @ForAll @IntRange(min = 0, max = 20) int tailBits) {
        Neighbourhoods neighbourhoods = new Neighbourhoods(bits, tailBits);
        long tail = (1L << tailBits) - 1;
        long key = value & (1L << bits) - 1;
        assertThat(neighbourhoods.tableOf((key & ~tail) | (other & tail))).isEqualTo(neighbourhoods.tableOf(key));
    }

    @Test
    void smallLeadingPartsAreSpreadOverMostTables() {
        Neighbourhoods neighbourhoods = new Neighbourhoods(60, 30);
        BitSet used = new BitSet();
        LongStream.range(0, 4L * Neighbourhoods.TABLES)
                .forEach(leading -> used.set(neighbourhoods.tableOf(leading << 30)));
        assertThat(used.cardinality()).isGreaterThan(Neighbourhoods.TABLES * 9 / 10);
    }
}
