// Every native module, in one fixed order: their functions get their numbers while these files are
// evaluated, and the numbers must be equal in every isolate.

import './builtinsModule.ts';
import './sysModule.ts';
import './posixModule.ts';
import './gcModule.ts';
import './mathModule.ts';
import './randomModule.ts';
import './collectionsModule.ts';
import './heapqModule.ts';
import './itertoolsModule.ts';
import './jsonModule.ts';
import './timeModule.ts';
import './threadModule.ts';
