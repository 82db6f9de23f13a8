// The count texts of nogil; one executor for each isolate.

import { countTextSuite } from './countTextSuite.ts';

await countTextSuite('nogil');
