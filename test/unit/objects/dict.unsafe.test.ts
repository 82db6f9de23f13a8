// The dict suite under unsafe; one executor for each isolate.

import { dictSuite } from './dictSuite.ts';

await dictSuite('unsafe');
