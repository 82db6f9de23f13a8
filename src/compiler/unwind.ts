/**
 * Leaving constructs early: what `break`, `continue` and `return` do on their way out of loops,
 * `with` bodies, handlers and `try` bodies with a `finally`, whose statements are written again here.
 *
 * While a construct is being left it is not in force: its frame block is off the list and its handler
 * is not set, so an error in a `finally` body, or a `return` in it, sees only what is outside.
 */

import { Op } from '../bytecode/opcodes.ts';
import type { FrameBlock, Unit } from './unit.ts';

/** Whether a return value lies on top of the stack and has to survive. */
type TopOfStack = 'keepTop' | 'nothing';

type Loop = Extract<FrameBlock, { kind: 'while' | 'for' }>;

/** Leaves all frame blocks inside of the innermost loop, runs `then`, and is back inside. */
export function leaveToLoop(unit: Unit, then: (loop: Loop | null) => void): void {
  leave(unit, 'nothing', 'toLoop', then);
}

/** Leaves all frame blocks of the function, runs `then`, and is back inside. */
export function leaveAll(unit: Unit, top: TopOfStack, then: () => void): void {
  leave(unit, top, 'all', then);
}

/** `call exit(None, None, None)` of the bound `__exit__` on top: (callable, self), two arguments. */
export function callExitWithNones(unit: Unit): void {
  unit.loadNone();
  unit.loadNone();
  unit.loadNone();
  unit.emit(Op.CALL, 2);
}

function leave(
  unit: Unit,
  top: TopOfStack,
  reach: 'toLoop' | 'all',
  then: (loop: Loop | null) => void,
): void {
  const { frameBlocks, handler, span } = unit;
  unit.frameBlocks = [...frameBlocks];
  let loop: Loop | null = null;
  for (;;) {
    const inner = unit.frameBlocks[unit.frameBlocks.length - 1];
    if (inner === undefined) break;
    if (reach === 'toLoop' && (inner.kind === 'while' || inner.kind === 'for')) {
      loop = inner;
      break;
    }
    unit.frameBlocks.pop();
    leaveOne(unit, inner, top);
  }
  then(loop);
  unit.frameBlocks = frameBlocks;
  unit.setHandler(handler);
  unit.span = span;
}

function leaveOne(unit: Unit, block: FrameBlock, top: TopOfStack): void {
  const dropBelowTop = (): void => {
    if (top === 'keepTop') unit.emit(Op.SWAP, 2);
    unit.emit(Op.POP_TOP);
  };
  switch (block.kind) {
    case 'while':
    case 'exceptionHandler':
      break;
    case 'for':
    case 'popValue':
      dropBelowTop();
      break;
    case 'tryExcept':
      unit.setHandler(block.outer);
      break;
    case 'finallyTry':
      unit.setHandler(block.outer);
      if (top === 'keepTop') unit.pushFrameBlock({ kind: 'popValue', outer: block.outer });
      unit.statements(block.body);
      if (top === 'keepTop') unit.popFrameBlock();
      // What follows seems to happen where the finally body has ended.
      unit.span = null;
      break;
    case 'finallyEnd':
      dropBelowTop();
      leaveHandler(unit, block, top);
      break;
    case 'with':
      unit.span = block.span;
      unit.setHandler(block.outer);
      if (top === 'keepTop') unit.emit(Op.SWAP, 2);
      callExitWithNones(unit);
      unit.emit(Op.POP_TOP);
      unit.span = null;
      break;
    case 'handlerCleanup':
      leaveHandler(unit, block, top);
      if (block.name !== null) unbind(unit, block.name);
      break;
  }
}

/** The name of `except E as name` ends with its clause. */
export function unbind(unit: Unit, name: string): void {
  unit.loadNone();
  unit.nameOperation(name, 'Store');
  unit.nameOperation(name, 'Del');
}

function leaveHandler(unit: Unit, block: FrameBlock, top: TopOfStack): void {
  if (top === 'keepTop') unit.emit(Op.SWAP, 2);
  unit.setHandler(block.outer);
  unit.emit(Op.POP_EXCEPT);
}
