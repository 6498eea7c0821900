// Fakes with many sync jobs, and requests to them.
import { createFakeElasticsearch } from 'elasticsearch-connector-fake';

const JSON_HEADERS = {
  accept: 'application/vnd.elasticsearch+json; compatible-with=9',
  'content-type': 'application/vnd.elasticsearch+json; compatible-with=9',
};

export function request(method, path, body) {
  const [rawPath, rawQuery = ''] = path.split('?');
  const bodyText = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  return { method, rawPath, rawQuery, headers: JSON_HEADERS, bodyText };
}

/** Sends a request and fails loudly: a benchmark of errors would be worthless. */
export function ask(es, method, path, body) {
  const answer = es.handle(request(method, path, body));
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.bodyText}`);
  return answer;
}

export const claimBody = JSON.stringify({ worker_hostname: 'worker-1', sync_cursor: { at: 1 } });
export const claimPath = (at) => `/_connector/_sync_job/job-${at}/_claim`;

function syncJob(at) {
  return {
    connector: {
      id: `connector-${at % 10}`,
      index_name: 'search-docs',
      service_type: 'mongodb',
      language: null,
    },
    status: 'pending',
    job_type: 'full',
    trigger_method: 'on_demand',
    created_at: '2024-06-01T11:00:00Z',
    indexed_document_count: 0,
    deleted_document_count: 0,
    indexed_document_volume: 0,
    metadata: {},
  };
}

/** A fake whose seed holds so many pending sync jobs, `job-0` and on. */
export function fakeWithJobs(count, options = {}) {
  const documents = Array.from({ length: count }, (_, at) => ({
    index: '.elastic-connectors-sync-jobs-v1',
    id: `job-${at}`,
    source: syncJob(at),
  }));
  return createFakeElasticsearch({ ...options, fixtures: [{ documents }] });
}

/** Bulk lines that index so many documents. */
export function bulkLines(count, index = 'search-docs') {
  let lines = '';
  for (let at = 0; at < count; at += 1) {
    lines += `{"index":{"_index":"${index}","_id":"doc-${at}"}}\n`;
    lines += `{"id":"doc-${at}","title":"Document ${at}","body":"Some text of document ${at}","_timestamp":"2024-06-01T12:00:00Z","size":${at}}\n`;
  }
  return lines;
}
