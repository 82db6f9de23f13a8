import threading
def run(n, work):
    out = [None] * n
    def body(i): out[i] = work(i)
    ts = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    [t.start() for t in ts]; [t.join() for t in ts]
    return out
print(run(4, lambda i: i * i), run(3, lambda i: [i] * i), run(3, str), run(2, lambda i: {i: (i,)}), sum(run(8, lambda i: sum(range(i * 100)))))
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(run(4, lambda i: fib(10 + i)), run(3, lambda i: sorted('hello' * (i + 1))[:3]), run(2, lambda i: 10 ** (30 + i)))
def failing(i):
    try: return 1 / (i - 1)
    except ZeroDivisionError as e: return str(e)
print(run(3, failing), run(2, lambda i: list(g(i))) if (g := lambda i: (x * i for x in range(3))) else 0)
