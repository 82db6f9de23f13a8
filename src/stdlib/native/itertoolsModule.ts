// The module `_itertools`: what `itertools` has in native code.

import { COMBINATORICS } from '../../objects/combinatorics.ts';
import { defineModule } from '../../objects/define.ts';
import { ITERTOOLS } from '../../objects/itertools.ts';

defineModule({ name: '_itertools', functions: [], types: { ...ITERTOOLS, ...COMBINATORICS } });
