package switchboard.llm.llama;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.llm.LanguageModel;
import switchboard.api.model.LoadedModel;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelLoader;
import switchboard.api.model.ModelStore;
import switchboard.llama.Llama;

/**
 * Offers two models that are fetched and loaded only when a company asks for one by its name: {@code (model=llama)}, more than
 * a gigabyte, and {@code (model=smollm2)}, which is small enough to try the plumbing and knows nothing.
 */
@Component(immediate = true, service = {})
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=switchboard.api.llm.LanguageModel")
public final class LlamaModels {

    /** Below every other model: it answers only for the companies that ask for it. */
    private static final int RANKING = -20;
    /** More slots would share the same two cores, and each takes 115 MB of the larger model's memory. */
    private static final Llama.Shape SHAPE = new Llama.Shape(2, 4096, 2, 64);

    private final List<LoadedModel> models;

    @Activate
    public LlamaModels(BundleContext context, @Reference ModelLoader loader, @Reference ModelStore store) {
        models = List.of(
                offer(context, loader, store, "Qwen2.5 Coder 1.5B", "llama", "2.5", "qwen2.5-coder-1.5b", "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"),
                offer(context, loader, store, "SmolLM2 135M", "smollm2", "2", "smollm2-135m", "SmolLM2-135M-Instruct.Q4_1.gguf"));
    }

    /** Withdraws the services first and waits for their leases. */
    @Deactivate
    void retire() throws Exception {
        for (LoadedModel model : models) {
            model.close();
        }
    }

    private static LoadedModel offer(BundleContext context, ModelLoader loader, ModelStore store, String label, String model,
            String version, String name, String file) {
        var description = new ModelDescription<>(LanguageModel.class, label, model, version, Set.of(), RANKING);
        return loader.loadOnDemand(context, description,
                () -> LlamaChat.open(Engine.of(Llama.open(store.file(name, file), SHAPE)), Deadlines.OF_A_CALL));
    }
}
