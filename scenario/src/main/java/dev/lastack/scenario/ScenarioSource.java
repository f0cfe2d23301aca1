package dev.lastack.scenario;

import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import dev.lastack.scenario.text.UnsuitableFileException;
import dev.lastack.scenario.text.UserFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Somewhere a scenario is written: a shipped variant or a file. */
sealed interface ScenarioSource {

    /** What complaints call it. */
    String label();

    /** What results call its scenario. */
    String scenarioName();

    /** The folder that names in it are relative to. */
    Path folder();

    /** Whether it is in {@code folder} or below, with every symbolic link followed. */
    boolean isWithin(Path folder);

    /** The whole of it; complaints that are not about a line of it name {@code asked}, where it was asked for. */
    String read(Place asked);

    /** A variant that comes with lastack. */
    record Shipped(String scenarioName) implements ScenarioSource {

        @Override
        public String label() {
            return "variant " + scenarioName;
        }

        @Override
        public Path folder() {
            return Path.of("");
        }

        /** What is shipped is no secret. */
        @Override
        public boolean isWithin(Path folder) {
            return true;
        }

        @Override
        public String read(Place asked) {
            try (InputStream in = ScenarioSource.class.getResourceAsStream("variants/" + scenarioName + ".yaml")) {
                if (in == null) {
                    throw new AssertionError("variant " + scenarioName + " is listed but not shipped");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException("the program's own files cannot be read", unreadable);
            }
        }
    }

    /** A user's file. */
    record File(Path path) implements ScenarioSource {

        /** No scenario comes near this. */
        private static final int LARGEST_MEBIBYTES = 1;

        @Override
        public String label() {
            return path.toString();
        }

        @Override
        public String scenarioName() {
            return path.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        }

        @Override
        public Path folder() {
            Path parent = path.getParent();
            return parent == null ? Path.of("") : parent;
        }

        @Override
        public boolean isWithin(Path folder) {
            try {
                return path.toRealPath().startsWith(folder.toRealPath());
            } catch (IOException unknown) {
                return false;
            }
        }

        @Override
        public String read(Place asked) {
            try {
                return decode(UserFile.read(path, "a scenario file", LARGEST_MEBIBYTES));
            } catch (UnsuitableFileException unsuitable) {
                throw new ScenarioException(asked, label() + " " + unsuitable.getReason());
            } catch (NoSuchFileException missing) {
                throw new ScenarioException(
                        asked,
                        "there is no file " + label() + ", and no variant of that name"
                                + Scenarios.nearestVariant(scenarioName()));
            } catch (AccessDeniedException denied) {
                throw new ScenarioException(asked, label() + " may not be read: permission denied");
            } catch (IOException unreadable) {
                throw new ScenarioException(asked, label() + " cannot be read: " + unreadable.getMessage());
            }
        }

        private String decode(byte[] bytes) {
            CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
            ByteBuffer in = ByteBuffer.wrap(bytes);
            try {
                String text = decoder.decode(in).toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException malformed) {
                String before = new String(bytes, 0, in.position(), StandardCharsets.UTF_8);
                int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
                int column = before.length() - before.lastIndexOf('\n');
                throw new ScenarioException(new Place(label(), line, column), "is not UTF-8 text");
            }
        }
    }
}
