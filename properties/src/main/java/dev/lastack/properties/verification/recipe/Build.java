package dev.lastack.properties.verification.recipe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;
import java.util.zip.CRC32C;

/** Tells builds of lastack apart. */
public final class Build {

    private static final String FINGERPRINT = fingerprint(Build.class);

    private Build() {}

    /** The version and, of a jar, a checksum of its bytes. */
    public static String fingerprint() {
        return FINGERPRINT;
    }

    /** The same of the jar that {@code type} is in. */
    public static String fingerprint(Class<?> type) {
        String version = Objects.requireNonNullElse(type.getPackage().getImplementationVersion(), "development");
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return version;
        }
        try {
            Path jar = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(jar) ? version + "-" + checksum(jar) : version;
        } catch (URISyntaxException e) {
            return version;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source.getLocation(), e);
        }
    }

    private static String checksum(Path jar) throws IOException {
        CRC32C checksum = new CRC32C();
        checksum.update(Files.readAllBytes(jar));
        return Long.toHexString(checksum.getValue());
    }
}
