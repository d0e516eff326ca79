package switchboard.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import switchboard.api.knowledge.Passage;

/**
 * The passages of one company in memory, found by meaning (vectors, all of which are compared: a thousand take a millisecond) and by
 * words (BM25). Immutable once built, and thread-safe.
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

    /** A passage with its vector, of length one. */
    private record Entry(String source, Document.Section section, float[] meaning) {

        Passage found(double similarity, OptionalDouble sameMatter) {
            return new Passage(section.text(), source, similarity, section.topic(), section.before(), section.after(), sameMatter);
        }
    }

    private final Analyzer analyzer;
    /** In the order in which they were added, which is Lucene's. */
    private final List<Entry> entries;
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Optional<Matters> matters;
    /** Of each entry what it is about, once somebody has asked for something like it. */
    private final AtomicReferenceArray<float[]> about;

    /**
     * @param language how words are reduced to their stems; primary subtag of BCP 47
     * @param matters  what the vectors tell of what is asked; empty if they are another's, or in another language
     */
    PassageIndex(List<Embeddings.Embedded> documents, String language, Optional<Matters> matters) throws IOException {
        this.matters = matters;
        analyzer = analyzer(language);
        entries = documents.stream().flatMap(embedded -> IntStream.range(0, embedded.vectors().size()).mapToObj(i ->
                new Entry(embedded.document().source(), embedded.document().passages().get(i), embedded.vectors().get(i)))).toList();
        about = new AtomicReferenceArray<>(entries.size());
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setMergePolicy(new LogDocMergePolicy()))) {
            for (Entry entry : entries) {
                writer.addDocument(List.of(new TextField("words", entry.section().inContext(), Field.Store.NO)));
            }
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
    }

    int size() {
        return entries.size();
    }

    /** @param meaning the question's vector, of length one */
    List<Passage> search(String question, float[] meaning, int limit) {
        try {
            double[] cosines = entries.stream().mapToDouble(entry -> cosine(meaning, entry.meaning())).toArray();
            double[] scores = cosines.clone();
            for (ScoreDoc found : searcher.search(words(question), CANDIDATES).scoreDocs) {
                scores[found.doc] += WORDS_WEIGHT * found.score / (found.score + WORDS_HALF);
            }
            Optional<float[]> asked = matters.map(known -> known.ofQuestion(meaning));
            return IntStream.range(0, scores.length).boxed().sorted(Comparator.comparingDouble(doc -> -scores[doc])).limit(limit)
                    .map(doc -> entries.get(doc).found(cosines[doc], sameMatter(asked, doc))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot fail to be read", e);
        }
    }

    /** By words alone, when nobody can tell what the question means; their squeezed score stands for the cosine. */
    List<Passage> searchWords(String question, int limit) {
        try {
            List<Passage> found = new ArrayList<>();
            for (ScoreDoc match : searcher.search(words(question), limit).scoreDocs) {
                found.add(entries.get(match.doc).found(match.score / (match.score + WORDS_HALF), OptionalDouble.empty()));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot fail to be read", e);
        }
    }

    private OptionalDouble sameMatter(Optional<float[]> asked, int doc) {
        return asked.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Matters.same(asked.get(), about(matters.orElseThrow(), doc)));
    }

    /** Two threads may compute the same. */
    private float[] about(Matters known, int doc) {
        float[] before = about.get(doc);
        if (before == null) {
            before = known.ofPassage(entries.get(doc).meaning());
            about.set(doc, before);
        }
        return before;
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
