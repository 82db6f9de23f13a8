// The set suite under gilectomy; one executor for each isolate.

import { setSuite } from './setSuite.ts';

await setSuite('gilectomy');
