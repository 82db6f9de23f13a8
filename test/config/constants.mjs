/**
 * Turns top-level `var` back into `const` where nothing assigns the name again.
 *
 * esbuild writes every top-level `const` of a bundle as `var`. For V8 such a variable may change, so it
 * is loaded and checked where a constant would be folded into the compiled code, which the interpreter's
 * loop feels. The test is by name alone, over the whole file, so a local variable of the same name that
 * is assigned keeps the outer one a `var`: too careful, never wrong.
 */

import ts from 'typescript';

/** The script with its constants. */
export function restoreConstants(script, name = 'bundle.js') {
  const file = ts.createSourceFile(name, script, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const assigned = assignedNames(file);
  const declaredTimes = new Map();
  const statements = file.statements.filter(isVarStatement);
  for (const statement of statements) {
    for (const declared of declaredNames(statement)) {
      declaredTimes.set(declared, (declaredTimes.get(declared) ?? 0) + 1);
    }
  }
  const edits = statements.filter(
    (statement) =>
      declaredNames(statement).every(
        (each) => !assigned.has(each) && declaredTimes.get(each) === 1,
      ) && statement.declarationList.declarations.every(isConstantLike),
  );
  let text = '';
  let done = 0;
  for (const statement of edits) {
    const start = statement.declarationList.getStart(file);
    text += `${script.slice(done, start)}const`;
    done = start + 'var'.length;
  }
  return text + script.slice(done);
}

function isVarStatement(statement) {
  return (
    ts.isVariableStatement(statement) &&
    (statement.declarationList.flags & ts.NodeFlags.BlockScoped) === 0
  );
}

/** Initialised without looking at itself, as `var Kind = ((Kind2) => ...)(Kind || {})` does. */
function isConstantLike({ name, initializer }) {
  if (initializer === undefined) return false;
  const own = new Set(bindingNames(name));
  const mentionsItself = (node) => {
    if (ts.isFunctionLike(node)) return false;
    if (ts.isIdentifier(node) && own.has(node.text)) return true;
    return ts.forEachChild(node, mentionsItself) ?? false;
  };
  return !mentionsItself(initializer);
}

function declaredNames(statement) {
  return statement.declarationList.declarations.flatMap(({ name }) => bindingNames(name));
}

function bindingNames(name) {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) =>
    ts.isOmittedExpression(element) ? [] : bindingNames(element.name),
  );
}

/** Every name that is assigned, counted up or down, or bound by a loop, anywhere in the file. */
function assignedNames(file) {
  const names = new Set();
  const addTargets = (node) => {
    if (ts.isIdentifier(node)) names.add(node.text);
    else if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) {
      ts.forEachChild(node, addTargets);
    }
  };
  const visit = (node) => {
    if (ts.isBinaryExpression(node) && ts.isAssignmentOperator(node.operatorToken.kind)) {
      addTargets(node.left);
    } else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
      const { operator } = node;
      const counts = [ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken];
      if (counts.includes(operator)) addTargets(node.operand);
    } else if (ts.isForInStatement(node) || ts.isForOfStatement(node)) {
      if (!ts.isVariableDeclarationList(node.initializer)) addTargets(node.initializer);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}
