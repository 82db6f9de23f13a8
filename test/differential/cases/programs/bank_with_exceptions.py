class BankError(Exception): pass
class Insufficient(BankError):
    def __init__(self, need, have):
        super().__init__(f'need {need}, have {have}')
        self.need, self.have = need, have
class Account:
    def __init__(self, owner, balance=0): self.owner, self._b, self.log = owner, balance, []
    @property
    def balance(self): return self._b
    @balance.setter
    def balance(self, v):
        if v < 0: raise Insufficient(self._b - v, self._b)
        self._b = v
    def __iadd__(self, n): self.balance += n; self.log.append(n); return self
    def __isub__(self, n): self.balance -= n; self.log.append(-n); return self
    def __str__(self): return f'{self.owner}: {self.balance:>6.2f}'
def transfer(a, b, n):
    try: a -= n
    except Insufficient as e: raise BankError(f'{a.owner} cannot pay {n}') from e
    b += n
x, y = Account('ann', 100), Account('bob')
transfer(x, y, 30.5); print(x, '|', y, x.log, y.log)
try: transfer(x, y, 500)
except BankError as e: print(e, '|', e.__cause__, '|', e.__cause__.have)
