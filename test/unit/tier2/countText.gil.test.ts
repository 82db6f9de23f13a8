// The count texts of gil; one executor for each isolate.

import { countTextSuite } from './countTextSuite.ts';

await countTextSuite('gil');
