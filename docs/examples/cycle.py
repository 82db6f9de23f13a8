"""A cycle stays: there is no collector of cycles. Used by docs/python-support.md."""
import gc


class Node:
    def __del__(self):
        print('freed')


alone = Node()
alone = None
ring = Node()
ring.itself = ring
ring = None
print('found by the collector:', gc.collect())
