// Claims over a kept-alive connection of node:http.
import { Buffer } from 'node:buffer';
import { Agent, request } from 'node:http';
import { claimBody, claimPath } from './seed.mjs';

/** A function that claims job after job at a port, and checks the answer. */
export function claimer(port, jobs, agent = new Agent({ keepAlive: true, maxSockets: 64 })) {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(claimBody) };
  return (at) =>
    new Promise((resolve, reject) => {
      const options = { agent, host: '127.0.0.1', port, method: 'PUT', path: claimPath(at % jobs), headers };
      const outgoing = request(options, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => (text += chunk));
        response.on('end', () => {
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(text));
        });
      });
      outgoing.on('error', reject);
      outgoing.end(claimBody);
    });
}
