package dev.lastack.spark;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A master and two workers of Spark, started from the jars on the class path, on the loopback interface. */
final class Standalone implements AutoCloseable {

    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "sun.nio.ch",
            "sun.security.action");

    /** Each process lives for seconds, in which better code and parallel collection cost more than they save. */
    private static final String BRIEF = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private final Path home;
    private final int port;
    private final List<Process> processes = new ArrayList<>();

    Standalone(Path home) throws IOException, InterruptedException {
        this.home = home;
        Path jars = Files.createDirectories(home.resolve("jars"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path jar = Path.of(entry);
            if (entry.endsWith(".jar")
                    && !entry.contains("lastack")
                    && !Files.exists(jars.resolve(jar.getFileName()))) {
                Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
            }
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        start("master", "org.apache.spark.deploy.master.Master", "--port", Integer.toString(port));
        awaitMaster();
        for (int worker = 1; worker <= 2; worker++) {
            start(
                    "worker-" + worker,
                    "org.apache.spark.deploy.worker.Worker",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--work-dir",
                    home.resolve("work-" + worker).toString(),
                    master());
        }
    }

    String master() {
        return "spark://127.0.0.1:" + port;
    }

    private void awaitMaster() throws InterruptedException, IOException {
        for (int tries = 0; tries < 600; tries++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
                return;
            } catch (IOException e) {
                Thread.sleep(200);
            }
        }
        throw new IOException("the master does not listen; see " + home.resolve("master.log"));
    }

    private void start(String name, String type, String... arguments) throws IOException {
        List<String> command = java("512m", home.resolve("jars") + "/*");
        command.add(type);
        command.addAll(List.of("--host", "127.0.0.1", "--webui-port", "0"));
        command.addAll(List.of(arguments));
        processes.add(builder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile())
                .start());
    }

    private static List<String> java(String heap, String classPath) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heap);
        command.addAll(List.of(BRIEF.split(" ", -1)));
        OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        command.addAll(List.of("-cp", classPath));
        return command;
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("SPARK_LOCAL_DIRS", home.resolve("local").toString());
        return builder;
    }

    /** Starts a {@link Driver} with these arguments after the master; its standard output goes to {@code out}. */
    Process drive(Path out, List<String> arguments) throws IOException {
        String classPath = System.getProperty("java.class.path");
        List<String> command = java("1g", classPath);
        // The executors' jars are Spark's; the classes of lastack are where the tests have them.
        command.add("-Dspark.executor.extraClassPath=" + classPath);
        command.add("-Dspark.executor.memory=512m");
        command.add("-Dspark.executor.extraJavaOptions=" + BRIEF);
        command.add("-Dspark.driver.host=127.0.0.1");
        command.addAll(List.of(Driver.class.getName(), master()));
        command.addAll(arguments);
        return builder(command)
                .redirectOutput(out.toFile())
                .redirectError(new File(out + ".err"))
                .start();
    }

    @Override
    public void close() {
        for (Process process : processes) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
        }
    }
}
