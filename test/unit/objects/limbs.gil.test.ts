import { limbsSuite } from './limbsSuite.ts';

limbsSuite('gil');
