package dev.lastack.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown document whose {@code console} blocks are run: a line {@code $ ./lastack …} is a command and what follows it is
 * what it prints on both streams, up to a line {@code …} where the rest is left out. A block under
 * {@code <!-- file: name -->} is a file that later commands find.
 */
final class ConsoleDocument {

    private static final String PROMPT = "$ ./lastack";
    private static final String REST = "…";
    private static final Pattern FILE = Pattern.compile("<!-- file: (\\S+) -->");

    private final Path document;
    private final Path folder;

    ConsoleDocument(Path document, Path folder) {
        this.document = document;
        this.folder = folder;
    }

    String asWritten() throws IOException {
        return Files.readString(document);
    }

    /** The document with what its commands print now. */
    String asRun() throws IOException, InterruptedException {
        List<String> out = new ArrayList<>();
        List<String> lines = Files.readAllLines(document);
        for (int i = 0; i < lines.size(); i++) {
            out.add(lines.get(i));
            Matcher file = FILE.matcher(lines.get(i));
            if (file.matches()) {
                int end = endOfBlock(lines, i + 2);
                Files.write(folder.resolve(file.group(1)), lines.subList(i + 2, end));
            } else if (lines.get(i).equals("```console")) {
                int end = endOfBlock(lines, i + 1);
                runBlock(lines.subList(i + 1, end), out);
                i = end - 1;
            }
        }
        return String.join("\n", out) + "\n";
    }

    private static int endOfBlock(List<String> lines, int from) {
        int end = from;
        while (!lines.get(end).equals("```")) {
            end++;
        }
        return end;
    }

    private void runBlock(List<String> block, List<String> out) throws IOException, InterruptedException {
        int line = 0;
        while (line < block.size()) {
            String command = block.get(line);
            int end = line + 1;
            while (end < block.size() && !block.get(end).startsWith("$ ")) {
                end++;
            }
            out.add(command);
            List<String> shown = block.subList(line + 1, end);
            out.addAll(command.startsWith(PROMPT) ? abbreviated(run(command), shown) : shown);
            line = end;
        }
    }

    private static List<String> abbreviated(List<String> printed, List<String> shown) {
        int rest = shown.indexOf(REST);
        if (rest < 0 || rest >= printed.size()) {
            return printed;
        }
        List<String> abbreviated = new ArrayList<>(printed.subList(0, rest));
        abbreviated.add(REST);
        int after = Math.min(shown.size() - rest - 1, printed.size() - rest);
        abbreviated.addAll(printed.subList(printed.size() - after, printed.size()));
        return abbreviated;
    }

    private List<String> run(String command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-Dlastack.command=./lastack", // As the launcher passes it on.
                "-cp",
                System.getProperty("java.class.path"),
                Lastack.class.getName()));
        String arguments = command.substring(PROMPT.length()).strip();
        if (!arguments.isEmpty()) {
            words.addAll(Arrays.stream(arguments.split("\\s+"))
                    .map(word -> word.replaceAll("^'|'$", ""))
                    .toList());
        }
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        List<String> lines =
                new ArrayList<>(printed.lines().map(String::stripTrailing).toList());
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }
}
