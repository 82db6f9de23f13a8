// The count texts of unsafe; one executor for each isolate.

import { countTextSuite } from './countTextSuite.ts';

await countTextSuite('unsafe');
