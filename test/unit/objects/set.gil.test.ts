// The set suite under gil; one executor for each isolate.

import { setSuite } from './setSuite.ts';

await setSuite('gil');
