// @hot One set of free lists for the whole machine, used without a lock: right under a GIL only.
// Benchmarks: list_append_pop, binary_trees.

import { giveBlockSlow, takeBlockSlow } from '../../heap/blocks.ts';
import { type Address, Machine } from '../../heap/layout.ts';
import { H, MACHINE } from '../../heap/memory.ts';
import { SizeClass } from '../../heap/sizeClasses.ts';
import type { AllocationStrategy } from '../strategy.ts';

const LISTS = MACHINE + Machine.CENTRAL_LISTS;
const RAW_LISTS = LISTS + SizeClass.FAMILY_STRIDE;

export const machineBlocks: AllocationStrategy = {
  name: 'one free list',
  allocate(bytes) {
    if (bytes <= SizeClass.FINE_MAX_BYTES) {
      const head = LISTS + ((bytes + 7) >> 3);
      const block = H[head];
      if (block !== 0) {
        H[head] = H[block >> 2];
        return block;
      }
    }
    return takeBlockSlow(LISTS, bytes, 0);
  },
  free(address: Address, bytes) {
    if (bytes <= SizeClass.FINE_MAX_BYTES) {
      const head = LISTS + ((bytes + 7) >> 3);
      H[address >> 2] = H[head];
      H[head] = address;
    } else giveBlockSlow(LISTS, address, bytes, 0);
  },
  allocateRaw(bytes) {
    if (bytes <= SizeClass.FINE_MAX_BYTES) {
      const head = RAW_LISTS + ((bytes + 7) >> 3);
      const block = H[head];
      if (block !== 0) {
        H[head] = H[block >> 2];
        return block;
      }
    }
    return takeBlockSlow(LISTS, bytes, SizeClass.FAMILY_STRIDE);
  },
  freeRaw(address, bytes) {
    if (bytes <= SizeClass.FINE_MAX_BYTES) {
      const head = RAW_LISTS + ((bytes + 7) >> 3);
      H[address >> 2] = H[head];
      H[head] = address;
    } else giveBlockSlow(LISTS, address, bytes, SizeClass.FAMILY_STRIDE);
  },
  source: {
    names: {},
    take(target, bytes) {
      const head = LISTS + ((bytes + 7) >> 3);
      return `${target} = H[${head}]; if (${target} !== 0) H[${head}] = H[${target} >> 2];`;
    },
    free(address, bytes) {
      const head = LISTS + ((bytes + 7) >> 3);
      return `H[${address} >> 2] = H[${head}]; H[${head}] = ${address};`;
    },
  },
};
