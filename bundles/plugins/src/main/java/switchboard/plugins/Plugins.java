package switchboard.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.plugins.Admission.Running;
import switchboard.plugins.Plugin.State;
import switchboard.plugins.sample.Unfit;

/**
 * Decides what becomes of each file in the plugins folder.
 *
 * <p>Confined to one thread, but for {@link #list()} and {@link #decided()}.
 */
final class Plugins {

    private static final Logger log = LoggerFactory.getLogger(Plugins.class);
    /** For how many looks a jar that is cut short may be one that is still being copied: half a minute. */
    static final int COPYING = 60;

    private final Path folder;
    private final FolderWatch watch;
    private final Verification verification;
    private final Quarantine quarantine;
    private final Admission admission;
    private final Map<String, Running> running = new TreeMap<>();
    private final Map<String, Integer> cutShort = new TreeMap<>();
    private final Map<String, Plugin> shown = new ConcurrentSkipListMap<>();
    private volatile boolean decided;

    Plugins(Path folder, Verification verification, Quarantine quarantine, Admission admission) {
        this.folder = folder;
        this.watch = new FolderWatch(folder);
        this.verification = verification;
        this.quarantine = quarantine;
        this.admission = admission;
    }

    /** Every file that is in the folder or in quarantine, and how it stands. Thread-safe. */
    List<Plugin> list() {
        List<Plugin> all = new ArrayList<>(shown.values());
        all.addAll(quarantine.list());
        return all;
    }

    /** Whether the last look left no file undecided; not before the first. Thread-safe. */
    boolean decided() {
        return decided;
    }

    /** Looks at the folder once, and does what is to be done. */
    void look() throws IOException, InterruptedException {
        FolderWatch.Changes changes = watch.look();
        decided &= watch.isSettled() && changes.settled().isEmpty();
        for (String name : changes.gone()) {
            gone(name);
        }
        changes.settled().forEach(file -> cutShort.remove(file.getFileName().toString()));
        for (Path file : changes.settled()) {
            if (file.endsWith(Checksums.FILE)) {
                considerAgain(plugin -> plugin.state() == State.REFUSED);
            } else {
                consider(file);
            }
        }
        considerAgain(plugin -> cutShort.containsKey(plugin.file()));
        if (verification.changed()) {
            considerAgain(plugin -> plugin.state() == State.REFUSED);
        }
        for (Running plugin : List.copyOf(running.values())) {
            plugin.complaint().ifPresent(complaint -> expel(plugin, complaint));
        }
        decided = watch.isSettled();
    }

    private void consider(Path file) throws InterruptedException {
        String name = file.getFileName().toString();
        String what = "unknown";
        try {
            PluginJar jar = PluginJar.read(file);
            what = jar.owner();
            if (Optional.ofNullable(running.get(name)).filter(before -> before.jar().sha256().equals(jar.sha256())).isEmpty()) {
                decide(jar);
            }
            cutShort.remove(name);
        } catch (PluginJar.CutShort e) {
            if (cutShort.merge(name, 1, Integer::sum) <= COPYING) {
                stays(name, what, State.REFUSED, "cut short, or still being copied: waits half a minute for the rest");
            } else {
                unfit(file, what, e);
            }
        } catch (Unfit e) {
            unfit(file, what, e);
        } catch (IOException e) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                stays(name, what, State.REFUSED, "cannot be read: %s; correct that, and touch it".formatted(e));
            }
        } catch (RuntimeException | LinkageError | StackOverflowError e) { // nothing that one jar does may keep the others from their turn
            unfit(file, what, new Unfit("it cannot be tried: " + e, "See the server's log of this time.", e));
        }
    }

    private void decide(PluginJar jar) throws IOException, Unfit, InterruptedException {
        Optional<String> objection = verification.objection(jar);
        if (objection.isPresent()) {
            stays(jar.fileName(), jar.owner(), State.REFUSED, objection.get());
            return;
        }
        Optional<Running> newer = running.values().stream().filter(other -> isNewer(other.jar(), jar)).findFirst();
        if (newer.isPresent()) {
            stays(jar.fileName(), jar.owner(), State.SUPERSEDED, newer.get().jar().fileName() + " holds a newer version");
            return;
        }
        show(jar.fileName(), jar.owner(), State.ON_TRIAL, "");
        takeOver(admission.admit(jar));
    }

    private void takeOver(Running plugin) {
        PluginJar jar = plugin.jar();
        List<Running> replaced = running.values().stream().filter(other -> replaces(jar, other.jar())).toList();
        replaced.forEach(old -> {
            running.remove(old.jar().fileName());
            show(old.jar().fileName(), old.jar().owner(), State.SUPERSEDED, jar.fileName() + " holds a newer version");
        });
        running.put(jar.fileName(), plugin);
        show(jar.fileName(), jar.owner(), State.RUNNING, "");
        log.info("plugin={} bundle={} event=running", jar.fileName(), jar.owner());
        replaced.forEach(old -> {
            old.remove();
            log.info("plugin={} bundle={} event=replaced by={}", old.jar().fileName(), old.jar().owner(), jar.owner());
        });
    }

    private void gone(String name) throws InterruptedException {
        cutShort.remove(name);
        Optional.ofNullable(shown.remove(name)).ifPresent(plugin -> log.info("plugin={} bundle={} event=removed", name, plugin.bundle()));
        Optional<Running> removed = Optional.ofNullable(running.remove(name));
        removed.ifPresent(Running::remove);
        if (name.equals(Checksums.FILE)) {
            considerAgain(plugin -> plugin.state() == State.REFUSED);
        } else if (removed.isPresent()) {
            considerAgain(plugin -> plugin.state() == State.SUPERSEDED);
        }
    }

    private void considerAgain(Predicate<Plugin> which) throws InterruptedException {
        for (Plugin plugin : List.copyOf(shown.values())) {
            if (which.test(plugin) && Files.exists(folder.resolve(plugin.file()))) {
                consider(folder.resolve(plugin.file()));
            }
        }
    }

    /** It served, and failed at it. */
    private void expel(Running plugin, Unfit complaint) {
        PluginJar jar = plugin.jar();
        running.remove(jar.fileName());
        unfit(jar.file(), jar.owner(), complaint);
        plugin.remove();
    }

    private void unfit(Path file, String what, Unfit why) {
        String name = file.getFileName().toString();
        cutShort.remove(name);
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            log.warn("plugin={} bundle={} event=removed-unfit reason={} remedy={}", name, what, why.getMessage(), why.remedy());
            return; // the next looks notice that it is gone
        }
        try {
            quarantine.put(file, what, why);
            watch.forget(name);
            shown.remove(name);
            Optional.ofNullable(running.get(name)).ifPresent(before -> show(name, before.jar().owner(), State.RUNNING,
                    "until the server stops; its successor is in quarantine"));
            log.error("plugin={} bundle={} event=quarantined reason={} remedy={}", name, what, why.getMessage(), why.remedy());
            log.debug("plugin={}", name, why);
        } catch (IOException e) {
            stays(name, what, State.REFUSED, "%s %s (It could not be moved into quarantine: %s)".formatted(why.getMessage(), why.remedy(), e));
        }
    }

    /** The file stays and does not run; if it replaced one that does, that one goes on. The log says it once. */
    private void stays(String name, String what, State state, String reason) {
        String remark = running.containsKey(name) ? reason + "; " + running.get(name).jar().owner() + " goes on" : reason;
        Plugin now = new Plugin(name, what, state, remark);
        if (!now.equals(shown.put(name, now))) {
            log.warn("plugin={} bundle={} event={} reason={}", name, what, state.name().toLowerCase(Locale.ROOT), remark);
        }
    }

    private void show(String name, String what, State state, String reason) {
        shown.put(name, new Plugin(name, what, state, reason));
    }

    private static boolean isNewer(PluginJar other, PluginJar jar) {
        return other.symbolicName().equals(jar.symbolicName()) && !other.fileName().equals(jar.fileName())
                && other.version().compareTo(jar.version()) > 0;
    }

    private static boolean replaces(PluginJar jar, PluginJar other) {
        return other.fileName().equals(jar.fileName()) || other.symbolicName().equals(jar.symbolicName());
    }
}
