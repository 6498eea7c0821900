import { es } from '../../../src/adapters/jest/index.js';

es.load('pending-full-sync');

test('loads before its first test', () => undefined);
