// Poison and quarantine for the `unsafe` executor. A freed block is filled with a negative word, says
// that its type is FREED, and waits in a ring of its worker before it can be used again; when it
// leaves the ring the poison must still be whole, or somebody wrote to it after it was freed.

import { T } from '../../heap/builtinTypes.ts';
import { damage } from '../../heap/damage.ts';
import { type Address, Header, Worker } from '../../heap/layout.ts';
import { H, WORKER } from '../../heap/memory.ts';
import type { AllocationStrategy } from '../strategy.ts';
import { explainObject } from './countHistory.ts';
import { calledAllocation } from './sourceText.ts';
import { giveBlock, takeBlock } from './workerBlocks.ts';

/** Fills freed memory: as a count it is negative, as an address it is none. */
export const POISON = 0xdeadbeef | 0;

/** Where a freed object says what it was, for reports. */
export const FORMER_TYPE = Header.OWNER;

const RING_ENTRIES = 8192;
/** Blocks above this are not kept back: a few would hold most of the heap. */
const KEPT_BYTES_MAX = 4096;
const RING = WORKER + Worker.QUARANTINE;

/** Ring block: position, then RING_ENTRIES triples of address, bytes, 1 if raw. */
function ring(): number {
  if (H[RING] === 0) {
    H[RING] = takeBlock(4 * (1 + 3 * RING_ENTRIES), true);
    H.fill(0, H[RING] >> 2, (H[RING] >> 2) + 1 + 3 * RING_ENTRIES);
  }
  return H[RING] >> 2;
}

function quarantine(address: Address, bytes: number, raw: boolean): void {
  const type = H[(address >> 2) + Header.TYPE];
  if (!raw && H[address >> 2] === POISON && type === T.FREED) {
    damage('double free', address, `freed again: ${explainObject(address)}`);
  }
  H.fill(POISON, address >> 2, (address + bytes) >> 2);
  if (!raw) {
    H[(address >> 2) + Header.TYPE] = T.FREED;
    H[(address >> 2) + FORMER_TYPE] = type;
  }
  if (bytes > KEPT_BYTES_MAX) {
    giveBlock(address, bytes, raw);
    return;
  }
  const base = ring();
  const position = H[base];
  H[base] = (position + 1) % RING_ENTRIES;
  const entry = base + 1 + 3 * position;
  const [oldAddress, oldBytes, oldRaw] = [H[entry], H[entry + 1], H[entry + 2]];
  H[entry] = address;
  H[entry + 1] = bytes;
  H[entry + 2] = raw ? 1 : 0;
  if (oldAddress !== 0) {
    checkPoison(oldAddress, oldBytes, oldRaw === 1);
    giveBlock(oldAddress, oldBytes, oldRaw === 1);
  }
}

function checkPoison(address: Address, bytes: number, raw: boolean): void {
  for (let q = address >> 2; q < (address + bytes) >> 2; q++) {
    const word = q - (address >> 2);
    if (H[q] !== POISON && (raw || (word !== Header.TYPE && word !== FORMER_TYPE))) {
      damage(
        'write after free',
        address,
        `word ${word} of a freed block of ${bytes} bytes was changed to ${H[q]}`,
      );
    }
  }
}

const allocate = (bytes: number): Address => takeBlock(bytes, false);
const free = (address: Address, bytes: number): void => quarantine(address, bytes, false);

export const quarantinedBlocks: AllocationStrategy = {
  name: 'per worker; freed blocks are poisoned and kept back',
  allocate,
  free,
  allocateRaw: (bytes) => takeBlock(bytes, true),
  freeRaw: (address, bytes) => quarantine(address, bytes, true),
  source: calledAllocation({ allocate, free }),
};
