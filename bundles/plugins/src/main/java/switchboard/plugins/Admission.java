package switchboard.plugins;

import java.io.IOException;
import java.util.Optional;
import switchboard.plugins.sample.Unfit;

/** How a jar comes into service. Confined to the plugins' thread. */
interface Admission {

    /**
     * Installs the jar, tries its models, and lets them serve. Blocks, for as long as the models need, within limits.
     *
     * @throws Unfit                if they may not serve; nothing of the jar is left
     * @throws IOException          if the file cannot be read, or changed meanwhile; nothing of it is left
     * @throws InterruptedException if the server stops; nothing of it is left
     */
    Running admit(PluginJar jar) throws Unfit, IOException, InterruptedException;

    /** A plugin in service. */
    interface Running {

        PluginJar jar();

        /** Why it should not serve any longer, if so. */
        Optional<Unfit> complaint();

        /** Takes its models out of service, after their leases have ended. Blocks, within limits. */
        void remove();
    }
}
