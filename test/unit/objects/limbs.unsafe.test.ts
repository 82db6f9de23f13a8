import { limbsSuite } from './limbsSuite.ts';

limbsSuite('unsafe');
