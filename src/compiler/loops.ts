/**
 * Loops. The test stands at the top and every way round is one JUMP_BACKWARD to it, the only jump
 * that goes back: it is the safepoint of the loop, and it keeps the flow of control reducible.
 */

import type { Break, Continue, For, Stmt, While } from '../ast/nodes.ts';
import { Op } from '../bytecode/opcodes.ts';
import { jumpIf } from './conditions.ts';
import { Block } from './emitter.ts';
import { compileIterable } from './iterables.ts';
import { compileStore } from './targets.ts';
import type { Unit } from './unit.ts';
import { leaveToLoop } from './unwind.ts';

export function compileWhile(unit: Unit, node: While): void {
  const top = new Block();
  const end = new Block();
  const exit = new Block();
  unit.use(top);
  jumpIf(unit, node.test, end, 'ifFalse');
  loopBody(unit, 'while', node.body, top, exit);
  unit.span = null;
  unit.jump(Op.JUMP_BACKWARD, top);
  unit.use(end);
  unit.statements(node.orelse);
  unit.use(exit);
}

export function compileFor(unit: Unit, node: For): void {
  const top = new Block();
  const end = new Block();
  const exit = new Block();
  compileIterable(unit, node.iter);
  unit.span = node.span;
  unit.emit(Op.GET_ITER);
  unit.use(top);
  unit.jump(Op.FOR_ITER, end);
  compileStore(unit, node.target);
  loopBody(unit, 'for', node.body, top, exit);
  unit.span = null;
  unit.jump(Op.JUMP_BACKWARD, top);
  unit.use(end);
  unit.span = node.span;
  unit.statements(node.orelse);
  unit.use(exit);
}

export function compileBreak(unit: Unit, node: Break): void {
  unit.emit(Op.NOP);
  leaveToLoop(unit, (loop) => {
    if (loop === null) unit.fail("'break' outside loop", node.span);
    if (loop.kind === 'for') unit.emit(Op.POP_TOP);
    unit.jump(Op.JUMP_FORWARD, loop.exit);
  });
}

export function compileContinue(unit: Unit, node: Continue): void {
  unit.emit(Op.NOP);
  leaveToLoop(unit, (loop) => {
    if (loop === null) unit.fail("'continue' not properly in loop", node.span);
    unit.jump(Op.JUMP_BACKWARD, loop.top);
  });
}

function loopBody(
  unit: Unit,
  kind: 'while' | 'for',
  body: readonly Stmt[],
  top: Block,
  exit: Block,
): void {
  unit.pushFrameBlock({ kind, outer: unit.handler, top, exit });
  unit.statements(body);
  unit.popFrameBlock();
}
