package dev.lastack.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.counterexamples.render.ladder.LadderForm;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalLadderTest {

    @ParameterizedTest
    @CsvSource({"132,132", "80,80", "40,80", "99999,500", "0,100", "wide,100", "'',100"})
    void isAsWideAsTheTerminal(String columns, int width) {
        assertThat(TerminalLadder.width(Optional.of(columns))).isEqualTo(width);
    }

    @Test
    void isAsInReportsWhereTheWidthIsUnknown() {
        assertThat(TerminalLadder.width(Optional.empty())).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,true", "utf8,true", "ANSI_X3.4-1968,false", "ISO-8859-1,false", "'',false", "no-such,false"})
    void needsUtf8(String charset, boolean utf8) {
        assertThat(TerminalLadder.isUtf8(charset)).isEqualTo(utf8);
    }

    /** Build servers read logs as UTF-8 whatever their locale is. */
    @Test
    void isAsInReportsWhereNobodyReadsATerminal() {
        PrintStream stream = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertThat(TerminalLadder.form(new Terminal(stream, stream, false, false), false))
                .isEqualTo(LadderForm.usual(false));
    }
}
