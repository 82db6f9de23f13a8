import { limbsSuite } from './limbsSuite.ts';

limbsSuite('nogil');
