package switchboard.company;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import switchboard.api.company.SecretException;
import switchboard.api.company.Secrets;

/**
 * The variables of the process, and files in a folder. As ssh does with its keys, a file that others could read, or that is
 * somebody else's, is refused: whoever put it there has to notice.
 */
@Component
public final class ServerSecrets implements Secrets {

    /** Framework or system property: the folder of secrets. */
    static final String FOLDER = "switchboard.secrets";

    private static final long LONGEST_BYTES = 16_384;
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final UnaryOperator<String> environment;
    private final Path folder;

    @Activate
    public ServerSecrets(BundleContext context) {
        this(System::getenv, folder(context));
    }

    /** @param environment value of a variable, or null if it is not set, as {@link System#getenv(String)} */
    ServerSecrets(UnaryOperator<String> environment, Path folder) {
        this.environment = environment;
        this.folder = folder;
    }

    @Override
    public String get(String name) throws SecretException {
        if (!name.matches("[A-Z_][A-Z0-9_]{0,63}")) {
            throw new SecretException("it has up to 64 capital letters, digits and underscores");
        }
        Optional<String> variable = Optional.ofNullable(environment.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
        return variable.isPresent() ? variable.get() : read(folder.resolve(name));
    }

    private String read(Path file) throws SecretException {
        if (!Files.exists(file)) {
            throw new SecretException("set the environment variable %s and start the server again, or write the secret to %s and run chmod 600 on it"
                    .formatted(file.getFileName(), file));
        }
        try {
            requireClosed(file);
            String secret = Files.readString(file).strip();
            if (secret.isEmpty()) {
                throw new SecretException(file + " is empty");
            }
            return secret;
        } catch (IOException | UnsupportedOperationException e) {
            // Not the exception's own message: a decoder's might quote what it read.
            throw new SecretException("%s cannot be read as text by the server's user (%s)".formatted(file, e.getClass().getSimpleName()));
        }
    }

    private static void requireClosed(Path file) throws IOException, SecretException {
        PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
        String mode = PosixFilePermissions.toString(attributes.permissions());
        if (!attributes.isRegularFile() || attributes.size() > LONGEST_BYTES) {
            throw new SecretException("%s must be a file of at most %d bytes".formatted(file, LONGEST_BYTES));
        }
        if (!OWNERS.containsAll(attributes.permissions())) {
            throw new SecretException("others may use %s (%s); run: chmod 600 %s".formatted(file, mode, file));
        }
        if (!attributes.owner().equals(Files.getOwner(ourself()))) {
            throw new SecretException("%s belongs to %s, not to the server's user; run chown".formatted(file, attributes.owner().getName()));
        }
    }

    /** Something that surely belongs to the user of this process. */
    private static Path ourself() {
        Path process = Path.of("/proc/self");
        return Files.exists(process) ? process : Path.of(System.getProperty("user.home"));
    }

    /** By property, else where the XDG base directory rules say. */
    private static Path folder(BundleContext context) {
        Path home = Optional.ofNullable(System.getenv("XDG_CONFIG_HOME")).filter(path -> !path.isBlank()).map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".config"));
        return Optional.ofNullable(context.getProperty(FOLDER)).filter(path -> !path.isBlank()).map(Path::of)
                .orElseGet(() -> home.resolve("switchboard").resolve("secrets")).toAbsolutePath();
    }
}
