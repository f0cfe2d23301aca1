package dev.lastack.spark;

import dev.lastack.checker.partition.Cluster;
import dev.lastack.checker.partition.ClusterProvider;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Connects to Apache Spark, which need not be there: nothing in this class links to it. */
public final class SparkProvider implements ClusterProvider {

    private static final Pattern MASTER = Pattern.compile("local(\\[(\\d+|\\*)(,\\d+)?])?|spark://.+|yarn|k8s://.+");
    private static final Pattern STANDALONE = Pattern.compile("spark://([^:/,]+):(\\d{1,5})(,.*)?");
    private static final int PATIENCE_MILLIS = 5_000;

    /** {@code master} is Spark's: {@code local[N]}, {@code spark://HOST:PORT}, {@code yarn}, {@code k8s://…}. */
    @Override
    public Cluster connect(String master, List<Path> jars) {
        if (!MASTER.matcher(master).matches()) {
            throw SparkCluster.unusable(master, "is no master; give local[N], spark://HOST:PORT, yarn, or k8s://URL");
        }
        requireSpark(master);
        Matcher standalone = STANDALONE.matcher(master);
        if (standalone.matches()) {
            requireListening(master, standalone.group(1), Integer.parseInt(standalone.group(2)));
        } else if (master.startsWith("spark://")) {
            throw SparkCluster.unusable(master, "is no master; its form is spark://HOST:PORT");
        }
        return SparkCluster.connect(master, jars);
    }

    private static void requireSpark(String master) {
        try {
            Class.forName("org.apache.spark.api.java.JavaSparkContext", false, SparkProvider.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw SparkCluster.unusable(
                    master,
                    "Apache Spark 4.2 is not on the class path; set SPARK_HOME to its folder, or use spark-submit");
        }
    }

    /** Spark itself would try for a minute before it says so. */
    private static void requireListening(String master, String host, int port) {
        if (port > 0xffff) {
            throw SparkCluster.unusable(master, "has port " + port + ", which is not in the range 1..65535");
        }
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw SparkCluster.unusable(master, "there is no host '" + host + "'");
        }
        try (Socket socket = new Socket()) {
            socket.connect(address, PATIENCE_MILLIS);
        } catch (IOException e) {
            throw SparkCluster.unusable(master, "cannot be reached: " + e.getMessage());
        }
    }
}
