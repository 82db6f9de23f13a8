// The tables of numbers and names in sys: version_info, float_info, int_info, hash_info, flags.

import { S } from '../../heap/builtinTypes.ts';
import type { Address, Value } from '../../heap/layout.ts';
import { newFloat } from '../../objects/float.ts';
import { newBigInt, tag } from '../../objects/int.ts';
import { newStr } from '../../objects/str.ts';
import { defineStructSequence } from './structSequence.ts';

const VERSION = defineStructSequence('sys', 'version_info', [
  'major',
  'minor',
  'micro',
  'releaselevel',
  'serial',
]);
const FLOAT = defineStructSequence('sys', 'float_info', [
  'max',
  'max_exp',
  'max_10_exp',
  'min',
  'min_exp',
  'min_10_exp',
  'dig',
  'mant_dig',
  'epsilon',
  'radix',
  'rounds',
]);
const INT = defineStructSequence('sys', 'int_info', [
  'bits_per_digit',
  'sizeof_digit',
  'default_max_str_digits',
  'str_digits_check_threshold',
]);
const HASH = defineStructSequence('sys', 'hash_info', [
  'width',
  'modulus',
  'inf',
  'nan',
  'imag',
  'algorithm',
  'hash_bits',
  'seed_bits',
  'cutoff',
]);
const FLAG_NAMES = [
  'debug',
  'inspect',
  'interactive',
  'optimize',
  'dont_write_bytecode',
  'no_user_site',
  'no_site',
  'ignore_environment',
  'verbose',
  'bytes_warning',
  'quiet',
  'hash_randomization',
  'isolated',
  'dev_mode',
  'utf8_mode',
  'warn_default_encoding',
  'safe_path',
  'int_max_str_digits',
] as const;
const FLAGS = defineStructSequence('sys', 'flags', FLAG_NAMES);
const IMPLEMENTATION = defineStructSequence('sys', 'implementation', [
  'name',
  'cache_tag',
  'version',
  'hexversion',
]);

/** gilscope speaks the language of CPython 3.11. */
export const newVersionInfo = (): Address =>
  VERSION.make([tag(3), tag(11), tag(0), newStr('final'), tag(0)]);
export const HEX_VERSION = 0x030b00f0;

export const newImplementation = (): Address =>
  IMPLEMENTATION.make([
    newStr('gilscope'),
    newStr('gilscope-311'),
    newVersionInfo(),
    tag(HEX_VERSION),
  ]);

/** IEEE 754 double precision. */
export const newFloatInfo = (): Address =>
  FLOAT.make([
    newFloat(Number.MAX_VALUE),
    tag(1024),
    tag(308),
    newFloat(2.2250738585072014e-308),
    tag(-1021),
    tag(-307),
    tag(15),
    tag(53),
    newFloat(Number.EPSILON),
    tag(2),
    tag(1),
  ]);

/** Heap ints have digits of 32 bits. */
export const newIntInfo = (): Address => INT.make([tag(32), tag(4), tag(4300), tag(640)]);

export const newHashInfo = (): Address =>
  HASH.make([
    tag(64),
    newBigInt(2n ** 61n - 1n),
    tag(314159),
    tag(0),
    tag(1000003),
    newStr('fnv'),
    tag(32),
    tag(0),
    tag(0),
  ]);

export function newFlags(): Address {
  const values = FLAG_NAMES.map((name): Value => {
    if (name === 'dev_mode' || name === 'safe_path') return S.FALSE;
    if (name === 'int_max_str_digits') return tag(4300);
    return tag(name === 'utf8_mode' || name === 'dont_write_bytecode' ? 1 : 0);
  });
  return FLAGS.make(values);
}
