/**
 * try and with: protected bodies, and handlers at whose entry the exception lies on the stack.
 *
 * Every handler is itself protected by a small cleanup (`popExceptAndReraise`): when its body raises,
 * the exception that was being handled before is handled again, and the new one goes on. A `finally`
 * body is written once for each way out, as in CPython 3.11: the end of the body, the exception, and
 * each break, continue and return (unwind.ts).
 */

import type { ExceptHandler, Try, With } from '../ast/nodes.ts';
import { Op } from '../bytecode/opcodes.ts';
import { Block, type Handler } from './emitter.ts';
import { compileStore } from './targets.ts';
import type { Unit } from './unit.ts';
import { callExitWithNones, unbind } from './unwind.ts';

export function compileTry(unit: Unit, node: Try): void {
  if (node.finalbody.length > 0) compileFinally(unit, node);
  else compileExcept(unit, node);
}

export function compileWith(unit: Unit, node: With): void {
  compileWithItem(unit, node, 0);
}

function compileFinally(unit: Unit, node: Try): void {
  const outer = unit.handler;
  const failed = new Block();
  const exit = new Block();
  const { span } = unit;
  unit.protect(failed, 'plain');
  unit.pushFrameBlock({ kind: 'finallyTry', outer, body: node.finalbody });
  if (node.handlers.length > 0) compileExcept(unit, node);
  else unit.statements(node.body);
  unit.popFrameBlock();
  unit.setHandler(outer);
  unit.statements(node.finalbody);
  unit.span = null;
  unit.jump(Op.JUMP_FORWARD, exit);

  enterHandler(unit, failed, outer, (cleanup) => {
    unit.pushFrameBlock({ kind: 'finallyEnd', outer });
    unit.emit(Op.PUSH_EXC_INFO);
    unit.span = span;
    unit.statements(node.finalbody);
    unit.popFrameBlock();
    unit.span = null;
    unit.emit(Op.RERAISE, 0);
    popExceptAndReraise(unit, cleanup, outer);
  });
  unit.use(exit);
  unit.span = span;
}

function compileExcept(unit: Unit, node: Try): void {
  const outer = unit.handler;
  const failed = new Block();
  const end = new Block();
  const { span } = unit;
  unit.protect(failed, 'plain');
  unit.pushFrameBlock({ kind: 'tryExcept', outer });
  unit.statements(node.body);
  unit.popFrameBlock();
  unit.setHandler(outer);
  unit.statements(node.orelse);
  unit.span = null;
  unit.jump(Op.JUMP_FORWARD, end);

  enterHandler(unit, failed, outer, (cleanup) => {
    unit.emit(Op.PUSH_EXC_INFO);
    unit.pushFrameBlock({ kind: 'exceptionHandler', outer });
    node.handlers.forEach((handler, i) => {
      unit.span = handler.span;
      if (handler.type === null && i < node.handlers.length - 1) {
        unit.fail("default 'except:' must be last");
      }
      compileHandler(unit, handler, outer, end);
    });
    unit.popFrameBlock();
    unit.span = null;
    unit.emit(Op.RERAISE, 0);
    popExceptAndReraise(unit, cleanup, outer);
  });
  unit.use(end);
  unit.span = span;
}

/** Writes the code of a handler, protected by a cleanup block that `write` has to place. */
function enterHandler(
  unit: Unit,
  block: Block,
  outer: Handler | null,
  write: (cleanup: Block) => void,
): void {
  const cleanup = new Block();
  unit.setHandler(outer);
  unit.span = null;
  unit.use(block);
  unit.protect(cleanup, 'lasti');
  write(cleanup);
}

/** [previous, lasti, exception]: the previous exception is handled again, this one goes on. */
function popExceptAndReraise(unit: Unit, cleanup: Block, outer: Handler | null): void {
  unit.setHandler(outer);
  unit.use(cleanup);
  unit.emit(Op.COPY, 3);
  unit.emit(Op.POP_EXCEPT);
  unit.emit(Op.RERAISE, 1);
}

function compileHandler(
  unit: Unit,
  handler: ExceptHandler,
  outer: Handler | null,
  end: Block,
): void {
  const next = new Block();
  const { name } = handler;
  if (handler.type !== null) {
    unit.expression(handler.type);
    unit.emit(Op.CHECK_EXC_MATCH);
    unit.jump(Op.POP_JUMP_IF_FALSE, next);
  }
  if (name === null) unit.emit(Op.POP_TOP);
  else unit.nameOperation(name, 'Store');
  const inner = unit.handler;
  const failed = new Block();
  if (name !== null) unit.protect(failed, 'lasti');
  unit.pushFrameBlock({ kind: 'handlerCleanup', outer, name });
  unit.statements(handler.body);
  unit.popFrameBlock();
  unit.span = null;
  unit.setHandler(outer);
  unit.emit(Op.POP_EXCEPT);
  if (name !== null) unbind(unit, name);
  unit.jump(Op.JUMP_FORWARD, end);
  unit.setHandler(inner);
  if (name !== null) {
    unit.use(failed);
    unbind(unit, name);
    unit.emit(Op.RERAISE, 1);
  }
  unit.use(next);
}

function compileWithItem(unit: Unit, node: With, index: number): void {
  const item = node.items[index];
  const outer = unit.handler;
  const failed = new Block();
  const exit = new Block();
  const { span } = unit;
  unit.expression(item.context_expr);
  unit.emit(Op.BEFORE_WITH);
  unit.protect(failed, 'lasti', 1);
  unit.pushFrameBlock({ kind: 'with', outer, span: node.span });
  if (item.optional_vars !== null) compileStore(unit, item.optional_vars);
  else unit.emit(Op.POP_TOP);
  unit.span = span;
  if (index + 1 < node.items.length) compileWithItem(unit, node, index + 1);
  else unit.statements(node.body);
  unit.popFrameBlock();
  unit.setHandler(outer);
  unit.span = node.span;
  callExitWithNones(unit);
  unit.emit(Op.POP_TOP);
  unit.jump(Op.JUMP_FORWARD, exit);

  enterHandler(unit, failed, outer, (cleanup) => {
    unit.span = node.span;
    writeExitCall(unit, cleanup, outer, exit);
  });
  unit.use(exit);
  unit.span = span;
}

/** [exit, lasti, previous, exception] and the result of exit(...): true swallows the exception. */
function writeExitCall(unit: Unit, cleanup: Block, outer: Handler | null, exit: Block): void {
  const suppress = new Block();
  unit.emit(Op.PUSH_EXC_INFO);
  unit.emit(Op.WITH_EXCEPT_START);
  unit.jump(Op.POP_JUMP_IF_TRUE, suppress);
  unit.emit(Op.RERAISE, 2);
  unit.use(suppress);
  unit.emit(Op.POP_TOP);
  unit.setHandler(outer);
  unit.emit(Op.POP_EXCEPT);
  unit.emit(Op.POP_TOP);
  unit.emit(Op.POP_TOP);
  unit.jump(Op.JUMP_FORWARD, exit);
  unit.span = null;
  popExceptAndReraise(unit, cleanup, outer);
}
