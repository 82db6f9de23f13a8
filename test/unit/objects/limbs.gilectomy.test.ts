import { limbsSuite } from './limbsSuite.ts';

limbsSuite('gilectomy');
