import type { FaultRule } from '../../testing/faults/faults.js';
import type { JsonObject } from '../../xcontent/json.js';
import type { ControlRoute } from '../control-route.js';
import { printFaults } from '../print-faults.js';
import { readEffect } from '../read-effect.js';
import { numberAt, textAt } from '../read-fields.js';

/** Adds a fault rule behind those in force. */
export const faultsAdd: ControlRoute = {
  route: 'POST /_fake/faults',
  body: ['api', 'method', 'path', 'times', 'skip', 'effect'],
  handle({ es: { faults }, body = {} }) {
    faults.add(readRule(body), readEffect(body.effect));
    return printFaults(faults);
  },
};

function readRule(body: JsonObject): FaultRule {
  const rule = {
    api: textAt(body, 'api'),
    method: textAt(body, 'method'),
    path: textAt(body, 'path'),
    times: numberAt(body, 'times'),
    skip: numberAt(body, 'skip'),
  };
  return Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined));
}
