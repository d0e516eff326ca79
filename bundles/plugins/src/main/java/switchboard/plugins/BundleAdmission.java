package switchboard.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.ModelStatus.State;
import switchboard.api.model.ModelTrials;
import switchboard.api.model.ModelTrials.Candidate;
import switchboard.api.model.ModelTrials.Trial;
import switchboard.api.model.Models;
import switchboard.api.model.VoiceModel;
import switchboard.plugins.sample.GoldenSamples;
import switchboard.plugins.sample.Unfit;

/** Brings a jar into the framework, on trial first. Confined to the plugins' thread. */
final class BundleAdmission implements Admission {

    private static final Logger log = LoggerFactory.getLogger(BundleAdmission.class);

    private final BundleContext context;
    private final ModelTrials trials;
    private final Models models;
    private final Components components;
    private final GoldenSamples samples;
    private final Duration limit;

    /** @param limit for starting, for loading, and for each sample */
    BundleAdmission(BundleContext context, ModelTrials trials, Models models, Components components, GoldenSamples samples, Duration limit) {
        this.context = context;
        this.trials = trials;
        this.models = models;
        this.components = components;
        this.samples = samples;
        this.limit = limit;
    }

    @Override
    public Running admit(PluginJar jar) throws Unfit, IOException, InterruptedException {
        PluginBundle plugin = new PluginBundle(jar, install(jar), models);
        Trial trial = trials.onTrial(plugin.bundle());
        boolean passed = false;
        try {
            Machine.here().mustHave(plugin.bundle());
            mustExportNothingOfOthers(plugin.bundle());
            start(plugin.bundle());
            awaitWarm(plugin, trial);
            check(trial, jar);
            passed = true;
        } finally {
            if (!passed) {
                trial.reject();
                plugin.remove();
            }
        }
        trial.approve();
        return plugin;
    }

    /** Removes what an earlier life of this component left behind: the trial is the only way in. */
    void clear() {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getLocation().startsWith(PluginJar.SCHEME)) {
                PluginBundle.remove(bundle);
            }
        }
    }

    private Bundle install(PluginJar jar) throws Unfit, IOException {
        if (context.getBundle(jar.location()) != null) {
            throw new Unfit("it was tried before, and its code has not returned since", "Correct what hangs in it; this very jar can be tried again when the server was restarted.");
        }
        MessageDigest digest = PluginJar.newDigest();
        Bundle bundle;
        try (InputStream in = new DigestInputStream(Files.newInputStream(jar.file()), digest)) {
            bundle = context.installBundle(jar.location(), in);
        } catch (BundleException e) {
            throw new Unfit("the framework does not install it: " + e.getMessage(), "Correct the bundle's manifest.", e);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(jar.sha256())) {
            PluginBundle.remove(bundle);
            throw new IOException("changed while it was read");
        }
        return bundle;
    }

    /** Else the next bundle that is wired, a plugin or one of the server's that is exchanged, could meet these instead. */
    private void mustExportNothingOfOthers(Bundle bundle) throws Unfit {
        Set<Object> exported = exports(bundle).collect(Collectors.toSet());
        for (Bundle other : context.getBundles()) {
            Optional<Object> common = other.getLocation().startsWith(PluginJar.SCHEME) || bundle.getSymbolicName().equals(other.getSymbolicName())
                    ? Optional.empty() : exports(other).filter(exported::contains).findFirst();
            if (common.isPresent()) {
                throw new Unfit("it exports %s, as %s of the server does".formatted(common.get(), other.getSymbolicName()),
                        "Export nothing: take the package out of Export-Package, and import it or keep it private.");
            }
        }
    }

    private static Stream<Object> exports(Bundle bundle) {
        return Optional.ofNullable(bundle.adapt(BundleRevision.class)).stream()
                .flatMap(revision -> revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream())
                .map(export -> export.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE));
    }

    private void start(Bundle bundle) throws Unfit, InterruptedException {
        try {
            Foreign.call("plugin-start", limit, () -> {
                bundle.start(Bundle.START_TRANSIENT);
                return bundle;
            });
        } catch (TimeoutException e) {
            throw new Unfit("it did not start within " + seconds(), "Its constructors and its activator must return at once; loading belongs"
                    + " into what is handed to ModelLoader.", e);
        } catch (ExecutionException e) {
            throw notStarted(e.getCause());
        }
    }

    private static Unfit notStarted(Throwable cause) {
        if (cause instanceof BundleException e && e.getType() == BundleException.RESOLVE_ERROR) {
            String message = String.valueOf(e.getMessage());
            if (message.contains("osgi.ee; ")) {
                return new Unfit("it needs another Java than %s, which runs here: %s".formatted(Runtime.version().feature(), message),
                        "Compile it for Java %d (javac --release, in Maven maven.compiler.release).".formatted(Runtime.version().feature()), e);
            }
            String what = message.contains("osgi.wiring.package=switchboard.api") ? "it needs another version of the API than this server has: "
                    : "it does not resolve: ";
            return new Unfit(what + message, "Build it against the API of this server, and embed what else it needs.", e);
        }
        Throwable innermost = cause.getCause() == null ? cause : cause.getCause();
        return new Unfit("it did not start: " + innermost, "Correct its activator.", cause);
    }

    private void awaitWarm(PluginBundle plugin, Trial trial) throws Unfit, IOException, InterruptedException {
        Bundle bundle = plugin.bundle();
        Optional<String> unloadable = components.unloadable(bundle);
        if (unloadable.isPresent()) {
            throw new Unfit(unloadable.get(), "Put the class and what it needs into the bundle, compiled for Java %d.".formatted(Runtime.version().feature()));
        }
        Set<String> declared = declared(bundle);
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            List<ModelStatus> now = trial.status();
            Optional<ModelStatus> failed = now.stream().filter(model -> model.state() == State.FAILED).findFirst();
            if (failed.isPresent()) {
                throw new Unfit("%s did not load: %s".formatted(failed.get().label(), failed.get().detail()), "Correct the model or its files.");
            }
            Optional<String> failure = components.failure(bundle);
            if (failure.isPresent()) {
                throw new Unfit(failure.get(), "Correct the component's constructor.");
            }
            Set<String> warm = now.stream().filter(model -> model.state() == State.WARM).map(ModelStatus::label).collect(Collectors.toSet());
            if (warm.containsAll(declared) && now.stream().noneMatch(model -> model.state() == State.LOADING)) {
                return; // none of its models is left that would serve untried
            }
            if (Files.notExists(plugin.jar().file())) {
                throw new NoSuchFileException(plugin.jar().fileName(), null, "removed during its trial");
            }
            if (System.nanoTime() > end) {
                throw notWarm(bundle, declared, now);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private Unfit notWarm(Bundle bundle, Set<String> declared, List<ModelStatus> loading) {
        String begun = loading.isEmpty() ? "none has begun to load"
                : loading.stream().map(model -> model.label() + " is " + model.state()).collect(Collectors.joining(", "));
        String waiting = components.waiting(bundle);
        return new Unfit("its models %s were not warm within %s: %s%s".formatted(declared, seconds(), begun, waiting.isEmpty() ? "" : "; " + waiting),
                "Make loading faster, or give it more time by the framework property " + PluginWatch.LIMIT + "; the labels in @VoiceModel and in"
                        + " ModelDescription must be the same.");
    }

    private void check(Trial trial, PluginJar jar) throws Unfit, InterruptedException {
        List<Candidate<?>> candidates = trial.candidates();
        try {
            for (Candidate<?> candidate : candidates) {
                check(candidate, jar);
            }
        } finally {
            candidates.forEach(Candidate::close);
        }
    }

    private void check(Candidate<?> candidate, PluginJar jar) throws Unfit, InterruptedException {
        String label = candidate.description().label();
        try {
            String finding = Foreign.call("plugin-sample", limit, () -> samples.check(candidate));
            log.info("plugin={} model={} event=sample-passed finding={}", jar.fileName(), label, finding);
        } catch (TimeoutException e) {
            throw new Unfit("%s did not finish its golden sample within %s".formatted(label, seconds()), "Make the model faster.", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            String why = cause instanceof Unfit ? cause.getMessage() : "it threw " + cause;
            throw new Unfit("%s failed its golden sample: %s".formatted(label, why),
                    cause instanceof Unfit unfit ? unfit.remedy() : "Correct the model; the contract of its kind says what it may throw.", e);
        }
    }

    private static Set<String> declared(Bundle bundle) {
        return Optional.ofNullable(bundle.adapt(BundleRevision.class)).stream()
                .flatMap(revision -> revision.getDeclaredCapabilities(VoiceModel.NAMESPACE).stream())
                .map(model -> String.valueOf(model.getAttributes().get(VoiceModel.NAMESPACE))).collect(Collectors.toSet());
    }

    private String seconds() {
        return limit.toMillis() / 1000.0 + " s";
    }
}
