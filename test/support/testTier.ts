// Which tier runs the programs of the tests: GILSCOPE_TEST_TIER is 1, 2 or auto (`npm run test:tiers` sets it
// to each in turn). If it is not set, each test takes what tells most in the time that CI has.

const SETTING = process.env.GILSCOPE_TEST_TIER;

/** Options of gilscope that choose the tier. */
export const tierOptions = (usual: '1' | '2' | 'auto' = 'auto'): string[] => [
  '--tier',
  SETTING ?? usual,
];

/** True if one tier is set for all tests. */
export const isTierSet = SETTING !== undefined;
