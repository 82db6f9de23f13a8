import { numbersSuite } from './numbersSuite.ts';

numbersSuite('nogil');
