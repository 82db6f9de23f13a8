// Shapes: which attributes an instance has, in which order. All instances of a class that got the same
// attributes in the same order share one shape, and keep only the values; an inline cache compares one
// word. (C. Chambers, D. Ungar, "An Efficient Implementation of SELF", OOPSLA 1989: maps.)
//
// A shape is a node of a tree below its type's root: name, number of attributes, parent, children.
// Nodes are added under the type's lock and never changed or freed while the type lives, so they are
// read without one.
//
// An instance that loses an attribute, gets too many, or whose __dict__ is asked for, changes to a real
// dict (SHAPE 0) for good: see attributes.ts.

import { allocateRaw, lock, unlock } from '../executors/policy.ts';
import { type Address, ShapeLayout, TypeLayout } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { atomicStore } from '../sync/atomics.ts';

/** More attributes than this live in a dict. */
export const SHAPE_ATTRIBUTES_MAX = 64;

/** The shape of an instance without attributes. */
export function rootShape(type: Address): Address {
  const word = (type >> 2) + TypeLayout.ROOT_SHAPE;
  if (H[word] !== 0) return H[word];
  lock(type);
  if (H[word] === 0) atomicStore(H, word, newShape(type, 0, 0, 0));
  unlock(type);
  return H[word];
}

function newShape(type: Address, name: Address, count: number, parent: Address): Address {
  const shape = allocateRaw(ShapeLayout.WORDS * 4);
  const q = shape >> 2;
  H.fill(0, q, q + ShapeLayout.WORDS);
  H[q + ShapeLayout.NAME] = name;
  H[q + ShapeLayout.COUNT] = count;
  H[q + ShapeLayout.PARENT] = parent;
  H[q + ShapeLayout.TYPE] = type;
  return shape;
}

/** Index of the attribute among the values, or -1. */
export function shapeIndex(shape: Address, name: Address): number {
  for (let s = shape >> 2; H[s + ShapeLayout.COUNT] !== 0; s = H[s + ShapeLayout.PARENT] >> 2) {
    if (H[s + ShapeLayout.NAME] === name) return H[s + ShapeLayout.COUNT] - 1;
  }
  return -1;
}

export const shapeCount = (shape: Address): number => H[(shape >> 2) + ShapeLayout.COUNT];

/** The shape with one attribute more. */
export function extendShape(shape: Address, name: Address): Address {
  const found = findChild(shape, name);
  if (found !== 0) return found;
  const type = H[(shape >> 2) + ShapeLayout.TYPE];
  lock(type);
  let child = findChild(shape, name);
  if (child === 0) {
    child = newShape(type, name, shapeCount(shape) + 1, shape);
    H[(child >> 2) + ShapeLayout.SIBLING] = H[(shape >> 2) + ShapeLayout.FIRST_CHILD];
    // Publishes the finished node; pairs with findChild, which has no lock.
    atomicStore(H, (shape >> 2) + ShapeLayout.FIRST_CHILD, child);
  }
  unlock(type);
  return child;
}

function findChild(shape: Address, name: Address): Address {
  let child = H[(shape >> 2) + ShapeLayout.FIRST_CHILD];
  while (child !== 0 && H[(child >> 2) + ShapeLayout.NAME] !== name) {
    child = H[(child >> 2) + ShapeLayout.SIBLING];
  }
  return child;
}

/** Attribute names in order. */
export function shapeNames(shape: Address): Address[] {
  const names: Address[] = [];
  for (let s = shape >> 2; H[s + ShapeLayout.COUNT] !== 0; s = H[s + ShapeLayout.PARENT] >> 2) {
    names.push(H[s + ShapeLayout.NAME]);
  }
  return names.reverse();
}
