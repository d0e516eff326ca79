package switchboard.test.framework.load;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.model.Models;
import switchboard.api.tts.TextToSpeech;
import switchboard.test.framework.Eventually;

/** As long as it is open, Piper is there and speaks for a company: a call follows its company's configuration, not what it was opened with. */
final class OtherVoice implements AutoCloseable {

    private static final String PIPER = "(model=piper)";

    private final Configuration piper;
    private final Configuration company;
    private final Dictionary<String, Object> before;

    OtherVoice(ConfigurationAdmin configurations, Models models, String companyId) throws IOException, InterruptedException {
        piper = configurations.getConfiguration("switchboard.tts.piper", "?");
        piper.update(new Hashtable<>());
        Eventually.present(() -> models.lease(TextToSpeech.class, PIPER)).close();
        company = configurations.getFactoryConfiguration("switchboard.company", companyId, "?");
        before = company.getProperties();
        Dictionary<String, Object> keys = company.getProperties();
        Map.of("voice.name", "joe", "tts.target", PIPER).forEach(keys::put);
        company.update(keys);
    }

    /** The company, once it speaks so. */
    Company await(Companies companies, String companyId) throws InterruptedException {
        return Eventually.present(() -> companies.find(companyId).filter(found -> found.models().textToSpeech().equals(PIPER)));
    }

    @Override
    public void close() throws IOException {
        company.update(before);
        piper.delete();
    }
}
