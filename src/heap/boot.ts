// The boot record of this isolate, taken once; see `bootRecord.ts`.

import { BOOT_KEY, type BootHolder, type BootRecord } from './bootRecord.ts';

function takeBoot(): BootRecord {
  const record = (globalThis as BootHolder)[BOOT_KEY];
  if (record === undefined) throw new Error('bug: the machine was imported before setBoot');
  return record;
}

export const boot: BootRecord = takeBoot();
