import { sequencesSuite } from './sequencesSuite.ts';

await sequencesSuite('nogil');
