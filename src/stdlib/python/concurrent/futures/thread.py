# The name under which CPython keeps the pool of threads.

from concurrent.futures import BrokenThreadPool, ThreadPoolExecutor

__all__ = ['BrokenThreadPool', 'ThreadPoolExecutor']
