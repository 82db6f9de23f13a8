/**
 * import statements. `import a.b.c` binds `a`; `import a.b.c as m` fetches the attributes on the
 * way with IMPORT_FROM, which also finds submodules that are still being imported.
 */

import type { Import, ImportFrom } from '../ast/nodes.ts';
import type { Constant } from '../bytecode/code.ts';
import { Op } from '../bytecode/opcodes.ts';
import type { Unit } from './unit.ts';

export function compileImport(unit: Unit, node: Import): void {
  for (const alias of node.names) {
    unit.loadConstant({ type: 'int', value: 0n });
    unit.loadNone();
    unit.emit(Op.IMPORT_NAME, unit.nameIndex(alias.name));
    const parts = alias.name.split('.');
    if (alias.asname === null) {
      unit.nameOperation(parts[0], 'Store');
      continue;
    }
    for (let i = 1; i < parts.length; i++) {
      if (i > 1) {
        unit.emit(Op.SWAP, 2);
        unit.emit(Op.POP_TOP);
      }
      unit.emit(Op.IMPORT_FROM, unit.nameIndex(parts[i]));
    }
    unit.nameOperation(alias.asname, 'Store');
    if (parts.length > 1) unit.emit(Op.POP_TOP);
  }
}

export function compileImportFrom(unit: Unit, node: ImportFrom): void {
  if (node.module === '__future__' && node.span.line > unit.session.futureLine) {
    unit.fail('from __future__ imports must occur at the beginning of the file');
  }
  const names: Constant[] = node.names.map(({ name }) => ({ type: 'str', value: name }));
  unit.loadConstant({ type: 'int', value: BigInt(node.level) });
  unit.loadConstant({ type: 'tuple', items: names });
  unit.emit(Op.IMPORT_NAME, unit.nameIndex(node.module ?? ''));
  if (node.names[0]?.name === '*') {
    unit.emit(Op.IMPORT_STAR);
    return;
  }
  for (const alias of node.names) {
    unit.emit(Op.IMPORT_FROM, unit.nameIndex(alias.name));
    unit.nameOperation(alias.asname ?? alias.name, 'Store');
  }
  unit.emit(Op.POP_TOP);
}
