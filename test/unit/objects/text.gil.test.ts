import { textSuite } from './textSuite.ts';

await textSuite('gil');
