package switchboard.cli.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the machine must have; judges figures and reads nothing. */
final class Machine {

    /** A server with its models takes 1.5 GB; the rest is for calls. */
    private static final long LEAST_MEMORY_MB = 2_000;
    private static final long GOOD_MEMORY_MB = 3_500;
    private static final long CALLS_MEMORY_MB = 500;
    private static final long LEAST_DISK_MB = 500;
    private static final long GOOD_DISK_MB = 2_000;

    private static final long LEAST_FILES = 1_024;
    /** Behind it follows {@code /servers/65535.sock}. */
    private static final int LONGEST_DATA = 107 - "/servers/65535.sock".length();

    private Machine() {}

    /** @param feature number of the release, for example 17 */
    static Finding java(int feature, String version) {
        return feature >= 17 ? Finding.pass("java", version)
                : Finding.fail("java", version + " is too old", "install Java 17 or later, for example openjdk-17-jdk-headless");
    }

    /** @param cpuinfo the content of /proc/cpuinfo */
    static Finding cpu(String architecture, String cpuinfo) {
        if (!Set.of("amd64", "x86_64").contains(architecture)) {
            return Finding.fail("cpu", architecture, "the native libraries of this build are for x86-64 (amd64); use such a machine");
        }
        Set<String> flags = new TreeSet<>(cpuinfo.lines().filter(line -> line.startsWith("flags"))
                .findFirst().map(line -> List.of(line.replaceFirst("^[^:]*:\\s*", "").split("\\s+"))).orElse(List.of()));
        boolean vnni = flags.contains("avx512_vnni") || flags.contains("avx_vnni");
        if (!flags.contains("avx2")) {
            return Finding.warn("cpu", "no AVX2", "models compute several times slower; if this is a virtual machine, pass the host's CPU through");
        }
        return vnni ? Finding.pass("cpu", "AVX2, VNNI")
                : Finding.warn("cpu", "AVX2, no VNNI", "quantised models compute slower; expect fewer calls per core, and measure them with ./switchboard bench");
    }

    static Finding cores(int cores) {
        return cores >= 2 ? Finding.pass("cores", Integer.toString(cores))
                : Finding.warn("cores", "1", "answers wait for the voice; give the machine two cores or more");
    }

    /**
     * @param meminfo the content of /proc/meminfo
     * @param ours    whether a server runs already, so that only its calls need more
     */
    static Finding memory(String meminfo, boolean ours) {
        long mb = meminfo.lines().filter(line -> line.startsWith("MemAvailable:")).findFirst()
                .map(line -> Long.parseLong(Arrays.stream(line.split("\\s+")).skip(1).findFirst().orElse("0")) / 1024).orElse(0L);
        String detail = mb + " MB available";
        String remedy = "end other programs, or give the machine more: a server takes some 2 GB, and more with an embedded language model";
        if (ours) {
            return mb >= CALLS_MEMORY_MB ? Finding.pass("memory", detail + " beside the server that runs") : Finding.warn("memory", detail, remedy);
        }
        return mb >= GOOD_MEMORY_MB ? Finding.pass("memory", detail)
                : mb >= LEAST_MEMORY_MB ? Finding.warn("memory", detail, remedy) : Finding.fail("memory", detail, remedy);
    }

    static Finding disk(String folder, long mb) {
        String detail = "%d MB free for %s".formatted(mb, folder);
        String remedy = "free some: the models take 600 MB, and 2 GB with an embedded language model; or choose another folder with --models, --data";
        return mb >= GOOD_DISK_MB ? Finding.pass("disk", detail)
                : mb >= LEAST_DISK_MB ? Finding.warn("disk", detail, remedy) : Finding.fail("disk", detail, remedy);
    }

    /** @param packages what cnf/packages.sh names as missing, by blanks or lines */
    static Finding libraries(String packages, boolean standardLibrary) {
        List<String> missing = new ArrayList<>(Arrays.stream(packages.strip().split("\\s+")).filter(name -> !name.isEmpty()).toList());
        if (!standardLibrary) {
            missing.add("libstdc++6");
        }
        return missing.isEmpty() ? Finding.pass("libraries", "all that the native libraries need")
                : Finding.fail("libraries", "missing: " + String.join(", ", missing), "sudo apt-get install -y --no-install-recommends " + String.join(" ", missing));
    }

    static Finding port(int port, boolean free) {
        return free ? Finding.pass("port", port + " is free")
                : Finding.warn("port", port + " is taken", "a server runs already, or something else listens there: choose another with ./run --port");
    }

    /** Bookings, records and the socket of the command line lie there; a socket's path has at most 107 bytes. */
    static Finding data(String folder, boolean writable) {
        if (!writable) {
            return Finding.fail("data", folder + " cannot be written to", "give it to this user, or choose another with --data");
        }
        return folder.length() <= LONGEST_DATA ? Finding.pass("data", folder)
                : Finding.warn("data", folder + " is a long name", "./switchboard does not reach a server with it; choose a folder of at most %d characters with --data".formatted(LONGEST_DATA));
    }

    /** @param limits the content of /proc/self/limits */
    static Finding files(String limits) {
        long most = limits.lines().filter(line -> line.startsWith("Max open files")).findFirst().map(line -> line.split("\\s{2,}")[1])
                .map(value -> value.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(value)).orElse(Long.MAX_VALUE);
        return most >= LEAST_FILES ? Finding.pass("files", most == Long.MAX_VALUE ? "no limit" : most + " may be open at once")
                : Finding.warn("files", most + " may be open at once", "raise it for many calls: ulimit -n 4096, or LimitNOFILE in the systemd unit");
    }

    /** @param addresses of this machine, without those that only it can reach */
    static Finding network(List<String> addresses) {
        return addresses.isEmpty() ? Finding.warn("network", "no address but the machine's own", "only callers on this machine are heard; connect it, and let UDP through")
                : Finding.pass("network", String.join(", ", addresses));
    }
}
