// The dict suite under gil; one executor for each isolate.

import { dictSuite } from './dictSuite.ts';

await dictSuite('gil');
