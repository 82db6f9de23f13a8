// The dict suite under nogil; one executor for each isolate.

import { dictSuite } from './dictSuite.ts';

await dictSuite('nogil');
