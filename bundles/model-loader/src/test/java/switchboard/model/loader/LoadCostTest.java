package switchboard.model.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LoadCostTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void what_a_load_reads_and_computes_is_told_with_its_service(@TempDir Path folder) throws Exception {
        Path weights = Files.write(folder.resolve("weights"), new byte[3_000_000]);
        LoadCost cost = new LoadCost();
        assertThat(cost.<Integer>measure(() -> Files.readAllBytes(weights).length)).isEqualTo(3_000_000);
        Hashtable<String, Object> told = new Hashtable<>();
        cost.tell(told);
        assertThat((Long) told.get("load.read.bytes")).isBetween(3_000_000L, 4_000_000L);
        assertThat((Long) told.get("load.cpu.ms")).isNotNegative();
        assertThat(told).containsEntry("load.thread", Thread.currentThread().getName());
    }
}
