import threading
results = [0] * 60
def work(i): results[i] = sum(range(i))
ts = [threading.Thread(target=work, args=(i,)) for i in range(60)]
for t in ts: t.start()
for t in ts: t.join()
print(results == [sum(range(i)) for i in range(60)], sum(results))
def tree(n):
    if n == 0: leaves.append(1); return
    ts = [threading.Thread(target=tree, args=(n - 1,)) for _ in range(2)]
    for t in ts: t.start()
    for t in ts: t.join()
leaves = []; tree(4); print(len(leaves))
chain = []
def link(n):
    chain.append(n)
    if n:
        t = threading.Thread(target=link, args=(n - 1,)); t.start(); t.join()
link(15); print(chain)
