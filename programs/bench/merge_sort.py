"""Merge sort and quicksort on lists by slices, then the list's own sort.

What it shows: slices, extend, index arithmetic, comparisons of ints; list.sort on plain ints.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: von Neumann's merge sort and Hoare's quicksort; our own code.

work: lists
args: 100 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 180000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


def merge_sort(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    left, right = merge_sort(items[:middle]), merge_sort(items[middle:])
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if right[j] < left[i]:
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    merged.extend(left[i:])
    merged += right[j:]
    return merged


def quick_sort(items, low, high):
    while low < high:
        pivot = items[(low + high) // 2]
        i, j = low, high
        while i <= j:
            while items[i] < pivot:
                i += 1
            while items[j] > pivot:
                j -= 1
            if i <= j:
                items[i], items[j] = items[j], items[i]
                i += 1
                j -= 1
        quick_sort(items, low, j)
        low = i


def run(size):
    state = 3
    items = []
    for _ in range(size):
        state = (state * 48271) % 2147483647
        items.append(state >> 8)
    merged = merge_sort(items)
    quick = items[:]
    quick_sort(quick, 0, len(quick) - 1)
    items.sort()
    backwards = items[::-1]
    backwards.sort()
    right = merged == items == quick == backwards
    return right, items[size // 2], sum(items[::97]) % 1000003


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
