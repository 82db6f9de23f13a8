// The set suite under nogil; one executor for each isolate.

import { setSuite } from './setSuite.ts';

await setSuite('nogil');
