package switchboard.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import switchboard.api.knowledge.Passage;

/**
 * The passages of one company in memory, found by meaning (vectors) and by words (BM25). Immutable once built, and
 * thread-safe.
 *
 * <p>The two rankings are fused by reciprocal rank, {@code sum of weight / (60 + rank)}, with four times the weight on
 * meaning: with equal weights a wrong match of words ties with the right meaning.
 *
 * @see <a href="https://dl.acm.org/doi/10.1145/1571941.1572114">Cormack et al., Reciprocal Rank Fusion</a>
 */
final class PassageIndex implements AutoCloseable {

    private static final int CANDIDATES = 20;
    private static final double RANK_CONSTANT = 60;
    private static final double MEANING_WEIGHT = 4;

    private final Analyzer analyzer;
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /** @param language how words are reduced to their stems; primary subtag of BCP 47 */
    PassageIndex(List<Embeddings.Embedded> documents, String language) throws IOException {
        analyzer = analyzer(language);
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (Embeddings.Embedded embedded : documents) {
                Document document = embedded.document();
                for (int i = 0; i < document.passages().size(); i++) {
                    writer.addDocument(entry(document.source(), document.passages().get(i), embedded.vectors().get(i)));
                }
            }
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
    }

    int size() {
        return reader.numDocs();
    }

    /** @param meaning the question's vector, of length one */
    List<Passage> search(String question, float[] meaning, int limit) {
        try {
            ScoreDoc[] byMeaning = searcher.search(new KnnFloatVectorQuery("meaning", meaning, CANDIDATES), CANDIDATES).scoreDocs;
            ScoreDoc[] byWords = searcher.search(words(question), CANDIDATES).scoreDocs;
            Map<Integer, Double> cosines = new HashMap<>();
            Map<Integer, Double> fused = new HashMap<>();
            for (int rank = 0; rank < byMeaning.length; rank++) {
                // Lucene scores a dot product as (1 + cosine) / 2.
                cosines.put(byMeaning[rank].doc, 2.0 * byMeaning[rank].score - 1);
                fused.merge(byMeaning[rank].doc, MEANING_WEIGHT / (RANK_CONSTANT + rank), Double::sum);
            }
            for (int rank = 0; rank < byWords.length; rank++) {
                fused.merge(byWords[rank].doc, 1 / (RANK_CONSTANT + rank), Double::sum);
            }
            List<Passage> found = new ArrayList<>();
            for (int doc : fused.keySet().stream().sorted((a, b) -> Double.compare(fused.get(b), fused.get(a))).limit(limit).toList()) {
                org.apache.lucene.document.Document entry = searcher.storedFields().document(doc);
                found.add(new Passage(entry.get("text"), entry.get("source"), cosines.getOrDefault(doc, 0.0)));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot fail to be read", e);
        }
    }

    private static Analyzer analyzer(String language) {
        return switch (language) {
            case "en" -> new EnglishAnalyzer();
            case "de" -> new GermanAnalyzer();
            case "es" -> new SpanishAnalyzer();
            default -> new StandardAnalyzer();
        };
    }

    private static org.apache.lucene.document.Document entry(String source, Document.Section section, float[] vector) {
        var entry = new org.apache.lucene.document.Document();
        entry.add(new StoredField("source", source));
        entry.add(new StoredField("text", section.text()));
        entry.add(new TextField("words", section.inContext(), Field.Store.NO));
        entry.add(new KnnFloatVectorField("meaning", vector, VectorSimilarityFunction.DOT_PRODUCT));
        return entry;
    }

    private BooleanQuery words(String question) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        try (TokenStream tokens = analyzer.tokenStream("words", question)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            for (int count = 0; tokens.incrementToken() && count < 64; count++) {
                query.add(new TermQuery(new Term("words", term.toString())), BooleanClause.Occur.SHOULD);
            }
            tokens.end();
        }
        return query.build();
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
        analyzer.close();
    }
}
