package dev.lastack.spark;

import dev.lastack.checker.Workspace;
import dev.lastack.checker.partition.Cluster;
import dev.lastack.checker.partition.Distribution;
import dev.lastack.checker.partition.Jobs;
import dev.lastack.checker.partition.part.FolderStorage;
import dev.lastack.checker.partition.part.Storage;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/** A connection to Apache Spark. */
final class SparkCluster implements Cluster {

    private static final String LOGGING = "log4j2.configurationFile";

    /** A URI with a scheme, as Hadoop reads it; one letter is a drive. */
    private static final Pattern URI = Pattern.compile("[a-z][a-z0-9+.-]+:.*");

    private final JavaSparkContext context;

    private SparkCluster(JavaSparkContext context) {
        this.context = context;
    }

    static SparkCluster connect(String master, List<Path> jars) {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "classpath:dev/lastack/spark/log4j2.properties");
        }
        try {
            JavaSparkContext context = new JavaSparkContext(configuration(master));
            jars.forEach(jar -> context.addJar(jar.toUri().toString()));
            return new SparkCluster(context);
        } catch (IllegalAccessError | Exception e) {
            throw unusable(master, "cannot be used: " + e);
        }
    }

    static Workspace.Unusable unusable(String master, String why) {
        return new Workspace.Unusable("--spark " + master, why);
    }

    /** What system properties say ({@code spark.…}) comes first; {@code spark-submit} sets those. */
    private static SparkConf configuration(String master) {
        SparkConf configuration = new SparkConf()
                .setMaster(master)
                // Records and what List.of returns are nothing that Kryo knows.
                .set("spark.serializer", "org.apache.spark.serializer.JavaSerializer")
                .setIfMissing("spark.app.name", "lastack")
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.scheduler.minRegisteredResourcesRatio", "1.0")
                // A host that has a part at hand saves less time than Spark's three seconds of waiting for it.
                .setIfMissing("spark.locality.wait", "300ms");
        Path jar = jar();
        if (jar != null && !configuration.contains("spark.jars")) {
            configuration.setJars(new String[] {jar.toString()});
        }
        return configuration;
    }

    /** The jar that this class is in, with all of lastack in it; null if it is in no jar. */
    private static @Nullable Path jar() {
        CodeSource source = SparkCluster.class.getProtectionDomain().getCodeSource();
        try {
            Path path = Path.of(Objects.requireNonNull(source, "classes have a place")
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(path) ? path : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    @Override
    public Distribution distribution() {
        return new SparkDistribution(context);
    }

    @Override
    public Jobs jobs() {
        return new SparkJobs(context);
    }

    @Override
    public Storage storage(String location) {
        return URI.matcher(location).matches() ? HadoopStorage.at(location) : FolderStorage.at(Path.of(location));
    }

    @Override
    public void close() {
        context.close();
    }
}
