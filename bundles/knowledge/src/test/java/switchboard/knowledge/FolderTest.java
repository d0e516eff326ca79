package switchboard.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import switchboard.knowledge.Folder.Skipped;

class FolderTest {

    @TempDir
    Path server;

    private Path folder;

    @BeforeEach
    void make_the_folder() throws IOException {
        folder = Files.createDirectories(server.resolve("acme"));
    }

    @Test
    void markdown_text_and_tables_are_documents_in_folders_too() throws IOException {
        put("house.md", "We open at five.");
        put("sub/more.TXT", "We have a garden.");
        put("menu.csv", "Dish,price\nSoup,5 euros");

        assertThat(Folder.read(folder).documents()).extracting(Document::source).containsExactly("house.md", "menu.csv", "sub/more.TXT");
        assertThat(Folder.read(folder).skipped()).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_named_with_its_reason_and_the_rest_is_read() throws IOException {
        put("a-good.md", "We open at five.");
        put("broken.csv", "a,b\n\"x,y");
        put("huge.md", "x".repeat(2_000_000));
        Files.write(folder.resolve("latin.txt"), "Men\u00fa".getBytes(StandardCharsets.ISO_8859_1));
        put("menu.pdf", "%PDF");
        put("zeros.txt", "a\0b");

        Folder.Contents contents = Folder.read(folder);
        assertThat(contents.documents()).extracting(Document::source).containsExactly("a-good.md");
        assertThat(contents.skipped()).extracting(Skipped::file).containsExactly("broken.csv", "huge.md", "latin.txt", "menu.pdf", "zeros.txt");
        assertThat(contents.skipped()).extracting(Skipped::reason).satisfiesExactly(
                reason -> assertThat(reason).contains("quotation mark"),
                reason -> assertThat(reason).contains("larger than 1048576 bytes; split it"),
                reason -> assertThat(reason).contains("save it as UTF-8"),
                reason -> assertThat(reason).contains(".md", ".txt", ".csv"),
                reason -> assertThat(reason).contains("no text"));
    }

    @Test
    void what_would_grow_beyond_measure_is_named_and_not_read() throws IOException {
        put("a-good.md", "We open at five.");
        put("headings.csv", "Dish," + "price ".repeat(20_000) + "\n" + "soup,5\n".repeat(50_000));
        put("headings.md", "# House\n## " + "long ".repeat(900) + "\n" + "- We open.\n".repeat(4_000));
        put("line.md", "# ".repeat(400_000) + "x");
        put("quotes.csv", "a,b\n" + "\"\"\"\",".repeat(100_000));
        put("rows.csv", "Dish,price\n" + "soup,5\n".repeat(100_000));

        Folder.Contents contents = Folder.read(folder);
        assertThat(contents.documents()).extracting(Document::source).containsExactly("a-good.md", "quotes.csv");
        assertThat(contents.skipped()).extracting(Skipped::reason).satisfiesExactly(
                reason -> assertThat(reason).contains("repeated with each of 50001 rows"),
                reason -> assertThat(reason).contains("Shorten the headings"),
                reason -> assertThat(reason).contains("a line has 800001 characters"),
                reason -> assertThat(reason).contains("it has 100000 passages; 5000 are allowed"));
    }

    @Test
    void a_link_out_of_the_folder_is_not_followed() throws IOException {
        Files.createDirectories(server.resolve("baker"));
        Files.writeString(server.resolve("baker/secret.md"), "The safe opens with 1234.");
        Files.createSymbolicLink(folder.resolve("file.md"), server.resolve("baker/secret.md"));
        Files.createSymbolicLink(folder.resolve("folder"), server.resolve("baker"));
        Files.createSymbolicLink(folder.resolve("up.md"), Path.of("../baker/secret.md"));
        Files.createSymbolicLink(folder.resolve("nowhere.md"), Path.of("nothing.md"));

        Folder.Contents contents = Folder.read(folder);
        assertThat(contents.documents()).isEmpty();
        assertThat(contents.skipped()).extracting(Skipped::file).contains("file.md", "up.md", "nowhere.md");
        assertThat(contents.skipped()).filteredOn(file -> file.file().equals("up.md"))
                .allSatisfy(file -> assertThat(file.reason()).contains("link to a file outside of the folder; copy the file"));
    }

    @Test
    void a_link_within_the_folder_and_a_folder_that_is_a_link_are_read() throws IOException {
        put("house.md", "We open at five.");
        Files.createSymbolicLink(folder.resolve("same.md"), Path.of("house.md"));
        Path link = Files.createSymbolicLink(server.resolve("link"), folder);

        assertThat(Folder.read(folder).documents()).hasSize(2);
        assertThat(Folder.read(link).documents()).hasSize(2);
    }

    @Test
    void what_editors_leave_behind_is_no_document() throws IOException {
        put("house.md~", "old");
        put(".house.md.swp", "old");
        put(".git/config.md", "old");

        assertThat(Folder.read(folder).documents()).isEmpty();
        assertThat(Folder.read(folder).skipped()).isEmpty();
    }

    @Test
    void a_saved_added_or_removed_file_changes_the_fingerprint() throws IOException {
        put("house.md", "We open at five.");
        String before = Folder.fingerprint(folder);
        assertThat(Folder.fingerprint(folder)).isEqualTo(before);

        put("house.md", "We open at six, as always.");
        String saved = Folder.fingerprint(folder);
        put("more.md", "x");
        assertThat(saved).isNotEqualTo(before);
        assertThat(Folder.fingerprint(folder)).isNotEqualTo(saved);
    }

    private void put(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
