package dev.lastack.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.cli.Shell;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a cluster is said in one line. Apache Spark is not on the class path of these tests. */
class ClusterOptionsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --spark local[2]                                 | --spark: name a folder that all its machines see by --dir
        --partitions 8                                   | --partitions: there is no --spark whose states would be divided
        --spark local[2] --dir D --partitions 0          | --partitions: 0 is not in the range 1..65536
        --spark local[2] --dir D --lossy 32              | --lossy cannot be combined with --dir
        --spark sparc://here --dir D                     | --spark sparc://here: is no master
        --spark local[2] --dir D                         | Apache Spark 4.2 is not on the class path; set SPARK_HOME
        """)
    void whatIsWrongIsSaidInOneLine(String options, String complaint) {
        List<String> arguments = new ArrayList<>(List.of("verify", "two-msl", "--quiet"));
        for (String option : options.split(" ", -1)) {
            arguments.add(option.equals("D") ? folder.toString() : option);
        }
        Shell.Run run = new Shell().run(arguments.toArray(String[]::new));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains(complaint));
        assertThat(run.err()).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --spark sparc://here                   | --spark sparc://here: is no master
        --spark local[2]                       | Apache Spark 4.2 is not on the class path; set SPARK_HOME
        --spark local[2] --report junit=x.xml  | a cluster returns verdicts alone
        --spark local[2] --lossy 32            | --lossy cannot be combined with --spark
        """)
    void whatIsWrongWithASweepIsSaidInOneLine(String options, String complaint) {
        List<String> arguments =
                new ArrayList<>(List.of("sweep", "two-msl", "-o", folder.toString(), "--vary", "time-wait=0"));
        arguments.addAll(List.of(options.split(" ", -1)));
        Shell.Run run = new Shell().run(arguments.toArray(String[]::new));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(complaint).hasLineCount(1);
    }

    @Test
    void whatIsWrongWithAClusterLeavesTheFolderAsItIs() {
        new Shell().run("verify", "two-msl", "--quiet", "--spark", "local[2]", "--dir", folder.toString());
        assertThat(folder).isEmptyDirectory();
    }
}
