import { describeDocuments } from './describe-documents.js';

/** What Kibana and the connector service put on every text of a content index. */
const TEXT = {
  type: 'text',
  analyzer: 'iq_text_base',
  index_options: 'freqs',
  fields: {
    stem: { type: 'text', analyzer: 'iq_text_stem' },
    prefix: {
      type: 'text',
      analyzer: 'i_prefix',
      search_analyzer: 'q_prefix',
      index_options: 'docs',
    },
    delimiter: { type: 'text', analyzer: 'iq_text_delimiter', index_options: 'freqs' },
    joined: {
      type: 'text',
      analyzer: 'i_text_bigram',
      search_analyzer: 'q_text_bigram',
      index_options: 'freqs',
    },
    enum: { type: 'keyword', ignore_above: 2048 },
  },
};

const analyzer = (tokenizer: string, ...filter: string[]) => ({ tokenizer, filter });
const folding = ['cjk_width', 'lowercase', 'asciifolding'];

const settings = {
  analysis: {
    filter: {
      front_ngram: { type: 'edge_ngram', min_gram: 1, max_gram: 12 },
      delimiter: { type: 'word_delimiter_graph', catenate_all: true },
      bigram_joiner: { type: 'shingle', token_separator: '', max_shingle_size: 2, output_unigrams: false },
      bigram_max_size: { type: 'length', min: 0, max: 16 },
      'en-stem-filter': { type: 'stemmer', name: 'light_english' },
      'en-stop-words-filter': { type: 'stop', stopwords: '_english_' },
    },
    analyzer: {
      i_prefix: analyzer('standard', ...folding, 'front_ngram'),
      q_prefix: analyzer('standard', ...folding),
      iq_text_base: analyzer('standard', ...folding, 'en-stop-words-filter'),
      iq_text_stem: analyzer('standard', ...folding, 'en-stop-words-filter', 'en-stem-filter'),
      iq_text_delimiter: analyzer('whitespace', 'delimiter', ...folding, 'en-stem-filter'),
      i_text_bigram: analyzer('standard', ...folding, 'bigram_joiner', 'bigram_max_size'),
      q_text_bigram: analyzer('standard', ...folding, 'bigram_max_size'),
    },
  },
};

const mappings = {
  dynamic: 'true',
  dynamic_templates: [{ data: { match_mapping_type: 'string', mapping: TEXT } }],
  properties: { id: { type: 'keyword' }, _subextracted_as_of: { type: 'date' } },
};

describeDocuments(
  'a content index with the dynamic template of connectors (`Mappings.default_text_fields_mappings` of the connector service)',
  (given) => {
    const send = async () => {
      await given.call('PUT', '/search-books', { settings, mappings });
      const documents = [
        { id: 'b1', title: 'Dune', _allow_access_control: ['user:paul', 'group:fremen'], meta: { tag: 'x' } },
        { id: 'b2', title: 'Solaris', _allow_access_control: ['user:kris'], year: 1961 },
      ];
      const lines = documents.flatMap((document) => [{ index: { _id: document.id } }, document]);
      const body = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
      const bulk = await given.call('PUT', '/search-books/_bulk?refresh=true', body);
      expect(bulk.body).toMatchObject({ errors: false });
    };

    it('shows in its mapping what the template says of every text', async () => {
      await send();
      const { body } = await given.call('GET', '/search-books/_mapping');
      expect(body['search-books'].mappings).toEqual({
        ...mappings,
        properties: {
          _allow_access_control: TEXT,
          _subextracted_as_of: { type: 'date' },
          id: { type: 'keyword' },
          meta: { properties: { tag: TEXT } },
          title: TEXT,
          year: { type: 'long' },
        },
      });
    });

    it('finds documents by whom they are for', async () => {
      await send();
      const found = async (field: string) => {
        const query = { terms: { [field]: ['group:fremen', 'user:nobody'] } };
        const { body } = await given.call('POST', '/search-books/_search', { query });
        return (body.hits.hits as { _id: string }[]).map(({ _id: id }) => id);
      };
      expect(await found('_allow_access_control.enum')).toEqual(['b1']);
      expect(await found('_allow_access_control.keyword')).toEqual([]);
    });

    it('replaces its templates when others are put', async () => {
      await send();
      const dynamic_templates = [{ all: { match: '*', mapping: { type: 'keyword' } } }];
      await given.call('PUT', '/search-books/_mapping', { dynamic_templates });
      await given.call('PUT', '/search-books/_doc/b3', { author: 'Lem' });
      const shown = (await given.call('GET', '/search-books/_mapping')).body['search-books'].mappings;
      expect(shown).toMatchObject({ dynamic_templates, properties: { author: { type: 'keyword' } } });
    });
  },
);
