class Base:
    def template(self): return self.first() + self.second()
    def first(self): raise NotImplementedError('first')
    def second(self): return '2'
class Ok(Base):
    def first(self): return '1'
print(Ok().template())
try: Base().template()
except NotImplementedError as e: print(type(e).__name__, e)
class Visitor:
    def visit(self, n): return getattr(self, 'visit_' + type(n).__name__, self.generic)(n)
    def generic(self, n): return 'generic ' + repr(n)
    def visit_int(self, n): return 'int %d' % n
    def visit_list(self, n): return [self.visit(x) for x in n]
print(Visitor().visit([1, 'a', [2, None]]))
