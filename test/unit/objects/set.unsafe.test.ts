// The set suite under unsafe; one executor for each isolate.

import { setSuite } from './setSuite.ts';

await setSuite('unsafe');
