import { numbersSuite } from './numbersSuite.ts';

numbersSuite('gil');
