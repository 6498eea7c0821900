import { opTypeNotCreate } from '../../errors/document-errors.js';
import { validateWrite } from '../../protocol/documents/write-operation.js';
import { endpoint } from '../../rest/endpoint.js';
import { parameter } from '../../rest/parameters.js';
import { indexOperation, sourceBody } from './index.js';
import { answerWrite, sourceParameters, writeContext, writeParameters } from './write-parameters.js';

const opType = parameter((value) => {
  if (value !== undefined && value.toLowerCase() !== 'create') throw opTypeNotCreate(value);
  return 'create' as const;
});

/** Source: rest-layer B.3; ES: `RestIndexAction.CreateHandler`. */
export const create = endpoint({
  api: 'create',
  routes: ['PUT /{index}/_create/{id}', 'POST /{index}/_create/{id}'],
  params: { op_type: opType, ...writeParameters, ...sourceParameters },
  body: sourceBody,
  validate: ({ path, params, body }) => validateWrite(indexOperation('create', path, params, body)),
  handle: (call) => {
    const operation = indexOperation('create', call.path, call.params, call.body);
    return answerWrite(writeContext(call, { refresh: call.params.refresh, isBulk: false }), operation);
  },
});
