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
import org.apache.lucene.index.LogDocMergePolicy;
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
 * <p>A cosine and the BM25 score, squeezed into [0, 1), are added. Ranks alone would not do: the best of bad matches of words
 * would count as much as the best of good ones.
 */
final class PassageIndex implements AutoCloseable {

    private static final int CANDIDATES = 48;
    /** What the best match of words can add to a cosine. */
    private static final double WORDS_WEIGHT = 0.5;
    /** The BM25 score that adds half of that: one rare word. */
    private static final double WORDS_HALF = 3;

    private final Analyzer analyzer;
    /** In the order in which the passages were added, which is Lucene's. */
    private final List<float[]> vectors;
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /** @param language how words are reduced to their stems; primary subtag of BCP 47 */
    PassageIndex(List<Embeddings.Embedded> documents, String language) throws IOException {
        analyzer = analyzer(language);
        vectors = documents.stream().flatMap(embedded -> embedded.vectors().stream()).toList();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setMergePolicy(new LogDocMergePolicy()))) {
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
            Map<Integer, Double> cosines = new HashMap<>();
            for (ScoreDoc found : searcher.search(new KnnFloatVectorQuery("meaning", meaning, CANDIDATES), CANDIDATES).scoreDocs) {
                // Lucene scores a dot product as (1 + cosine) / 2.
                cosines.put(found.doc, 2.0 * found.score - 1);
            }
            Map<Integer, Double> scores = new HashMap<>(cosines);
            for (ScoreDoc found : searcher.search(words(question), CANDIDATES).scoreDocs) {
                cosines.computeIfAbsent(found.doc, doc -> cosine(meaning, vectors.get(doc)));
                scores.put(found.doc, cosines.get(found.doc) + WORDS_WEIGHT * found.score / (found.score + WORDS_HALF));
            }
            List<Passage> found = new ArrayList<>();
            for (int doc : scores.keySet().stream().sorted((a, b) -> Double.compare(scores.get(b), scores.get(a))).limit(limit).toList()) {
                found.add(passage(doc, cosines.get(doc)));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot fail to be read", e);
        }
    }

    /** By words alone, when nobody can tell what the question means; their squeezed score stands for the cosine. */
    List<Passage> searchWords(String question, int limit) {
        try {
            List<Passage> found = new ArrayList<>();
            for (ScoreDoc match : searcher.search(words(question), limit).scoreDocs) {
                found.add(passage(match.doc, match.score / (match.score + WORDS_HALF)));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot fail to be read", e);
        }
    }

    private Passage passage(int doc, double similarity) throws IOException {
        org.apache.lucene.document.Document entry = searcher.storedFields().document(doc);
        return new Passage(entry.get("text"), entry.get("source"), similarity, entry.get("topic"), entry.get("before"), entry.get("after"));
    }

    private static double cosine(float[] one, float[] other) {
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
        }
        return product;
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
        entry.add(new StoredField("topic", section.topic()));
        entry.add(new StoredField("before", section.before()));
        entry.add(new StoredField("after", section.after()));
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
