package switchboard.turn.smart;

import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import switchboard.testkit.SampleSpeech;

/** What pipecat-ai 1.14.0 and ONNX Runtime 1.29.0 compute for a clip; the probability is 0 where none was recorded. */
record Reference(
        @SerializedName("mel_rows") Map<Integer, double[]> melRows,
        @SerializedName("mel_sum") double melSum,
        @SerializedName("mel_min") double melMin,
        @SerializedName("mel_max") double melMax,
        @SerializedName("prob_ort129") double probability) {

    static Reference of(String clip) throws IOException {
        try (var in = new InputStreamReader(SampleSpeech.resource("smartturn.json"), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(in, new TypeToken<Map<String, Reference>>() {}).get(clip);
        }
    }
}
