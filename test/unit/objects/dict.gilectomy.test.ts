// The dict suite under gilectomy; one executor for each isolate.

import { dictSuite } from './dictSuite.ts';

await dictSuite('gilectomy');
