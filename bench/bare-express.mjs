// What people write by hand today: Express 5, express.json(), a Map, res.json().
import express from 'express';

export function bareExpress(jobs) {
  const documents = new Map(Array.from({ length: jobs }, (_, at) => [`job-${at}`, { status: 'pending' }]));
  const app = express();
  app.use(express.json({ type: ['application/json', 'application/vnd.elasticsearch+json'] }));
  app.put('/_connector/_sync_job/:id/_claim', (request, response) => {
    const job = documents.get(request.params.id);
    if (!job) return void response.status(404).json({ error: 'not found' });
    documents.set(request.params.id, { ...job, ...request.body, status: 'in_progress' });
    response.json({ result: 'updated' });
  });
  return app;
}

export function listening(app) {
  return new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => resolve(server));
  });
}
