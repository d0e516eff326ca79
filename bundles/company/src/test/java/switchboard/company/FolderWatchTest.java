package switchboard.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FolderWatchTest {

    @TempDir
    Path folder;

    private final BlockingQueue<Path> told = new LinkedBlockingQueue<>();
    private FolderWatch watch;

    @BeforeEach
    void watch_it() throws IOException {
        watch = new FolderWatch(told::add);
        watch.add(folder);
    }

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void a_file_that_is_saved_renamed_or_removed_is_told_of() throws Exception {
        Path saved = Files.writeString(folder.resolve("saved"), "one");
        await(saved);
        Path renamed = Files.move(saved, folder.resolve("renamed"), StandardCopyOption.ATOMIC_MOVE);
        await(renamed);
        Files.delete(renamed);
        await(renamed);
    }

    @Test
    void who_fails_when_told_is_told_again() throws Exception {
        try (FolderWatch fragile = new FolderWatch(file -> {
            told.add(file);
            throw new IllegalStateException("as a test");
        })) {
            Path other = Files.createDirectory(folder.resolve("other"));
            fragile.add(other);
            await(Files.writeString(other.resolve("first"), "one"));
            await(Files.writeString(other.resolve("second"), "two"));
        }
    }

    @Test
    void a_folder_that_is_not_there_is_not_watched_and_does_no_harm() throws Exception {
        watch.add(folder.resolve("nowhere"));

        await(Files.writeString(folder.resolve("saved"), "one"));
    }

    private void await(Path file) throws InterruptedException {
        while (true) {
            Optional<Path> next = Optional.ofNullable(told.poll(30, TimeUnit.SECONDS));
            assertThat(next).as("news of %s", file).isPresent();
            if (next.get().equals(file)) {
                return;
            }
        }
    }
}
