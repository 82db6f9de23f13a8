// The count texts of gilectomy; one executor for each isolate.

import { countTextSuite } from './countTextSuite.ts';

await countTextSuite('gilectomy');
