package dev.lastack.checker.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.certificate.Certificate.Proof;
import dev.lastack.checker.certificate.CertificateFile.Unreadable;
import dev.lastack.checker.lanes.CoverState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateFileTest {

    private static final String TEXT = """
        lastack certificate 1
        about: a system: of two words
        tokens: ffffffffffffffff 7 ab
        proof by HULL: one two
        ffffffffffffffff 0: 0=7fffffffffffffff 1=1
        1 2:
        proof by ANTICHAIN: three
        a b: 2=3
        end: 3 states
        """;

    private static Certificate certificate() {
        return new Certificate(
                Map.of("about", "a system: of two words"),
                List.of(
                        new Proof(
                                List.of("one", "two"),
                                "HULL",
                                List.of(
                                        new CoverState(
                                                new long[] {-1, 0}, new long[] {-1, 7}, new long[] {Long.MAX_VALUE, 1}),
                                        new CoverState(new long[] {1, 2}, new long[0], new long[0]))),
                        new Proof(
                                List.of("three"),
                                "ANTICHAIN",
                                List.of(new CoverState(new long[] {10, 11}, new long[] {171}, new long[] {3})))));
    }

    private static Certificate read(String text) throws IOException, Unreadable {
        return CertificateFile.read(new BufferedReader(new StringReader(text)));
    }

    private static String written(Certificate certificate) throws IOException {
        StringWriter out = new StringWriter();
        CertificateFile.write(certificate, out);
        return out.toString();
    }

    @Test
    void readsWhatItWrites() throws IOException, Unreadable {
        assertThat(written(certificate())).isEqualTo(TEXT);
        Certificate read = read(TEXT);
        assertThat(read.head()).isEqualTo(certificate().head());
        assertThat(read.proofs()).hasSize(2);
        assertThat(read.proofs().get(0).properties()).containsExactly("one", "two");
        assertThat(read.proofs().toString()).isEqualTo(certificate().proofs().toString());
    }

    /** Each line of a certificate with something else in its place. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "certificate 1 | certificate 2 | line 1: a certificate begins with 'lastack certificate 1'",
                "about: a system: of two words | none | line 2: neither 'name: value' nor 'tokens:'",
                "about: | : | line 2: neither 'name: value' nor 'tokens:'",
                "tokens: ffffffffffffffff 7 ab | tokens: 7 7 | line 3: the tokens are not in ascending order",
                "tokens: ffffffffffffffff 7 ab | tokens: x | line 3: 'x' is not a hexadecimal number",
                "proof by HULL: | proof of HULL: | line 4: neither a state nor a proof nor 'end: 0 states'",
                "proof by HULL: one two | proof by HULL | line 4: a proof names what it proves after a colon",
                "1 2: | 1 2 | line 6: not a state: it has no colon",
                "a b: 2=3 | a g: 2=3 | line 8: 'g' is not a hexadecimal number",
                "a b: 2=3 | a b: 23 | line 8: not a state: '23' is not token=value",
                "a b: 2=3 | a b: 3=3 | line 8: not a state: there is no token '3=3'",
                "a b: 2=3 | a b: 2=0 | line 8: not a state: token 171 has the value 0, or does not follow a lesser one",
                "a b: 2=3 | a b: 2=3 1=3 | line 8: not a state: token 7 has the value 0, or does not follow a lesser"
                        + " one",
                "end: 3 states | end: 4 states | line 9: neither a state nor a proof nor 'end: 3 states'",
                "end: 3 states | \"\" | line 9: not a state: it has no colon"
            })
    void refusesWhatIsNone(String text, String instead, String why) throws IOException {
        String changed = written(certificate()).replace(text, instead);
        assertThat(changed).isNotEqualTo(written(certificate()));
        assertThatThrownBy(() -> read(changed)).isInstanceOf(Unreadable.class).hasMessage(why);
    }

    @Test
    void refusesPartsAndMore() throws IOException {
        String text = written(certificate());
        for (int line = 1; line < text.lines().count(); line++) {
            String part = text.lines().limit(line).reduce("", (a, b) -> a + b + "\n");
            assertThatThrownBy(() -> read(part)).as(part).isInstanceOf(Unreadable.class);
        }
        assertThatThrownBy(() -> read(text + "\n")).hasMessage("line 9: something follows the end");
        assertThatThrownBy(() -> read("")).hasMessage("line 1: the text ends before the end of a certificate");
    }

    @Test
    void aHeadIsMadeOfLines() {
        for (Map<String, String> head :
                List.of(Map.of("a:b", "c"), Map.of("", "c"), Map.of("a", "c\nd"), Map.of("tokens", ""))) {
            assertThatThrownBy(() -> new Certificate(head, List.of())).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
