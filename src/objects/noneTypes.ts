// The types of the singletons None, Ellipsis and NotImplemented. Their instances lie at fixed addresses
// and are never freed; calling the type gives the one instance.

import { S, T } from '../heap/builtinTypes.ts';
import { Header, type Value } from '../heap/layout.ts';
import { defineType } from './define.ts';
import { typeError } from './raise.ts';
import type { TypeSlots } from './slots.ts';
import { staticName } from './str.ts';

function singleton(name: string, text: Value, instance: Value): TypeSlots {
  return {
    // The count of an immortal object may drift to zero; dealloc.ts restores it and frees nothing.
    dealloc: () => {},
    clear: () => {},
    hash: () => instance >> 4,
    repr: () => text,
    create: (_type, _args, count) =>
      count === 0 ? instance : typeError(`${name} takes no arguments`),
  };
}

defineType(T.NONE, {
  name: 'NoneType',
  words: Header.WORDS,
  slots: { ...singleton('NoneType', staticName('None'), S.NONE), truth: () => false },
});

defineType(T.ELLIPSIS, {
  name: 'ellipsis',
  words: Header.WORDS,
  slots: singleton('EllipsisType', staticName('Ellipsis'), S.ELLIPSIS),
});

// As a truth value NotImplemented is true; CPython 3.11 adds a DeprecationWarning, which is off by default.
defineType(T.NOT_IMPLEMENTED, {
  name: 'NotImplementedType',
  words: Header.WORDS,
  slots: singleton('NotImplementedType', staticName('NotImplemented'), S.NOT_IMPLEMENTED),
});
