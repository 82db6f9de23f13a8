/**
 * The layers as rules: what each folder may import, and where third-party code may appear.
 *
 * LAYERS is an allow-list, so a new folder of src/ can import nothing until it has a line here. The
 * order is the pipeline's: a layer sees only layers above it in this list ("imports go downwards" means
 * towards the plain data). Imports of types count like any other: a layer that knows a type of
 * another one knows that layer. test/architecture/layers.test.ts shows that each rule can fail.
 */

const POLICY = '^src/executors/policy[.]ts$';
/** What people are told of the executors: data that knows none of them. */
const CARDS = '^src/executors/cards[.]ts$';
/** What a strategy looks like, without naming any: for the two tiers, which run or inline it. */
const STRATEGY = '^src/executors/(strategy|strategies/strategy)[.]ts$';

const folder = (name) => (name === 'grammar' ? '^grammar/' : `^src/${name}/`);
const folders = (...names) => names.map(folder);

const TEXT = folders('ast', 'grammar', 'bytecode', 'compiler');
const MACHINE = folders('sync', 'heap', 'objects', 'runtime', 'interpreter', 'tier2', 'stdlib');

/** Each layer, and the paths outside its own folder that it may import. */
const LAYERS = {
  ast: [],
  grammar: folders('ast'),
  bytecode: [],
  compiler: folders('ast', 'bytecode'),
  sync: [],
  heap: folders('sync'),
  executors: folders('bytecode', 'sync', 'heap'),
  objects: [...folders('bytecode', 'sync', 'heap'), POLICY],
  runtime: [...folders('bytecode', 'sync', 'heap', 'objects'), POLICY],
  interpreter: [...folders('bytecode', 'sync', 'heap', 'objects', 'runtime'), POLICY, STRATEGY],
  tier2: [...folders('bytecode', 'sync', 'heap', 'objects', 'runtime'), POLICY, STRATEGY],
  stdlib: [...folders('bytecode', 'sync', 'heap', 'objects', 'runtime'), POLICY],
  // The only layer that may name a concrete executor.
  engine: [...TEXT, ...MACHINE, folder('executors')],
  // The engine's types only, by a rule of its own below. Of the heap it knows where the words are that
  // it writes orders to, the record that a worker starts with, and the image of the boot heap.
  host: [
    '^src/engine/',
    '^src/heap/(layout|bootRecord|bootImage)[.]ts$',
    '^src/sync/atomics[.]ts$',
  ],
  lab: [...TEXT, ...MACHINE, POLICY, CARDS, ...folders('engine', 'host')],
  session: [...TEXT, ...MACHINE, POLICY, CARDS, ...folders('engine', 'host', 'lab')],
  cli: [...TEXT, ...MACHINE, POLICY, CARDS, ...folders('engine', 'host', 'lab', 'session')],
  web: [...TEXT, ...MACHINE, POLICY, CARDS, ...folders('engine', 'host/browser', 'lab', 'session')],
};

const layerRules = Object.entries(LAYERS).map(([name, allowed]) => ({
  name: `layer-${name}`,
  severity: 'error',
  comment: `${name} imports something of ours that is not below it`,
  from: { path: folder(name) },
  to: { path: '^(src|grammar|test|programs|docs)/', pathNot: [folder(name), ...allowed] },
}));

/** A package, whether it was resolved to a file or (not installed) left as its name. */
const packageNamed = (name) => `(^|node_modules/)${name}(/|$)`;

const homeRules = [
  ['chevrotain', '@?chevrotain', '^(grammar|src/ast)/'],
  ['xstate', 'xstate', '^src/session/'],
  ['chalk', 'chalk', '^src/cli/'],
  ['commander', 'commander', '^src/cli/'],
].map(([name, path, home]) => ({
  name: `home-${name}`,
  severity: 'error',
  comment: `${name} is used outside its home ${home}`,
  from: { path: '^(src|grammar)/', pathNot: home },
  to: { path: packageNamed(path) },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    ...homeRules,
    {
      name: 'layer-unknown',
      severity: 'error',
      comment: 'a file of src/ lies outside the layers; src/index.ts is the only one that may',
      from: { path: '^src/', pathNot: ['^src/index[.]ts$', ...Object.keys(LAYERS).map(folder)] },
      to: {},
    },
    {
      name: 'layer-index',
      severity: 'error',
      // Not even policy.ts: it composes the executor of a worker's boot record as soon as it is loaded.
      comment: 'the library entry has no face and knows executors by their cards only',
      from: { path: '^src/index[.]ts$' },
      to: { path: ['^src/(cli|web|executors)/', '^(test|programs|docs)/'], pathNot: CARDS },
    },
    {
      name: 'host-types-only',
      severity: 'error',
      comment: 'a host carries messages; it must not pull the engine into its bundle',
      from: { path: '^src/host/' },
      to: { path: '^src/engine/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'host-browser',
      severity: 'error',
      comment: 'the two hosts do not know each other',
      from: { path: '^src/host/(node|browser)/' },
      to: { path: '^src/host/(node|browser)/', pathNot: '^src/host/$1/' },
    },
    {
      name: 'home-node',
      severity: 'error',
      comment: "Node's modules belong to host/node and cli, so that the rest runs in a browser",
      from: { path: '^(src|grammar)/', pathNot: '^src/(host/node|cli)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'files that import each other cannot be read, or initialised, one after the other',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'the import leads nowhere',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-packages',
      severity: 'error',
      comment: 'the published code uses a package that its users do not get',
      from: { path: '^(src|grammar)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
