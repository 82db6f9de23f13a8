// What each executor models, for people: data only. Which functions carry it out stands in compose.ts;
// this file knows no strategy, so that a command line or a page can show the cards without a machine.
//
// KEEP-IN-STEP(executors): EXECUTOR_NAMES and the names in compose.ts. Facts carry a source below.

export const EXECUTOR_NAMES = ['gil', 'gilectomy', 'nogil', 'unsafe'] as const;

export type ExecutorName = (typeof EXECUTOR_NAMES)[number];

/** The questions that every executor answers, in the order in which cards show them. */
export const QUESTIONS = {
  counts: 'reference counts',
  access: 'access to a mutable object',
  allocation: 'allocation',
  reclamation: 'reclamation',
  switching: 'a thread may be switched',
  running: 'who runs',
  sharing: 'what is shared',
} as const;

export type Question = keyof typeof QUESTIONS;

export interface Source {
  readonly title: string;
  readonly url: string;
}

export interface Card {
  readonly name: ExecutorName;
  /** A few words for tables. */
  readonly title: string;
  /** The real system. */
  readonly models: string;
  readonly year: string;
  /** One paragraph. */
  readonly description: string;
  readonly answers: Readonly<Record<Question, string>>;
  readonly leavesOut: readonly string[];
  readonly sources: readonly Source[];
}

const gil: Card = {
  name: 'gil',
  title: 'one lock around everything',
  models: 'CPython 3.2 and later, with the global interpreter lock',
  year: '2009',
  description:
    'One thread runs Python at a time. A thread that wants to run waits for the switch interval ' +
    '(5 ms; sys.setswitchinterval). If the lock did not change hands meanwhile, it asks the holder ' +
    'to drop it; the holder sees that at its next switch point, drops the lock and waits until ' +
    'another thread has taken it. Counts are plain loads and stores, since nobody else is running. ' +
    'Where a holder looks, and so which statements can be torn, changed with the versions: ' +
    '--switch-points 3.9, 3.10 or 3.11.',
  answers: {
    counts: 'plain: a load, an addition, a store',
    access: 'free: the lock of the machine protects everything',
    allocation: 'one set of free lists',
    reclamation: 'at once, when the count reaches zero',
    switching: 'at the switch points of the chosen version, when somebody has asked for it',
    running: 'one thread at a time, by interval; any waiter may win',
    sharing: 'everything',
  },
  leavesOut: [
    'The tick counter of CPython up to 3.1 (a check every 100 instructions).',
    'Instructions of 3.9 and 3.10 that this bytecode does not have, such as SETUP_FINALLY: their points are missing.',
    'The cyclic collector: cycles are never freed.',
    "The operating system's choice among waiting threads is that of JavaScript's Atomics.wait.",
    'C extensions that release the lock around long calls; here only blocking calls release it.',
  ],
  sources: [
    {
      title: 'CPython, Python/ceval_gil.c',
      url: 'https://github.com/python/cpython/blob/main/Python/ceval_gil.c',
    },
    { title: "What's New in Python 3.2", url: 'https://docs.python.org/3/whatsnew/3.2.html' },
    {
      title: 'V. Skvortsov, Python behind the scenes #13: the GIL and its effects',
      url: 'https://tenthousandmeters.com/blog/python-behind-the-scenes-13-the-gil-and-its-effects-on-python-multithreading/',
    },
    {
      title: 'D. Beazley, Understanding the Python GIL, 2010',
      url: 'https://www.dabeaz.com/python/UnderstandingGIL.pdf',
    },
  ],
};

const gilectomy: Card = {
  name: 'gilectomy',
  title: 'atomic counts, a lock in every object',
  models: "Larry Hastings' Gilectomy, the branch of 2016",
  year: '2015-2018',
  description:
    'No lock around the interpreter. Every count is an atomic read-modify-write, every mutable ' +
    'object has a recursive lock that each operation takes, reads included, and the allocator has ' +
    'a lock per size class. It is right, and slow: two threads that only call the same function ' +
    'fight over the cache line with its count. Hastings reported 18.9 times the wall time of the ' +
    'GIL for fib on seven cores in 2017.',
  answers: {
    counts: 'atomic additions on every object, whoever owns it',
    access: 'a recursive lock per object; two objects in order of their addresses',
    allocation: 'free lists with one lock per size class',
    reclamation: 'at once, by the thread whose decrement reaches zero',
    switching: 'anywhere: the cores run on their own',
    running: 'all threads in parallel',
    sharing: 'everything',
  },
  leavesOut: [
    'The locks around separate free lists of ints, floats, frames and so on; here size classes have them.',
    'The buffered counts of 2017, which delayed all counting to one thread.',
    'The lock around the cyclic collector, since there is none.',
    'A dict or set lets go of its lock while it calls a Python __eq__; there the lock is kept.',
    'Futexes of the operating system: locks wait with Atomics.wait.',
  ],
  sources: [
    {
      title: 'L. Hastings, the gilectomy branch',
      url: 'https://github.com/larryhastings/gilectomy',
    },
    { title: 'LWN: The Gilectomy, 2016', url: 'https://lwn.net/Articles/689548/' },
    { title: 'LWN: Progress on the Gilectomy, 2017', url: 'https://lwn.net/Articles/723514/' },
    { title: 'LWN: A Gilectomy update, 2018', url: 'https://lwn.net/Articles/754577/' },
  ],
};

const nogil: Card = {
  name: 'nogil',
  title: 'biased counts, critical sections',
  models: "PEP 703 as CPython 3.14's free-threaded build has it",
  year: '2021-2025',
  description:
    'Each object belongs to the thread that made it, which counts with plain stores; all others ' +
    'count atomically in a second field, and the two are merged when it matters. Functions, code, ' +
    'modules and types are shared by everybody, so references to them from the stack are not ' +
    'counted. Mutable objects have a mutex of one byte; a thread that must wait for one first ' +
    'suspends the critical sections it is in, so builtin operations cannot deadlock. Reads of ' +
    'lists and dicts first try without any lock. PEP 703 measured 5 to 8 percent of overhead; ' +
    'fib(34) in twenty threads on twenty cores took 1.52 s instead of 1.50 s.',
  answers: {
    counts:
      'biased: owner part, shared part with four states, merge queue; deferred for functions, code, modules, types',
    access: 'critical sections over a mutex per object; optimistic reads of lists and dicts',
    allocation: 'free lists per worker; blocks freed elsewhere go back by batches',
    reclamation:
      'objects at once; replaced storage when every thread has passed a safepoint (QSBR)',
    switching: 'anywhere: the cores run on their own',
    running: 'all threads in parallel',
    sharing: 'everything',
  },
  leavesOut: [
    'The cyclic collector with its pauses: deferred objects are not freed before the end.',
    'mimalloc: blocks come from size classes whose memory keeps its kind.',
    'The parking lot that hands a mutex over after 1 ms of waiting.',
    'No mutex is taken before a second thread has been started: CPython takes it even then.',
    'Weak references. 3.14 keeps specialised bytecode per thread; here inline caches are per worker.',
  ],
  sources: [
    { title: 'PEP 703', url: 'https://peps.python.org/pep-0703/' },
    { title: 'PEP 779', url: 'https://peps.python.org/pep-0779/' },
    { title: 'S. Gross, the nogil fork', url: 'https://github.com/colesbury/nogil' },
    {
      title: 'CPython, InternalDocs/qsbr.md',
      url: 'https://github.com/python/cpython/blob/main/InternalDocs/qsbr.md',
    },
    {
      title: 'J. Choi, T. Shull, J. Torrellas, Biased Reference Counting, PACT 2018',
      url: 'https://doi.org/10.1145/3243176.3243195',
    },
    {
      title: 'CPython, free-threading how-to',
      url: 'https://docs.python.org/3/howto/free-threading-python.html',
    },
  ],
};

const unsafe: Card = {
  name: 'unsafe',
  title: 'no protection at all',
  models: 'no system: CPython with the lock taken out and nothing put in its place',
  year: '-',
  description:
    'Plain counts, plain stores, all threads at once. Two cores that count the same object lose ' +
    'updates: a lost increment frees an object in use, a lost decrement leaks it. Freed blocks ' +
    'are poisoned and kept back for a while, and each count is looked at before it is changed, so ' +
    'that the damage is found and reported (which object, what happened to its count, which ' +
    'threads, which lines) and the run ends with exit code 70. With one thread nothing goes wrong: ' +
    'it is the fastest of the four, and the measure for what protection costs.',
  answers: {
    counts: 'plain loads and stores by all threads, checked for damage',
    access: 'free: nothing protects anything',
    allocation: 'free lists per worker, with poison and quarantine',
    reclamation: 'at once, even while another thread still reads',
    switching: 'anywhere: the cores run on their own',
    running: 'all threads in parallel',
    sharing: 'everything',
  },
  leavesOut: [
    'Crashes: damage stops the run with a report instead of corrupting on.',
    'Damage that leads to no wrong count and no use of a freed block goes unseen, as in reality.',
    'Reordering of stores by compilers in C; JavaScript keeps words whole.',
  ],
  sources: [
    {
      title: 'Python wiki: GlobalInterpreterLock',
      url: 'https://wiki.python.org/moin/GlobalInterpreterLock',
    },
    { title: 'PEP 703, why counts need protection', url: 'https://peps.python.org/pep-0703/' },
  ],
};

export const CARDS: Readonly<Record<ExecutorName, Card>> = { gil, gilectomy, nogil, unsafe };
