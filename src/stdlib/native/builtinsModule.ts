// The module `builtins`: all names that every program has.

import { S, T } from '../../heap/builtinTypes.ts';
import { defineModule } from '../../objects/define.ts';
import { EXCEPTION_TYPES } from '../../objects/exceptionTypes.ts';
import { CLASS_FUNCTIONS } from './builtinsClass.ts';
import { CODE_FUNCTIONS } from './builtinsCode.ts';
import { BUILTIN_DOCS } from './builtinsDocs.ts';
import { EXTREME_FUNCTIONS } from './builtinsExtremes.ts';
import { ITERATION_FUNCTIONS } from './builtinsIteration.ts';
import { NUMBER_FUNCTIONS } from './builtinsNumbers.ts';
import { OBJECT_FUNCTIONS } from './builtinsObjects.ts';
import { PRINT_FUNCTIONS } from './builtinsPrint.ts';

defineModule({
  name: 'builtins',
  docs: BUILTIN_DOCS,
  functions: [
    ...PRINT_FUNCTIONS,
    ...NUMBER_FUNCTIONS,
    ...OBJECT_FUNCTIONS,
    ...ITERATION_FUNCTIONS,
    ...EXTREME_FUNCTIONS,
    ...CODE_FUNCTIONS,
    ...CLASS_FUNCTIONS,
  ],
  types: {
    object: T.OBJECT,
    type: T.TYPE,
    bool: T.BOOL,
    int: T.INT,
    float: T.FLOAT,
    str: T.STR,
    bytes: T.BYTES,
    bytearray: T.BYTEARRAY,
    tuple: T.TUPLE,
    list: T.LIST,
    dict: T.DICT,
    set: T.SET,
    frozenset: T.FROZENSET,
    range: T.RANGE,
    slice: T.SLICE,
    property: T.PROPERTY,
    classmethod: T.CLASSMETHOD,
    staticmethod: T.STATICMETHOD,
    super: T.SUPER,
    enumerate: T.ENUMERATE,
    zip: T.ZIP,
    map: T.MAP,
    filter: T.FILTER,
    reversed: T.REVERSED,
    ...EXCEPTION_TYPES,
  },
  constants: () => ({
    None: S.NONE,
    True: S.TRUE,
    False: S.FALSE,
    NotImplemented: S.NOT_IMPLEMENTED,
    Ellipsis: S.ELLIPSIS,
    __debug__: S.TRUE,
  }),
});
