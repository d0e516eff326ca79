/**
 * English text to phonemes.
 *
 * <pre>
 * text -> Normalizer -> Tokenizer -> Tagger -> WordPhonemes, right to left -> phonemes
 *                                                |-> SpecialWords  a, the, to, U.S.
 *                                                |-> Lexicon       misaki's gold and silver, names.tsv
 *                                                |-> Suffixes      -s, -ed, -ing
 *                                                `-> LetterToSound everything else
 * </pre>
 *
 * <p>The order of work and the rules for known words are those of misaki 0.9.4 ({@code misaki/en.py}, Apache-2.0), with a
 * small tagger and a normaliser of our own.
 */
@NullMarked
package switchboard.phonemes.english;

import org.jspecify.annotations.NullMarked;
