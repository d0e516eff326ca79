package switchboard.company;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The company files that were in the folder when the server started: until each was judged, a company that is not known may
 * only be late. Not thread-safe.
 */
final class FirstReading {

    private final List<Path> unread;

    FirstReading(Path folder) {
        File[] files = Optional.ofNullable(folder.toFile().listFiles(CompanyFiles::isCompany)).orElse(new File[0]);
        this.unread = new ArrayList<>(Arrays.stream(files).map(file -> file.toPath().toAbsolutePath().normalize()).toList());
    }

    /** @param judged whether a file was accepted or refused; a file that is gone needs no judgement */
    boolean isOver(Predicate<Path> judged) {
        unread.removeIf(file -> judged.test(file) || Files.notExists(file));
        return unread.isEmpty();
    }
}
