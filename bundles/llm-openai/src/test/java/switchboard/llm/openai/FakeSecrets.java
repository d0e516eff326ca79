package switchboard.llm.openai;

import java.util.Map;
import switchboard.api.company.SecretException;
import switchboard.api.company.Secrets;

/** Secrets by name. */
record FakeSecrets(Map<String, String> values) implements Secrets {

    @Override
    public String get(String name) throws SecretException {
        if (!values.containsKey(name)) {
            throw new SecretException("set " + name);
        }
        return values.get(name);
    }
}
