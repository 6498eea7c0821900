import { request } from 'node:http';

const PATH = '/_connector/_sync_job/my-connector-sync-job-id/_claim';
const headers = { 'content-type': 'application/json' };
const body = JSON.stringify({ worker_hostname: 'some-machine' });

/** Code under test: knows nothing of a fake, and took hold of `http.request` when it was imported. */
export async function claimJob(origin = 'http://localhost:9200'): Promise<number> {
  const { status } = await fetch(origin + PATH, { method: 'PUT', headers, body });
  return status;
}

export function claimJobOverHttp(): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`http://localhost:9200${PATH}`, { method: 'PUT', headers }, ({ statusCode }) =>
      resolve(statusCode),
    )
      .on('error', reject)
      .end(body);
  });
}
