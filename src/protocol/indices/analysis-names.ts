import { lazily } from '../../lazily.js';

/** A kind of thing that `settings.analysis` defines. ES: `AnalysisRegistry.Component`. */
export type AnalysisComponent = 'analyzer' | 'normalizer' | 'char_filter' | 'tokenizer' | 'filter';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** ES: `AnalysisModule`, `CommonAnalysisPlugin`, `MachineLearning.getTokenizers`. */
const builtIn = lazily((): Readonly<Record<AnalysisComponent, readonly string[]>> => ({
  analyzer: words(`
    arabic armenian basque bengali brazilian bulgarian catalan chinese cjk classic czech danish default dutch english
    estonian fingerprint finnish french galician german greek hindi hungarian indonesian irish italian keyword latvian
    lithuanian norwegian pattern persian portuguese romanian russian serbian simple snowball sorani spanish standard
    stop swedish thai turkish whitespace
  `),
  normalizer: ['lowercase'],
  char_filter: words('first_line_with_letters first_non_blank_line html_strip mapping pattern_replace'),
  tokenizer: words(`
    PathHierarchy char_group classic edgeNGram edge_ngram keyword letter lowercase ml_classic ml_standard nGram ngram
    path_hierarchy pattern simple_pattern simple_pattern_split standard thai uax_url_email whitespace
  `),
  filter: words(`
    apostrophe arabic_normalization arabic_stem asciifolding bengali_normalization brazilian_stem cjk_bigram cjk_width
    classic common_grams condition czech_stem decimal_digit delimited_payload dictionary_decompounder dutch_stem
    edgeNGram edge_ngram elision fingerprint flatten_graph french_stem german_normalization german_stem
    hindi_normalization hunspell hyphenation_decompounder indic_normalization keep keep_types keyword_marker
    keyword_repeat kstem length limit lowercase min_hash multiplexer nGram ngram pattern_capture pattern_replace
    persian_normalization persian_stem porter_stem predicate_token_filter remove_duplicates reverse russian_stem
    scandinavian_folding scandinavian_normalization serbian_normalization shingle snowball sorani_normalization
    standard stemmer stemmer_override stop synonym synonym_graph trim truncate type_as_payload unique uppercase
    word_delimiter word_delimiter_graph
  `),
}));

/** What the analysis plugins of Elastic bring: a cluster may have them. */
const PLUGGED_IN =
  /^(?:icu|kuromoji|nori|smartcn|polish|phonetic|ukrainian|ja_stop|hiragana_uppercase|katakana_uppercase)(?:_|$)/;

/** Whether an index may use the name without a definition of its own; plugins have the benefit of the doubt. */
export function mayBeBuiltIn(component: AnalysisComponent, name: string): boolean {
  return builtIn()[component].includes(name) || PLUGGED_IN.test(name);
}
