package switchboard.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import switchboard.launcher.Product.Entry;

class ProductTest {

    private static final Path FOLDER = Path.of("product");

    @Test
    void bundles_keep_their_order_and_their_start_levels() throws Exception {
        Product product = Product.of(FOLDER, """
                launch.bundles=jar/b.jar,jar/a.jar
                launch.runbundles.attrs=b;version="1";startlevel=4,a;version="2"
                """);
        assertThat(product.bundles()).containsExactly(new Entry(FOLDER.resolve("jar/b.jar"), 4), new Entry(FOLDER.resolve("jar/a.jar"), 1));
    }

    @Test
    void what_is_meant_for_bnds_own_launcher_is_left_out() throws Exception {
        Product product = Product.of(FOLDER, "launch.bundles=jar/a.jar\nlaunch.runbundles.attrs=a\nlaunch.trace=false\nds.loglevel=warn\n");
        assertThat(product.properties()).isEqualTo(Map.of("ds.loglevel", "warn"));
    }

    @Test
    void attributes_for_another_number_of_bundles_are_refused() {
        assertThatThrownBy(() -> Product.of(FOLDER, "launch.bundles=jar/a.jar\nlaunch.runbundles.attrs=a,b\n"))
                .isInstanceOf(IOException.class).hasMessage("launcher.properties: expected attributes for 1 bundles, got 2");
    }
}
